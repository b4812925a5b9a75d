import type { Lexicon } from '@isnad/lexicon';
import { type DayInterval, parseEdtf } from '@isnad/model';
import type { Token } from '@isnad/text';

/**
 * The days on which every side that is named without doubt existed. Undefined if no side has a beginning, or if they
 * never existed together.
 */
export const lifetimeOfSides = (tokens: readonly Token[], lexicon: Lexicon): DayInterval | undefined => {
  let first = Number.NEGATIVE_INFINITY;
  let last = parseEdtf(`${lexicon.year}`)!.last;
  for (let at = 0; at < tokens.length; at++)
    for (const { value } of lexicon.names.at(tokens, at)) {
      if (value.kind !== 'actor') continue;
      const { from, to } = lexicon.actors.get(value.id)!;
      first = Math.max(first, parseEdtf(from)?.first ?? first);
      last = Math.min(last, parseEdtf(to)?.last ?? last);
    }
  return Number.isFinite(first) && first <= last ? { first, last } : undefined;
};
