import { classOf } from '../words/classes.js';
import { isTold } from './accept.js';
import { ageFrom } from './age.js';
import { hasRole, isUnknown, isWord } from './shape.js';
import type { View } from './view.js';

const ONE_OF = classOf('person/one-of');
const RESIDENTS = classOf('person/residents');
const DWELLING = classOf('person/dwelling');
const WHO_IS = classOf('person/before-office');
const MOST_WORDS = 3;

const formOf = (view: View, at: number): string => view.tokens[at]?.word.form ?? '';

/** «، وهي من سكان», «أحد أهالي», «المقيم في»: told of a person named right before. */
const tellsDwelling = (view: View, from: number): boolean => {
  let at = from;
  if (/^[،,]$/.test(formOf(view, at))) at++;
  const isWho = WHO_IS.has(formOf(view, at)) && !ONE_OF.has(formOf(view, at));
  if (isWho) at++;
  if (DWELLING.has(formOf(view, at))) return formOf(view, at + 1) === 'في';
  // «من سكان» alone is told of a number of people as often.
  if (!ONE_OF.has(formOf(view, at)) || (formOf(view, at) === 'من' && !isWho)) return false;
  return RESIDENTS.has(formOf(view, at + 1));
};

/** «(34 عاما)»: an age in brackets with its unit. */
const tellsAge = (view: View, at: number): boolean => {
  if (formOf(view, at) !== '(') return false;
  const age = ageFrom(view, at, view.numbers);
  const { years, months } = view.words.ages;
  return age !== null && (years.has(formOf(view, age.last)) || months.has(formOf(view, age.last)));
};

/** A given name, or a word that is nothing else by the tables: what begins like a verb may be a name here. */
const isOfRow = (view: View, at: number): boolean => {
  if (!isWord(view, at)) return false;
  const { given, after, proclitics } = view.factsAt(at);
  if (given) return !after && proclitics === '' && !hasRole(view, at);
  return isUnknown(view, at) && !/(?:ات|وا)$/.test(formOf(view, at));
};

/**
 * The last word of two or three words that are a person's name by what frames them, though the tables hold no such
 * names: a word of saying or harm right before, an age in brackets or a dwelling right behind. -1 for none.
 */
export const framedRow = (view: View, first: number): number => {
  if (!isTold(view, first)) return -1;
  let last = first - 1;
  while (last < first - 1 + MOST_WORDS && isOfRow(view, last + 1)) last++;
  return last > first && (tellsAge(view, last + 1) || tellsDwelling(view, last + 1)) ? last : -1;
};
