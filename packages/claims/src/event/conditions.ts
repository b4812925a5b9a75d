import type { Sentence } from '../clause/sentence.js';
import { isParting } from '../scan/commas.js';
import type { Item } from '../scan/item.js';
import { NEEDS } from './needs.js';
import { hasObjectNeeded } from './objects.js';
import type { Standing } from './standing.js';
import { behind, fitsWording } from './wording.js';

/** How far ahead of a word its clause is looked through for what makes it another matter. */
const AHEAD = 8;

const ahead = ({ items, verbs }: Sentence, at: number): readonly Item[] => {
  let end = at + 1;
  while (end <= at + AHEAD && end < items.length && !isParting(items, end) && !verbs.has(end)) end++;
  return items.slice(at + 1, end);
};

/** Whether what an entry demands beside its word stands there. */
export const meets = (standing: Standing): boolean => {
  const { sentence, at, sense } = standing;
  const { 'unless-ahead': others, 'needs-object': object, needs } = sense.entry;
  if (others && ahead(sentence, at).some(({ form }) => others.includes(form ?? ''))) return false;
  if (!fitsWording(sentence.items, at, sense, behind(sentence.items, at, sense, sentence.verbs.has))) return false;
  if (object) return hasObjectNeeded(object, sentence, at);
  return needs === undefined || NEEDS[needs](standing);
};
