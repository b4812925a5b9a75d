import type { Sentence } from '../clause/sentence.js';

/** «عملية "حماية وطن"», «عملية (حماية وطن)» (Operation «…»): a name in quotation marks, which are no items, or brackets stands behind it. */
export const isNamed = ({ items }: Sentence, at: number): boolean => {
  const next = items[at + 1];
  if (!next || next.kind === 'comma' || next.kind === 'preposition') return false;
  return next.mark === '(' || (next.mark === undefined && next.first - items[at]!.last > 1);
};
