import { isQuote, type NameFacts, type View } from './view.js';
import type { Sex } from './words.js';

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

const isWord = (view: View, at: number): boolean => view.tokens[at]?.kind === 'word';
const form = (view: View, at: number): string => view.tokens[at]!.word.form;

/** The last letter tells common names from other words: منى from مني, علي from على. */
const isWrittenAs = (view: View, at: number, { last }: { readonly last: string }): boolean => {
  if (last !== 'ى' && last !== 'ي') return true;
  const token = view.tokens[at]!;
  return view.text
    .slice(token.start, token.end)
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .endsWith(last);
};

const hasRole = (view: View, at: number): boolean =>
  view.words.phrases
    .at(view.tokens, at)
    .some(({ value }) => value.kind === 'title' || value.kind === 'bearer' || value.kind === 'mark');

/** Whether nothing else was found to stand at a word: no side, place, number, verb or means. */
const isFree = (view: View, at: number, behindName: boolean): boolean => {
  const item = view.itemAt(at);
  if (!item) return true;
  if (item.last > item.first) return false;
  if (item.kind === 'word') return !item.means && !item.harm && !item.head && !item.owned && !item.number;
  if (!behindName) return false;
  if (item.kind === 'place')
    return item.definite || form(view, at).startsWith('ال') || item.place?.candidates.length === 0;
  // أبو مصعب السوري: behind a name the adjective of a country is a family name.
  return item.kind === 'actor' && item.side?.heads[0] === 'adjective' && /^ال.*ي$/.test(form(view, at));
};

/** The name ends here: what follows is no noun that a title (القائد العسكري) would take. */
const closesName = (view: View, at: number): boolean => {
  if (!isWord(view, at) || view.factsAt(at).after) return true;
  const kind = view.itemAt(at)?.kind;
  return kind !== undefined && kind !== 'word' && kind !== 'actor' && kind !== 'place' && kind !== 'people';
};

/** Words that look like verbs, plurals or words with something attached. */
const UNLIKE_NAMES =
  /^(?:ي|تت|ست|سي|است|انت|انف|انه|اعت|اخت|احت|اجت|ارت|اقت|اكت|التق|امت|اند|انض|انس|اشت|اضط|لل|[وفبكل]ال|وب|ول|فال)|(?:ات|ين|ون|وا|تان|يه|هم|ها|هما)$/;
const UNLIKE_NAMES_DEFINITE = /(?:ون|ين|ات|تان|يه)$/;
const SHORTEST = 3;

/** Whether an unknown word can be part of a name: Arabic family names are an open class. */
export const mayBeName = (view: View, at: number, behindName: boolean, foreign: boolean): boolean => {
  if (!isWord(view, at)) return false;
  const word = form(view, at);
  const facts = view.factsAt(at);
  if (facts.after || word.length < SHORTEST || (facts.given && facts.proclitics)) return false;
  if (facts.surname && behindName) return !hasRole(view, at) || closesName(view, at + 1);
  if (hasRole(view, at) || !isFree(view, at, behindName)) return false;
  if (facts.definite) return behindName && (!UNLIKE_NAMES_DEFINITE.test(word) || view.words.given.has(word.slice(2)));
  if (foreign) return !/^(?:ي|[وفبكل]ال|لل)|(?:ات|هم|ها)$/.test(word);
  if (UNLIKE_NAMES.test(word)) return false;
  if (/^ت/.test(word) && !word.endsWith('ي')) return false;
  if (/^و/.test(word)) return false;
  if (/ا$/.test(word) && !view.tokens[at]!.word.form.endsWith('يا')) return false;
  return !isAttached(view, at);
};

/** بالرصاص, لصحيفة: a preposition before a word that is known. */
const isAttached = (view: View, at: number): boolean =>
  view.tokens[at]!.word.cuts.some(
    ({ proclitics, stem, enclitic }) =>
      proclitics !== '' &&
      !enclitic &&
      (view.words.after.has(stem) ||
        view.words.given.has(stem) ||
        view.words.phrases.has(stem)),
  );

const part = (
  view: View,
  kind: NamePart['kind'],
  first: number,
  last: number,
  more: Partial<NamePart> = {},
): NamePart => {
  let joined = '';
  for (let k = first; k <= last; k++) if (isWord(view, k)) joined += form(view, k);
  const { proclitics } = view.factsAt(first);
  return { kind, form: joined.slice(proclitics.length), plain: true, foreign: false, sex: null, first, last, ...more };
};

interface Position {
  readonly isFirst: boolean;
  /** The word before announces a name. */
  readonly announced: boolean;
  readonly foreign: boolean;
}

const NAMES_OF_GOD = /^ال|^رب|^مناف$|^يغوث$/;

