import { spelling } from '../words/classes.js';
import type { Support } from './accept.js';
import { closesName, formAt, hasRole, isBare, isWord, looksVerbal, mayBeName } from './shape.js';
import { isMark, isQuote, type NameFacts, type View } from './view.js';
import type { GivenName, Sex } from './words.js';

/** One part of a name: a given name, أبو بكر, عبد الله, نور الدين, بن علي, a family name. */
export interface NamePart {
  readonly kind: 'given' | 'kunya' | 'servant' | 'compound' | 'lineage' | 'surname' | 'unknown';
  /** Folded, without spaces: عبد الله and عبدالله are one. */
  readonly form: string;
  /** As a word hardly anything but a name. */
  readonly plain: boolean;
  readonly foreign: boolean;
  readonly sex: Sex | null;
  /** Tokens, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A row of words that can be one name. */
export interface Chain {
  readonly first: number;
  readonly last: number;
  /** و, ل and the like, written before the first word and no part of the name. */
  readonly proclitics: string;
  readonly parts: readonly NamePart[];
}

const LONGEST = 7;
const MOST_UNKNOWN = 3;
const UNANNOUNCED: ReadonlySet<Support> = new Set(['none', 'quoted', 'told']);

interface Position {
  readonly isFirst: boolean;
  /** The word before announces a name. */
  readonly announced: boolean;
  /** Something speaks for a name here. */
  readonly supported: boolean;
  readonly foreign: boolean;
}

const part = (
  view: View,
  kind: NamePart['kind'],
  first: number,
  last: number,
  more: Partial<NamePart> = {},
): NamePart => {
  let form = '';
  for (let k = first; k <= last; k++) if (isWord(view, k)) form += formAt(view, k);
  form = form.slice(view.factsAt(first).proclitics.length);
  return { kind, form, plain: true, foreign: false, sex: null, first, last, ...more };
};

const NAMES_OF_GOD = new RegExp(`^ال|${spelling('person/served').source}`);
const HOUSE = 'ال'; // آل, folded

/** What of a name begins at a word; null when nothing does. */
const partAt = (view: View, at: number, position: Position): NamePart | null => {
  if (!isWord(view, at)) return null;
  const facts = view.factsAt(at);
  const { isFirst } = position;
  if (facts.proclitics && !isFirst) return null;
  const next = at + 1;
  const nextFacts = isWord(view, next) ? view.factsAt(next) : null;
  if (nextFacts?.closes && (facts.compound || facts.given || (!isFirst && formAt(view, next) === 'الدين'))) {
    const plain =
      !isFirst || (formAt(view, at) !== 'ذو' && formAt(view, next) !== 'الله') || (facts.given?.plain ?? false);
    return part(view, 'compound', at, next, { sex: 'male', plain });
  }
  if (facts.kunya) return kunyaAt(view, at, position);
  if (facts.servant && nextFacts && NAMES_OF_GOD.test(formAt(view, next)))
    return part(view, 'servant', at, next, { sex: 'male' });
  if (facts.lineage && (!isFirst || position.announced)) {
    if (formAt(view, at) === HOUSE) return nextFacts && !isFirst ? part(view, 'lineage', at, next) : null;
    const of =
      partAt(view, next, { ...position, isFirst: false }) ??
      (mayBeName(view, next, true, position.foreign) ? part(view, 'unknown', next, next) : null);
    return of && of.kind !== 'lineage' ? part(view, 'lineage', at, of.last, { plain: of.plain }) : null;
  }
  return facts.given ? givenAt(view, at, facts, position) : null;
};

const kunyaAt = (view: View, at: number, position: Position): NamePart | null => {
  const next = at + 1;
  if (!isWord(view, next) || view.factsAt(next).after) return null;
  const head = formAt(view, at).slice(view.factsAt(at).proclitics.length);
  const of = partAt(view, next, { ...position, isFirst: false });
  const item = view.itemAt(at);
  // أبو كمال, أم الفحم: a listed place, unless a name is announced.
  const isPlace = item?.kind === 'place' && item.last > item.first && (item.place?.candidates.length ?? 0) > 0;
  if (isPlace && position.isFirst && !position.announced) return null;
  if (
    !of &&
    (head !== 'ابو' ||
      // سعاد فتحي أبو شقرا: behind a name it is a family's.
      !(!position.isFirst || position.announced || mayBeName(view, next, true, false) || view.factsAt(next).definite))
  )
    return null;
  const sex = view.words.femaleParts.has(head) ? 'female' : 'male';
  return part(view, 'kunya', at, of?.last ?? next, { sex, plain: of?.plain ?? false });
};

/** The last letter tells some names from other words: منى from مني, علي from على, سلمى from سلمي. */
export const isWrittenAs = (view: View, at: number, { last }: GivenName): boolean => {
  if (!/[ىي]/.test(last)) return true;
  const { start } = view.tokens[at]!;
  let { end } = view.tokens[at]!;
  while (end > start && isMark(view.text.charCodeAt(end - 1))) end--;
  return last.includes(view.text[end - 1]!);
};

const givenAt = (
  view: View,
  at: number,
  facts: NameFacts,
  { isFirst, announced, supported }: Position,
): NamePart | null => {
  const { sex, foreign, ...given } = facts.given!;
  const asWritten = isWrittenAs(view, at, facts.given!);
  const plain = given.plain && (asWritten || given.last.includes('ي'));
  const goesOn =
    !isFirst &&
    ((supported && isWord(view, at + 1) && (isGivenNext(view, at + 1) || view.factsAt(at + 1).definite)) ||
      closesBehind(view, at + 1));
  if (facts.after && (plain || !(announced || goesOn))) return null;
  if (!plain) {
    if (!asWritten && (isFirst || !isGivenNext(view, at + 1))) return null;
    const item = view.itemAt(at);
    if (item && (item.kind === 'date' || item.kind === 'number') && item.last > item.first) return null;
    const ends = closesName(view, at + 1) || continues(view, at + 1) || closesBehind(view, at + 1);
    if (!isFirst && (hasRole(view, at) || isActing(view, at)) && !ends) return null;
  }
  return part(view, 'given', at, at, { sex, plain, foreign });
};

/** الشاب يشار محمد القرباطي: between an announcement and a whole name even a verb is a name. */
const isVerb = (view: View, at: number): boolean => {
  const { after, definite, proclitics } = view.factsAt(at);
  const kind = view.itemAt(at)?.kind;
  return !after && !definite && proclitics === '' && (kind === 'reporting' || kind === 'support' || kind === 'trigger');
};

const ACTING = new Set(['reporting', 'trigger', 'support', 'cue', 'measure', 'people']);

/** A verb or a word of an event that is a name too: طالب (demanded), صادق (ratified). */
const isActing = (view: View, at: number): boolean => ACTING.has(view.itemAt(at)?.kind ?? '');

const isGivenNext = (view: View, at: number): boolean => {
  if (!isWord(view, at)) return false;
  const { given, proclitics, servant, kunya, lineage } = view.factsAt(at);
  return proclitics === '' && (given !== null || servant || kunya || lineage);
};

const continues = (view: View, at: number): boolean =>
  isGivenNext(view, at) ||
  (isWord(view, at) && (!view.factsAt(at).definite || isFamilyName(view, at)) && mayBeName(view, at, true, false));

/** سمير خلف الدرويش: what may be a family name ends the row, so that خلف (Khalaf; behind) is a name before it. */
const closesBehind = (view: View, at: number): boolean =>
  isWord(view, at) && view.factsAt(at).definite && mayBeName(view, at, true, false) && closesName(view, at + 1);

/** الحلبي: the adjective of a place or clan, or a listed family name. */
const isFamilyName = (view: View, at: number): boolean => view.factsAt(at).surname || formAt(view, at).endsWith('ي');

/** An unknown word as part of a name: one behind a name, a second where a name was announced. */
const unknownAt = (view: View, at: number, parts: readonly NamePart[], support: Support): NamePart | null => {
  const isFirst = parts.length === 0;
  const foreign = parts.some((one) => one.foreign);
  const unknown = parts.filter(({ kind }) => kind === 'unknown');
  if (
    unknown.length >= MOST_UNKNOWN ||
    (isFirst && UNANNOUNCED.has(support) && support !== 'told') ||
    !isWord(view, at)
  )
    return null;
  const form = formAt(view, at);
  const { kunya, servant, lineage } = view.factsAt(at);
  if (kunya || servant || lineage) return null;
  // ماهر الأخضراوي يومه: a family name with the article ends the name before what may be a verb.
  if (looksVerbal(form) && parts.some((one) => one.form.startsWith('ال'))) return null;
  const isRepeated = parts.some((one) => one.form === form);
  if (isFirst && /^ل.{5,}/.test(form)) return null;
  const isWaw = isFirst && support === 'named' && form.startsWith('و') && form.length > 3;
  // الطفلة تقى محمد: what looks like a verb is a name between an announcement and a given name.
  const isFramed =
    isFirst &&
    support === 'announced' &&
    isGivenNext(view, at + 1) &&
    (isBare(view, at) || (isVerb(view, at) && continues(view, at + 2)));
  if (!isRepeated && !isWaw && !isFramed && !mayBeName(view, at, !isFirst, foreign, !UNANNOUNCED.has(support)))
    return null;
  const definite = view.factsAt(at).definite;
  // برتراند لوموان: two bare unknown words are a whole name.
  if (
    definite &&
    !view.factsAt(at).surname &&
    unknown.length > 1 &&
    unknown.length === parts.length &&
    !unknown.some((one) => one.form.startsWith('ال'))
  )
    return null;
  const closes = parts[0]?.plain === true && closesName(view, at + 1);
  const most = foreign || closes || !UNANNOUNCED.has(support) ? 2 : 1;
  if (!definite && unknown.filter((one) => !one.form.startsWith('ال')).length >= most) return null;
  return part(view, view.factsAt(at).surname ? 'surname' : 'unknown', at, at, { plain: false });
};

/** The longest row of words from a token that can be one name. */
export const chainAt = (view: View, first: number, support: Support): Chain | null => {
  const parts: NamePart[] = [];
  const announced = support === 'named' || support === 'announced';
  const supported = !UNANNOUNCED.has(support);
  for (let at = first; parts.length < LONGEST; ) {
    const foreign = parts.some((one) => one.foreign);
    const next =
      partAt(view, at, { isFirst: at === first, announced, supported, foreign }) ?? unknownAt(view, at, parts, support);
    if (!next) break;
    parts.push(next);
    at = next.last + 1;
    if (isQuote(view.tokens[at])) break;
    if (next.foreign && isHyphen(view, at)) at++; // جان-إيف
  }
  if (parts.length === 0) return null;
  parts.push(...restOfQuote(view, first, parts.at(-1)!.last));
  return { first, last: parts.at(-1)!.last, proclitics: view.factsAt(first).proclitics, parts };
};

/** Words that are a name by what frames them, each a part of it. */
export const framedChain = (view: View, first: number, last: number): Chain => {
  const parts: NamePart[] = [];
  for (let at = first; at <= last; at++) {
    const { given } = view.factsAt(at);
    parts.push(
      part(view, given ? 'given' : 'unknown', at, at, {
        plain: given !== null,
        sex: given?.sex ?? null,
        foreign: true,
      }),
    );
  }
  return { first, last, proclitics: '', parts };
};

/** «"أبو جهاد الميداني"»: where a name begins a quotation, what little is left of it belongs to the name. */
const restOfQuote = (view: View, first: number, last: number): readonly NamePart[] => {
  if (!isQuote(view.tokens[first - 1])) return [];
  const rest: NamePart[] = [];
  for (let at = last + 1; at <= last + 2; at++) {
    if (isQuote(view.tokens[at])) return rest;
    const kind = view.itemAt(at)?.kind;
    if (!isWord(view, at) || (kind !== undefined && kind !== 'word' && kind !== 'place' && kind !== 'actor')) return [];
    rest.push(part(view, 'unknown', at, at, { plain: false }));
  }
  return isQuote(view.tokens[last + 3]) ? rest : [];
};

const isHyphen = (view: View, at: number): boolean => {
  const token = view.tokens[at];
  return token?.kind === 'mark' && token.word.form === '-' && !token.spaced && view.tokens[at + 1]?.spaced === false;
};
