import type { Sentence } from '../clause/sentence.js';
import type { Roles } from '../frame/roles.js';
import type { Item } from '../scan/item.js';
import { spelt } from '../scan/spelt.js';
import { classOf, spelling } from '../words/classes.js';

/** Unnamed points that can be taken; areas only mark out ground. */
const POINTS = new Set([
  'positions',
  'points',
  'villages',
  'towns',
  'neighbourhoods',
  'checkpoints',
  'headquarters',
  'bases',
  'sites',
  'buildings',
]);

/** «آخر جيب يسيطر عليه» (the last pocket that it holds). */
const isSuperlative = spelt(spelling('event/superlative', '[وبل]?'));

/** «ثكنة», «ثكنة عسكرية» (a barracks, a military barracks): a building or point that the text does not name. */
const isUnnamed = (items: readonly Item[], at: number): boolean => {
  const noun = items[at];
  if (!noun || noun.definite || noun.conjunction) return false;
  if (noun.kind === 'word' && noun.head === undefined)
    return /(?:ه|ي)$/.test(noun.form ?? '') && isUnnamed(items, at - 1);
  return noun.kind === 'thing' || (noun.kind === 'place' && noun.place!.candidates.length === 0);
};

const WAS = /^كان(?:ت|وا)?$/;

/** «قرية يسيطر عليها», «مناطق يتحصن فيها»: an indefinite noun is only marked out, whatever it lies in. */
const onlyMarksOut = ({ items, verbs }: Sentence, at: number): boolean => {
  // «منزلا كانوا يتحصنون فيه» (a house that they were holed up in)
  const noun = items[WAS.test(items[at - 1]?.form ?? '') ? at - 2 : at - 1];
  const described =
    noun !== undefined &&
    !noun.definite &&
    !noun.conjunction &&
    (noun.kind === 'thing' || (noun.kind === 'place' && [noun, items[at - 2]].some(isSuperlative)));
  const back = items[at + 1];
  const returns = back?.kind === 'preposition' && /^(?:ها|ه)$/.test(back.enclitic);
  return verbs.has(at) && ((described && returns) || (/^بها?$/.test(back?.form ?? '') && isUnnamed(items, at - 1)));
};

/** «سيطر على ثلثي الأراضي» (took two thirds of the land): so much of an area. */
const isShare = ({ items }: Sentence, at: number): boolean =>
  items.slice(at + 1, at + 6).some(({ form }, n) => SHARE.has(form ?? '') && items[at + n + 2]?.definite === true);
const SHARE = classOf('event/share');

/** How far ahead of the word, in items. */
const PLACE_AHEAD = 6;

/** «السيطرة ... على نصف البلدة»: the place may stand behind words that the stretch ends at. */
const hasPlaceAhead = ({ items, verbs }: Sentence, at: number): boolean => {
  for (let k = at + 1; k <= Math.min(items.length - 1, at + PLACE_AHEAD); k++) {
    const other = items[k]!;
    if (verbs.has(k) || other.kind === 'connector' || other.kind === 'complementiser') return false;
    if (other.kind === 'place') return true;
    if (other.kind === 'thing' && other.group?.number !== undefined && POINTS.has(other.group.id)) return true;
  }
  return false;
};

/** «المناطق التي يسيطر عليها النظام في حلب» (the areas which it holds in Aleppo): whatever they lie in. */
const marksOutAreas = ({ items, clauses, clauseOf, verbs }: Sentence, at: number): boolean => {
  const { opener, antecedent } = clauses[clauseOf[at]!]!;
  const areas = opener === 'relative' && verbs.has(at) && antecedent !== null ? items[antecedent]!.place : undefined;
  return areas !== undefined && areas.candidates.length === 0 && !areas.anaphoric && items[at + 1]?.enclitic === 'ها';
};

/** A named place, or a pronoun for one: «مناطق يسيطر عليها» only marks out an area (guide, rule 7). */
export const namesPlace = (sentence: Sentence, at: number, roles: Roles): boolean => {
  const clause = sentence.clauses[sentence.clauseOf[at]!]!;
  if (onlyMarksOut(sentence, at) || marksOutAreas(sentence, at)) return false;
  if (roles.places.length > 0 || isShare(sentence, at)) return true;
  if (hasPlaceAhead(sentence, at)) return true;
  // «أن حلب خرجت عن سيطرة النظام» (that Aleppo got out of its control): the place is the subject.
  const isPast = sentence.items[at]!.senses!.some(({ part }) => part === 'perfect');
  if (
    isPast &&
    sentence.verbs.has(at) &&
    sentence.items[at - 1]?.kind === 'place' &&
    sentence.governor[at - 1] === null
  )
    return true;
  if (!roles.pronounPlace) return false;
  if (clause.opener === 'relative')
    return clause.antecedent !== null && sentence.items[clause.antecedent]!.kind === 'place';
  // «انتهت المعارك بسيطرة القوات عليها» (ended with their control of it): a verbal noun describes no noun before it.
  if (!sentence.verbs.has(at)) return true;
  const noun = sentence.items[at - 1];
  return !(
    noun?.kind === 'thing' ||
    (noun?.kind === 'word' && !noun.definite && noun.head === undefined && !noun.conjunction)
  );
};
