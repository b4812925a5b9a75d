import type { Lexicon } from '@isnad/lexicon';
import type { Token } from '@isnad/text';

/**
 * The years in which every side that is named without doubt existed: first and last, both included. Undefined if no
 * side has a beginning, or if they never existed together.
 */
export const yearsOfSides = (tokens: readonly Token[], lexicon: Lexicon): readonly [number, number] | undefined => {
  let first = 0;
  let last = lexicon.year;
  for (let at = 0; at < tokens.length; at++)
    for (const { value } of lexicon.names.at(tokens, at)) {
      if (value.kind !== 'actor') continue;
      const { from, to } = lexicon.actors.get(value.id)!;
      if (from) first = Math.max(first, Number(from.slice(0, 4)));
      if (to) last = Math.min(last, Number(to.slice(0, 4)));
    }
  return first > 0 && first <= last ? [first, last] : undefined;
};
