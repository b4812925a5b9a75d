import type { Chain } from './chain.js';
import { isQuote, type View } from './view.js';
import type { PersonWord } from './words.js';

/**
 * What speaks for a name: `named` (يدعى), `announced` (directly behind a title), `in-list` (كل من …), `listed`
 * (joined to another name), `office` (behind an office and what it is over), `quoted`, or nothing.
 */
export type Support = 'named' | 'announced' | 'in-list' | 'listed' | 'office' | 'quoted' | 'none';

/**
 * Whether a row of words is a name here. Names that are no other words carry themselves; names that are
 * words as well (سعيد, حسن) need company or an announcement, unknown words need more.
 */
export const isAccepted = (
  view: View,
  chain: Chain,
  support: Support,
  hits: readonly { readonly value: PersonWord; readonly length: number }[],
): boolean => {
  const { parts, first, last, proclitics } = chain;
  const head = parts[0]!;
  const length = parts.length;
  if (head.kind === 'unknown' || head.kind === 'lineage') return isUnknownAccepted(view, chain, support);
  const company = parts.slice(1);
  if (head.plain) {
    if (length > 1 || support !== 'none') return true;
    if (/[بك]/.test(proclitics)) return false;
    if (head.foreign) return hasContext(view, first);
    const item = view.itemAt(first);
    return item === undefined || item.kind !== 'place' || hasContext(view, first);
  }
  if (support === 'named' || support === 'announced') return true;
  if (hits.some(({ value }) => value.kind === 'title') && length === 1) return false;
  if (support === 'in-list' || support === 'listed') return length > 1 || !isWordElse(view, first);
  if (isWordElse(view, first) && !company.some(({ plain }) => plain)) return false;
  if (company.some(({ plain, kind }) => plain || kind === 'lineage')) return true;
  if (length >= 3 && company.some(({ kind }) => kind === 'given')) return true;
  if (support === 'office' || support === 'quoted') return length > 1;
  return (
    length > 1 &&
    (hasContext(view, first) || last - first >= 2) &&
    company.some(({ kind, form }) => kind !== 'unknown' || form.startsWith('ال'))
  );
};

const isUnknownAccepted = (view: View, { parts, first, last }: Chain, support: Support): boolean => {
  const quoted = isQuote(view.tokens[first - 1]) && isQuote(view.tokens[last + 1]);
  if (support === 'named') return true;
  if (support === 'announced') return parts.length > 1 || quoted || view.tokens[last + 1]?.word.form === '(';
  if (support === 'in-list') return parts.length > 1;
  return support === 'listed' && parts.length > 1 && parts.some(({ plain }) => plain);
};

/** The word was read as something else here: a verb, a place, a word of an event. */
const isWordElse = (view: View, at: number): boolean => {
  const kind = view.itemAt(at)?.kind;
  return kind !== undefined && kind !== 'word' && kind !== 'source' && kind !== 'actor';
};

/** A word of saying or of harm, or an opening mark, stands right before. */
const hasContext = (view: View, at: number): boolean => {
  let before = at - 1;
  while (isQuote(view.tokens[before])) before--;
  const token = view.tokens[before];
  if (!token || token.kind === 'break') return true;
  if (token.kind === 'mark') return /^[(:،,\-#]$/.test(token.word.form);
  const item = view.itemAt(before);
  return (
    item !== undefined &&
    (item.kind === 'reporting' || item.kind === 'measure' || item.harm !== undefined || item.kind === 'trigger')
  );
};
