import type { Chain } from './chain.js';
import { roleOfItem } from './role.js';
import { closesName } from './shape.js';
import { isQuote, type View } from './view.js';
import type { PersonWord } from './words.js';

/**
 * What speaks for a name: `named` (يدعى), `announced` (directly behind a title), `in-list` (كل من …), `listed`
 * (joined to another name), `office` (behind an office and what it is over), `quoted`, `told` (right behind a word of saying or harm), or nothing.
 */
export type Support = 'named' | 'announced' | 'in-list' | 'listed' | 'office' | 'quoted' | 'told' | 'none';

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
    if (parts.length > 1 || (support !== 'none' && support !== 'told')) return true;
    if (/[بك]/.test(proclitics) || (head.foreign && proclitics !== '')) return false;
    return (!head.foreign && !isWordElse(view, first)) || support === 'told' || opensHere(view, first);
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
  if (parts[0]!.kind === 'kunya' && support !== 'none') return true;
  if (company.length === 0) {
    const isTitle = hits.some(({ value }) => value.kind === 'title');
    if ((isTitle && support !== 'listed' && support !== 'in-list') || isAttachedWord(view, first)) return false;
    // وقالت هبة، التي …
    if (support === 'told' && view.itemAt(first - 1)?.reporting?.kind === 'verb')
      return !isWordElse(view, first) && isFollowedByClause(view, last + 1);
    const isJoined = support === 'in-list' || (support === 'listed' && proclitics.startsWith('و'));
    return isJoined && !isWordElse(view, first) && closesName(view, last + 1);
  }
  if (company.some(({ plain, kind }) => plain || kind === 'lineage'))
    return support !== 'none' || !isAttachedWord(view, first);
  if (isAttachedWord(view, first)) return support === 'in-list';
  if (hits.some(({ value }) => value.kind === 'title') && !company.some(({ kind }) => kind === 'given')) return false;
  if (support === 'listed' || support === 'in-list') return true;
  if (support === 'office' && closesName(view, last + 1)) return true;
  const given = company.some(({ kind }) => kind === 'given');
  // قتل فلاح حسن المطشر: behind a word of harm a whole name is one, though فلاح is a farmer too.
  if (isWordElse(view, first)) return support === 'told' && given && isWhole(company) && isNoun(view, first);
  if (/[لب]/.test(proclitics) && support !== 'office') return false; // لجنة is no «to Janna»
  const family = company.some(
    ({ kind, form }) =>
      kind !== 'unknown' ||
      (form.startsWith('ال') && !(support === 'told' ? /(?:ون|ين)$/ : /(?:ون|ين|ات)$/).test(form)),
  );
  if (support === 'told') return given || family;
  if (support === 'quoted') return given || (family && !parts[0]!.form.startsWith('ال'));
  if (support !== 'none' || (given && company.length > 1)) return true;
  return (
    family &&
    (opensHere(view, first) ||
      (followsThat(view, first) && company.some(({ kind, form }) => kind === 'surname' || /^ال.*ي$/.test(form))))
  );
};

/** A further name and a family name. */
const isWhole = (company: Chain['parts']): boolean =>
  company.length > 1 && company.at(-1)!.form.startsWith('ال') && company.at(-1)!.kind !== 'given';

const NOUNS = new Set(['people', 'thing', 'measure', 'trigger', 'cue']);
const isNoun = (view: View, at: number): boolean => NOUNS.has(view.itemAt(at)?.kind ?? '');

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
  // مقتل عابدين الحسن: a family name, or a name that is nothing else, must follow.
  if (support === 'told') return behind.some(({ kind, plain }) => kind === 'surname' || (kind === 'given' && plain));
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

/** باسم is «in the name of» as well: a preposition written on a known word. */
const isAttachedWord = (view: View, at: number): boolean =>
  view.tokens[at]!.word.cuts.some(
    ({ proclitics, stem, enclitic }) => proclitics !== '' && !enclitic && view.words.after.has(stem),
  );

/** An opening mark, a comma or a new line stands right before. */
const opensHere = (view: View, at: number): boolean => {
  let before = at - 1;
  while (isQuote(view.tokens[before])) before--;
  const token = view.tokens[before];
  return !token || token.kind === 'break' || (token.kind === 'mark' && /^[(:،,#]$/.test(token.word.form));
};

/** «إن علي الحسيني قتل»: a clause opens with the name. */
const followsThat = (view: View, at: number): boolean => view.itemAt(at - 1)?.kind === 'complementiser';

/** What a speaker says, or who they are, follows: a mark, إن, التي. */
const isFollowedByClause = (view: View, at: number): boolean => {
  if (view.tokens[at]?.kind !== 'word') return true;
  const kind = view.itemAt(at)?.kind;
  return kind === 'complementiser' || kind === 'relative';
};

/** A word of saying or of harm stands right before. */
export const isTold = (view: View, at: number): boolean => {
  let item = view.itemAt(at - 1);
  // قتل أمس فلان
  if (item?.kind === 'date' && item.last < at) item = view.itemAt(item.first - 1);
  if (item === undefined || item.last >= at) return false;
  if (item.kind === 'reporting' || roleOfItem(item) !== null) return true;
  // القبض على فلان, الإفراج عن فلان
  const governor = item.kind === 'preposition' ? view.itemAt(item.first - 1) : undefined;
  // تحققت من خلو المواقع: what was verified or learned «from» (من) is a thing as often as a person.
  if (governor?.kind === 'reporting' && view.tokens[item.first]?.word.form === 'من') return false;
  return governor !== undefined && roleOfItem(governor) !== null;
};
