import type { Sentence } from '../clause/sentence.js';
import { bareForm, type Item } from '../scan/item.js';
import { classOf } from '../words/classes.js';
import type { Sense } from '../words/senses.js';

/** What verbs and pronouns agree with: a masculine or feminine noun, or several persons. */
export type Concord = 'm' | 'f' | 'p';

/** Folded nouns for sides that are feminine without a feminine ending: broken plurals and short names. */
const FEMININE = classOf('frame/feminine-sides');
/** Folded nouns for several persons. */
const PERSONS = classOf('frame/persons');
/** Names that reports use in both genders. */
const EITHER = classOf('frame/of-either-gender');

/** The gender or number in which a text goes on about a side or people; null when the words do not show it. */
export const concordOf = (item: Item): Concord | null => {
  const { kind, side, group, clitic } = item;
  if (side?.heads[0] === 'adjective') return null;
  if (side?.heads.some((head) => head === 'people' || head === 'leaders')) return 'p';
  if (kind === 'people') return group?.number === 'plural' ? 'p' : null;
  let bare = bareForm(item);
  if (clitic) bare = bare.replace(/^[بلك]/, '');
  if (clitic === 'ل') bare = bare.replace(/^ل(?=.{3})/, '');
  bare = bare.replace(/^ال/, '');
  if (EITHER.has(bare)) return null;
  if (PERSONS.has(bare) || /(?:ون|ين)$/.test(bare)) return 'p';
  return FEMININE.has(bare) || /(?:ه|ات)$/.test(bare) ? 'f' : 'm';
};

/** The same of the noun before a name: «طائرات التحالف» (the coalition's aircraft) go on as «استهدافها» or «استهدافه». */
export const concordOfHead = (item: Item): Concord | null => {
  if (item.side === undefined || item.side.heads.length === 0 || item.word.form === item.form) return concordOf(item);
  const bare = item.word.form.replace(/^[وف]?[بلك]?(?:ال)?/, '');
  return FEMININE.has(bare) || /(?:ه|ات)$/.test(bare) ? 'f' : 'm';
};

/** What the pronoun behind a word stands for: سيطرته (its, masculine), سيطرتها (feminine), تراجعهم (their). */
export const concordOfPronoun = (enclitic: string): Concord | null =>
  enclitic === 'ه' ? 'm' : enclitic === 'ها' ? 'f' : enclitic === 'هم' ? 'p' : null;

/**
 * What a finite verb says of a subject that stands before it: «ليتمركزوا» of several, «وتمكنت» of a feminine.
 * A masculine singular is told of nothing in particular.
 */
export const concordOfVerb = (item: Item): Concord | null => {
  const { clitic, enclitic, senses, supports } = item;
  let bare = bareForm(item);
  // شنته (launched it): the pronoun behind is its object.
  if (enclitic && bare.endsWith(enclitic)) bare = bare.slice(0, -enclitic.length);
  if (clitic) bare = bare.replace(/^[لس]/, '');
  if (bare.endsWith('وا') || bare.endsWith('ون')) return 'p';
  if (bare.length > 2 && bare.endsWith('ت')) return 'f';
  if (bare.length < 4) return null;
  if (bare.startsWith('ت')) return isPerfect(senses ?? supports ?? []) ? null : 'f';
  return bare.startsWith('ي') ? 'm' : null;
};

/** تقدم (advanced), تصدى: the ت of its form, of one man as of many. */
const isPerfect = (readings: readonly { readonly part: Sense['part'] }[]): boolean =>
  readings.some(({ part }) => part === 'perfect') && !readings.some(({ part }) => part === 'imperfect');

/** Whether a noun can be what a verb or pronoun goes on about; unknown on either side is no objection. */
export const agrees = (noun: Concord | null, goesOn: Concord | null): boolean =>
  noun === null || goesOn === null || noun === goesOn;

/** The last side or people before a word that a verb or pronoun can go on about. */
export const lastAgreeing = ({ items }: Sentence, before: number, goesOn: Concord): number | null => {
  for (let k = before - 1; k >= 0; k--) {
    const item = items[k]!;
    if ((item.kind === 'actor' || item.kind === 'people') && agrees(concordOf(item), goesOn)) return k;
  }
  return null;
};
