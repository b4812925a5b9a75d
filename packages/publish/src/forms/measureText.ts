import type { FigureRange } from '@isnad/model';
import type { FormWords } from './form.js';

/** A figure in words: `killed, civilians: 36–40`. */
export const measureText = ({ measure, group, low, high }: FigureRange, words: FormWords): string => {
  const ofWhat = words.groups.get(group)?.name.en ?? words.actors.get(group)?.name.en ?? group;
  const number =
    low === null
      ? high === null
        ? 'number not known'
        : `up to ${high}`
      : high === null
        ? `at least ${low}`
        : low === high
          ? `${low}`
          : `${low}–${high}`;
  return `${words.measures.get(measure)?.name.en ?? measure}, ${ofWhat}: ${number}`;
};
