import type { Sentence } from '../clause/sentence.js';
import type { FrameEntry } from '../words/schema.js';

/**
 * «هجوم عسكري»: what could be a soldier is the adjective of an event that its doer would follow; «المدعومة أميركياً»
 * (backed by America): what could be a side only describes the participle before it.
 */
export const isAdjective = ({ items, verbs }: Sentence, at: number, k: number, frame: FrameEntry): boolean => {
  const item = items[k]!;
  if (item.side?.heads[0] === 'adjective' && item.form?.endsWith('يا') && k - 1 > at && items[k - 1]!.kind === 'word')
    return true;
  const noun = k - 1;
  // مجمعا عسكريا: behind an indefinite noun what could be a soldier is its adjective.
  const before = items[noun]!;
  if (
    (before.kind === 'word' || before.kind === 'thing') &&
    !before.definite &&
    !before.harm &&
    item.kind === 'people' &&
    item.group?.number === 'singular' &&
    /(?:ي|يا|يه)$/.test(item.form ?? '') &&
    !item.definite &&
    !item.conjunction &&
    !item.clitic
  )
    return true;
  return (
    (noun === at ? frame['genitive'] === 'actor' : items[noun]!.kind === 'trigger') &&
    !verbs.has(noun) &&
    item.kind === 'people' &&
    item.group?.number === 'singular' &&
    !item.definite
  );
};
