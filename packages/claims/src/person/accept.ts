import type { Chain } from './chain.js';
import { roleOfItem } from './role.js';
import { closesName } from './shape.js';
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
  hits: readonly { readonly value: PersonWord }[],
): boolean => {
  const { parts, first, proclitics } = chain;
  const head = parts[0]!;
  if (head.kind === 'unknown' || head.kind === 'surname' || head.kind === 'lineage')
    return isUnknownAccepted(view, chain, support);
  if (head.plain) {
    if (parts.length > 1 || support !== 'none') return true;
    if (/[بك]/.test(proclitics) || (head.foreign && proclitics !== '')) return false;
    return (!head.foreign && !isWordElse(view, first)) || hasContext(view, first);
  }
  if (support === 'named' || support === 'announced') return true;
  return isCommonAccepted(view, chain, support, hits);
};

/** A name that is an ordinary word too. */
const isCommonAccepted = (
  view: View,
  { parts, first, last, proclitics }: Chain,
  support: Support,
  hits: readonly { readonly value: PersonWord }[],
): boolean => {
  const company = parts.slice(1);
  if (company.length === 0) {
    if (hits.some(({ value }) => value.kind === 'title')) return false;
    const isJoined = support === 'in-list' || (support === 'listed' && proclitics.startsWith('و'));
    return isJoined && !isWordElse(view, first) && closesName(view, last + 1);
  }
  if (company.some(({ plain, kind }) => plain || kind === 'lineage')) return true;
  if (isWordElse(view, first)) return false;
  const given = company.some(({ kind }) => kind === 'given');
  if (support !== 'none') return given || company.some(({ form }) => form.startsWith('ال')) || support !== 'quoted';
  if (given && company.length > 1) return true;
  return hasContext(view, first) && company.some(({ kind, form }) => kind !== 'unknown' || form.startsWith('ال'));
};

/** A name that begins with a word the tables do not hold. */
const isUnknownAccepted = (view: View, { parts, first, last }: Chain, support: Support): boolean => {
  const quoted = isQuote(view.tokens[first - 1]) && isQuote(view.tokens[last + 1]);
  const behind = parts.slice(1);
  const known = behind.some(({ kind }) => kind !== 'unknown');
  if (support === 'named') return true;
  if (support === 'announced')
    return (
      known || (behind.length > 0 && parts[0]!.kind !== 'surname') || quoted || view.tokens[last + 1]?.word.form === '('
    );
  if (support === 'in-list') return known || (behind.length > 0 && quoted);
  // القيادي في التنظيم X أحمد: behind an office the next word at least is a given name.
  if (support === 'office') return behind[0]?.plain ?? false;
  return support === 'listed' && (behind.some(({ plain }) => plain) || (known && behind.length > 1));
};

/** The word was read as something else here: a verb, a place, a word of an event. */
const isWordElse = (view: View, at: number): boolean => {
  const item = view.itemAt(at);
  if (!item || item.kind === 'word' || item.kind === 'source' || item.kind === 'actor')
    return item?.metonym !== undefined;
  // Where the report tells على from علي, علي is the name.
  return !(item.kind === 'preposition' && view.tellsAlif);
};

/** A word of saying or of harm, or an opening mark, stands right before. */
const hasContext = (view: View, at: number): boolean => {
  let before = at - 1;
  while (isQuote(view.tokens[before])) before--;
  const token = view.tokens[before];
  if (!token || token.kind === 'break') return true;
  if (token.kind === 'mark') return /^[(:،,#]$/.test(token.word.form);
  const item = view.itemAt(before);
  return item !== undefined && (item.kind === 'reporting' || roleOfItem(item) !== null);
};
