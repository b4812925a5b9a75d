import type { Sentence } from '../clause/sentence.js';
import { subjectOf } from './subject.js';

/** Words for what is done with a weapon before it hits. */
const HANDLES: ReadonlySet<string> = new Set(['plant', 'fire']);

/** «انفجار عبوة زرعها مسلحون» (the blast of a device that gunmen laid), «بصواريخ أطلقها الحزب» (rockets that it fired): whose weapon it was. */
export const whoseWeapon = (sentence: Sentence, at: number, end: number): number[] => {
  const { items, clauses } = sentence;
  for (const clause of clauses) {
    const { antecedent, verb } = clause;
    if (verb === null || antecedent === null || antecedent <= at || antecedent > end) continue;
    const handles = items[verb]!.senses?.some(({ word }) => 'shared' in word && HANDLES.has(word.shared)) ?? false;
    if (handles && items[antecedent]!.means !== undefined)
      return subjectOf(sentence, clause).items.filter((k) => k > verb);
  }
  return [];
};