/** What of a name begins at a word; null when nothing does. */
const partAt = (view: View, at: number, position: Position): NamePart | null => {
  if (!isWord(view, at)) return null;
  const facts = view.factsAt(at);
  const { isFirst } = position;
  if (facts.proclitics && !isFirst) return null;
  const next = at + 1;
  const nextFacts = isWord(view, next) ? view.factsAt(next) : null;
  if ((facts.compound || facts.given) && nextFacts?.closes && !nextFacts.proclitics) {
    const plain = form(view, next) !== 'الله' || !isFirst || (facts.given?.plain ?? false);
    return part(view, 'compound', at, next, { sex: 'male', plain });
  }
  if (facts.kunya) return kunyaAt(view, at, position);
  if (facts.servant && nextFacts && NAMES_OF_GOD.test(form(view, next)))
    return part(view, 'servant', at, next, { sex: 'male' });
  if (facts.lineage && (!isFirst || position.announced)) {
    const of =
      partAt(view, next, { ...position, isFirst: false }) ??
      (mayBeName(view, next, true, position.foreign) ? part(view, 'unknown', next, next) : null);
    return of && of.kind !== 'lineage' ? part(view, 'lineage', at, of.last, { plain: of.plain, sex: null }) : null;
  }
  if (facts.given) return givenAt(view, at, facts, position);
  return null;
};

const kunyaAt = (view: View, at: number, position: Position): NamePart | null => {
  const next = at + 1;
  if (!isWord(view, next) || view.factsAt(next).after) return null;
  const head = form(view, at).slice(view.factsAt(at).proclitics.length);
  const female = view.words.femaleParts.has(head);
  const of = partAt(view, next, { ...position, isFirst: false });
  const item = view.itemAt(at);
  // أبو كمال, أم الفحم: a listed place, unless a name is announced.
  if (
    item?.kind === 'place' &&
    item.last > item.first &&
    item.place &&
    item.place.candidates.length > 0 &&
    position.isFirst &&
    !position.announced
  )
    return null;
  if (!of && (head !== 'ابو' || !(mayBeName(view, next, true, false) || view.factsAt(next).definite))) return null;
  return part(view, 'kunya', at, of?.last ?? next, { sex: female ? 'female' : 'male', plain: of?.plain ?? false });
};

const givenAt = (view: View, at: number, facts: NameFacts, { isFirst, announced }: Position): NamePart | null => {
  const given = facts.given!;
  const { sex, plain, foreign } = given;
  if (!plain) {
    if (!isWrittenAs(view, at, given) && (isFirst || !continues(view, at + 1))) return null;
    if (facts.after && !announced) return null;
    const item = view.itemAt(at);
    if (item && (item.kind === 'date' || item.kind === 'number') && item.last > item.first) return null;
    if (!isFirst && (hasRole(view, at) || isActing(view, at)) && !endsOrContinues(view, at + 1)) return null;
  } else if (facts.after) return null;
  return part(view, 'given', at, at, { sex, plain, foreign });
};

/** A verb or a word of an event that is a name too: طالب (demanded), صادق (ratified). */
const isActing = (view: View, at: number): boolean => {
  const kind = view.itemAt(at)?.kind;
  return (
    kind === 'reporting' ||
    kind === 'trigger' ||
    kind === 'support' ||
    kind === 'cue' ||
    kind === 'measure' ||
    kind === 'people'
  );
};

const continues = (view: View, at: number): boolean => {
  if (!isWord(view, at)) return false;
  const facts = view.factsAt(at);
  return (
    (facts.given !== null && facts.proclitics === '') ||
    facts.surname ||
    facts.servant ||
    facts.kunya ||
    facts.lineage ||
    mayBeName(view, at, true, false)
  );
};

const endsOrContinues = (view: View, at: number): boolean => !isWord(view, at) || continues(view, at);

/** The longest row of words from a token that can be one name. */
export const chainAt = (view: View, first: number, announced: boolean): Chain | null => {
  const parts: NamePart[] = [];
  let unknown = 0;
  let at = first;
  while (parts.length < LONGEST) {
    const isFirst = parts.length === 0;
    const foreign = parts.some((one) => one.foreign);
    let next = partAt(view, at, { isFirst, announced, foreign });
    if (
      !next &&
      unknown < (foreign ? 2 : MOST_UNKNOWN) &&
      (!isFirst || announced) &&
      mayBeName(view, at, !isFirst, foreign)
    ) {
      // Behind a name one bare unknown word is a family name; a second one only where a name was announced.
      const definite = view.factsAt(at).definite;
      const bareBefore = parts.filter((one) => one.kind === 'unknown' && !one.form.startsWith('ال')).length;
      if (definite || bareBefore < (announced || foreign ? 2 : 1)) {
        next = part(view, view.factsAt(at).surname ? 'surname' : 'unknown', at, at, { plain: false });
        unknown++;
      }
    }
    if (!next) break;
    parts.push(next);
    at = next.last + 1;
    const joint = view.tokens[at];
    // جان-إيف
    if (
      joint?.kind === 'mark' &&
      joint.word.form === '-' &&
      !joint.spaced &&
      view.tokens[at + 1]?.spaced === false &&
      foreign
    )
      at++;
    if (isQuote(view.tokens[at])) break;
  }
  if (parts.length === 0) return null;
  return { first, last: parts.at(-1)!.last, proclitics: view.factsAt(first).proclitics, parts };
};
