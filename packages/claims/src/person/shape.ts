import { spelling } from '../words/classes.js';
import type { View } from './view.js';

export const isWord = (view: View, at: number): boolean => view.tokens[at]?.kind === 'word';
export const formAt = (view: View, at: number): string => view.tokens[at]!.word.form;

/** Whether a word is a title, announces a name, or is what a street or unit is called by. */
export const hasRole = (view: View, at: number): boolean =>
  view.words.phrases
    .at(view.tokens, at)
    .some(({ value }) => value.kind === 'title' || value.kind === 'bearer' || value.kind === 'mark');

/** The name ends here: what follows is no noun that a title (القائد العسكري) would take. */
export const closesName = (view: View, at: number): boolean => {
  if (!isWord(view, at)) return true;
  if (formAt(view, at).startsWith('و')) return true;
  const kind = view.itemAt(at)?.kind;
  if (kind === undefined || kind === 'word')
    return (view.factsAt(at).after && !view.factsAt(at).definite) || isAttached(view, at);
  return kind !== 'actor' && kind !== 'place' && kind !== 'people';
};

/** «إيفان بتروف» that is listed as a source; a public figure's name is known as a whole. */
const isGivenOfSource = (view: View, at: number): boolean =>
  view.factsAt(at).given !== null &&
  !view.words.phrases.at(view.tokens, at).some(({ value }) => value.kind === 'figure');

const BORROWED = new Set(['trigger', 'support', 'measure']);

/** Whether nothing else was found to stand at a word: no side, place, number, verb or means. */
const isFree = (view: View, at: number, behindName: boolean, supported = false): boolean => {
  const item = view.itemAt(at);
  if (!item) return true;
  // A name behind a place is taken for a part of it: «في الحديدة الصحفي فؤاد النهاري».
  if (item.kind === 'place' && behindName && view.factsAt(item.first).given) return formAt(view, at).startsWith('ال');
  // The sources hold names too: أشرف القدرة.
  if (item.kind === 'source')
    return behindName && (formAt(view, at).startsWith('ال') || (item.first < at && isGivenOfSource(view, item.first)));
  if (item.last > item.first) return false;
  if (item.kind === 'word')
    return !item.means && !item.harm && !item.head && !item.owned && !item.number && !item.metonym;
  if (!behindName) return false;
  // المهندس جلال الدهمان: behind an announced name even a word that is something else closes it.
  const definite = formAt(view, at).startsWith('ال');
  const isBorrowed = item.kind === 'place' || item.kind === 'thing' || (definite && BORROWED.has(item.kind));
  if (supported && !item.metonym && isBorrowed && closesName(view, at + 1)) return true;
  if (item.kind === 'place') return definite && item.metonym === undefined;
  if (item.kind === 'thing') return definite;
  // أبو مصعب السوري: behind a name the adjective of a country is a family name.
  return item.kind === 'actor' && item.side?.heads[0] === 'adjective' && /^ال.*ي$/.test(formAt(view, at));
};

/** نسرين حاج بكري, but محمد شيخ القبيلة. */
const isDefiniteNext = (view: View, at: number): boolean => isWord(view, at + 1) && view.factsAt(at + 1).definite;

/** A word without article, pronoun or preposition, that is nothing else by the tables: maybe an unknown name. */
export const isBare = (view: View, at: number, shortest = SHORTEST): boolean => {
  const word = formAt(view, at);
  const { after, definite, given } = view.factsAt(at);
  if (after || definite || given || word.length < shortest || /^[وفبكل]|(?:هم|ها|هما)$/.test(word)) return false;
  return !hasRole(view, at) && isFree(view, at, false);
};

/** Verbs by their prefix, plurals and duals by their ending, words with something attached. */
const VERBAL = new RegExp(`${spelling('person/verb-beginning').source}|^ت(?!.*ي$)`);
/** A bare word with the beginning of a verb in the imperfect or of a derived form. */
export const looksVerbal = (word: string): boolean => VERBAL.test(word);

const ATTACHED = /^(?:لل|[وفبكل]ال|وب|ول|فال|ل.{4,}ه$|ب.{4,}ه$)|(?:هم|ها|هما)$/;
const PLURAL = /(?:ات|ين|ون|وا|تان|يه)$/;
const SHORTEST = 3;

/** Whether an unknown word can be part of a name: Arabic family names are an open class. */
export const mayBeName = (
  view: View,
  at: number,
  behindName: boolean,
  foreign: boolean,
  supported = false,
): boolean => {
  if (!isWord(view, at)) return false;
  const word = formAt(view, at);
  const facts = view.factsAt(at);
  if (facts.after || word.length < SHORTEST) return false;
  // فاضل بلوي: a family name that looks like «by Luay»; but ومحمد, لأحمد are the next name.
  if (facts.given && facts.proclitics && !(behindName && facts.proclitics === 'ب')) return false;
  if (facts.surname && behindName)
    return !hasRole(view, at) || closesName(view, at + 1) || (!facts.definite && !isDefiniteNext(view, at));
  if (hasRole(view, at) || !isFree(view, at, behindName, supported)) return false;
  if (facts.definite)
    return behindName && (!PLURAL.test(word) || view.words.given.has(word.slice(2)) || closesName(view, at + 1));
  if (isAttached(view, at)) return false;
  if (foreign) return !/^(?:ي|[وفبكل]ال|لل|ب.{4,}ه$)|(?:ات|هم|ها)$/.test(word);
  const isPlural = PLURAL.test(word) && !(behindName && view.tokens[at + 1]?.kind === 'mark');
  return (
    // المواطن آدم إسحق تاور: a last name that begins like a verb.
    (!looksVerbal(word) || (supported && behindName && closesName(view, at + 1))) &&
    !ATTACHED.test(word) &&
    !isPlural &&
    !/^و/.test(word) &&
    (!/[^ي]ا$/.test(word) || (supported && !behindName))
  );
};

/** A word that is nothing else by the tables, whatever letter it begins with: كوفال is no «like Oval». */
export const isUnknown = (view: View, at: number): boolean => {
  if (!isWord(view, at)) return false;
  const { definite, given, proclitics } = view.factsAt(at);
  if (definite || given || proclitics !== '' || formAt(view, at).startsWith('و')) return false;
  return isBare(view, at, 2) || mayBeName(view, at, true, true);
};

/** برصاص, فهو: a preposition or conjunction before a word that is known. */
const isAttached = (view: View, at: number): boolean =>
  view.tokens[at]!.word.cuts.some(
    ({ proclitics, stem, enclitic }) =>
      proclitics !== '' && !enclitic && (view.words.after.has(stem) || view.words.phrases.has(stem)),
  );
