import type { Item } from '../scan/item.js';
import type { Sentence } from './sentence.js';

// How far a word that puts others in another light reaches.

/** Up to the next comma or أنّ. */
export const endOfPhrase = (items: readonly Item[], from: number): number => {
  const end = items.findIndex(
    ({ kind, mark }, k) => k >= from && (kind === 'comma' || kind === 'complementiser' || mark === '.'),
  );
  return end < 0 ? items.length - 1 : end - 1;
};

/** Up to a connector, or a comma behind which a new clause begins. */
export const endOfClause = ({ items, verbs }: Sentence, from: number): number => {
  for (let k = from; k < items.length; k++) {
    const item = items[k]!;
    if (item.mark === '.' || item.mark === '؟' || item.mark === '!') return k - 1;
    if (item.kind === 'connector' && item.form !== 'ما' && item.form !== 'اي' && k > from) return k - 1;
    if (item.kind === 'comma' && startsClause({ items, verbs }, k + 1)) return k - 1;
  }
  return items.length - 1;
};

const startsClause = ({ items, verbs }: Pick<Sentence, 'items' | 'verbs'>, at: number): boolean => {
  const item = items[at];
  return (
    item === undefined ||
    verbs.has(at) ||
    item.kind === 'connector' ||
    item.kind === 'complementiser' ||
    item.reporting !== undefined ||
    item.kind === 'cue' ||
    item.kind === 'relative' ||
    (item.conjunction !== '' && (item.kind === 'preposition' || item.kind === 'word' || item.kind === 'date')) ||
    item.speech !== undefined ||
    // «…، مع استمرار المعارك»: what goes on beside it is told for itself.
    (item.preposition === 'مع' && (items[at + 1]?.cue === 'ongoing' || items[at + 1]?.kind === 'support'))
  );
};

/** What is denied does not reach to what came before or after it, nor to a sentence joined to it. */
export const endOfDenial = (sentence: Sentence, from: number): number => {
  const { items, verbs } = sentence;
  const that = items.findIndex((item, k) => k >= from && k - from < 12 && item.kind === 'complementiser');
  for (let k = Math.max(from, that + 1); k < items.length; k++) {
    const item = items[k]!;
    if (item.kind === 'connector' && item.form !== 'ما' && item.form !== 'اي') return k - 1;
    if (item.kind === 'preposition' && (item.preposition === 'قبل' || item.preposition === 'بعد')) return k - 1;
    if (item.kind === 'comma' && startsClause(sentence, k + 1)) return k - 1;
    if (item.conjunction !== '' && verbs.has(k) && item.speech?.as === 'verb') return k - 1;
  }
  return items.length - 1;
};

/** Behind the comma or connector that parts a clause from the one before. */
export const startOfClause = (items: readonly Item[], at: number): number => {
  for (let k = at - 1; k >= 0; k--) {
    const item = items[k]!;
    if (
      item.kind === 'comma' ||
      item.kind === 'connector' ||
      item.kind === 'complementiser' ||
      (item.mark !== undefined && /[.:؟!]/.test(item.mark))
    )
      return k + 1;
  }
  return 0;
};
