import { fold } from '@isnad/arabic';
import type { FigureClaim } from '@isnad/model';
import type { FormWords } from '../form.js';
import numbers from './numbers.json' with { type: 'json' };

/**
 * The number that ACLED gives a figure: the lowest that is told, and a set number for words that give none.
 * «عشرات القتلى» (tens of dead) → 10; «ما لا يقل عن خمسة» (at least five) → 5.
 */
export const leastIn = (
  { min, max, group, span }: Pick<FigureClaim, 'min' | 'max' | 'group' | 'span'>,
  { groups }: Pick<FormWords, 'groups'>,
): number | null => {
  const vague = numbers.vague.find((one) => one.min === min && one.max === max);
  if (!vague) return min;
  if (vague.unlessSingular) {
    const singular = new Set(groups.get(group)?.singular.map(fold));
    if (
      fold(span.text)
        .split(/\s+/)
        .some((word) => singular.has(word))
    )
      return min;
  }
  return vague.becomes;
};
