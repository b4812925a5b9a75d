import type { Made } from './draft.js';
import { harmAt, type Splits } from './harm.js';
import { type Counting, nounAt } from './noun.js';

/** «لم يُصب أو يُقتل أحد», «لم يقتل أي إسرائيلي»: nobody, which is a count; no news of losses is none. */
export const zeroAt = (
  counting: Counting,
  at: number,
  splits: Splits,
): { readonly figures: readonly Made[]; readonly last: number } | null => {
  const {
    sentence: { items },
    words,
  } = counting;
  if (items[at]!.kind !== 'negator') return null;
  const harms: { measure: string; item: number }[] = [];
  for (let k = at + 1; k < Math.min(items.length, at + 7); k++) {
    const item = items[k]!;
    const measure = harmAt(counting, k, splits);
    if (measure) {
      harms.push({ measure, item: k });
      continue;
    }
    if (harms.length > 0 && words.is('nobody', item)) {
      const noun = nounAt(counting, k + 1);
      const last = noun?.of === 'people' ? noun.last : k;
      const group = noun?.of === 'people' ? (noun.side ?? noun.group ?? 'persons') : 'persons';
      return {
        last,
        figures: harms.map(({ measure, item: source }) => ({
          first: at,
          last,
          measure,
          group,
          min: 0,
          max: 0,
          approximate: false,
          source,
          rule: 'figure/nobody',
        })),
      };
    }
    if (item.kind !== 'word' && item.kind !== 'preposition' && item.kind !== 'cue') return null;
  }
  return null;
};
