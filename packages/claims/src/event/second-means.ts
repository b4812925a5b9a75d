import type { Sentence } from '../clause/sentence.js';
import { isAnother } from '../frame/means.js';
import type { EventDraft } from './draft.js';
import { sharedOf } from './dropped.js';
import type { EventGrammar } from './read.js';

/**
 * «القصف الجوي والصاروخي» (air and rocket fire): a second adjective of another type is a mention of its own.
 */
export const secondMeans = (sentence: Sentence, draft: EventDraft, { words, table }: EventGrammar): EventDraft[] => {
  const name = sharedOf(draft);
  const row = name === null ? undefined : table.get(name);
  // «دمر دبابة ومدفع هاون» (destroyed a tank and a mortar): what is destroyed or shot down fires nothing.
  if (draft.sense.frame === 'damage' || draft.sense.frame === 'intercept') return [];
  if (draft.by === 'naval' || (draft.by === 'ground' && name !== null && words.shared.get(name)?.['in-country']))
    return [];
  for (let k = draft.item + 2; k <= draft.item + ANOTHER_WITHIN; k++) {
    const item = sentence.items[k];
    if (item === undefined || item.kind === 'comma') break;
    if (!isSecondMeans(sentence.items, draft.item, k) || item.means === 'ground') continue;
    // «استهدافات متبادلة بالقذائف والرشاشات» (with shells and machine-guns): what a fight is fought with is no mention.
    if (row === undefined && sentence.items[k - 1]!.clitic === 'ب') continue;
    const type = (row ?? table.get('bombard'))?.get(item.means!);
    const event = type ? words.events.get(type) : undefined;
    if (!type || !event || type === draft.type) continue;
    return [
      {
        ...draft,
        item: k,
        from: k,
        type,
        family: event.family,
        by: item.means!,
        counts: event.counts ?? null,
        countedAs: event['counted-as'] ?? null,
        roles: { ...draft.roles, first: k, last: Math.max(k, draft.roles.last) },
      },
    ];
  }
  return [];
};

/** How far behind a word another one of its kind is told: «قصف مدفعي مكثف على القرية وآخر جوي» (and another from the air). */
const ANOTHER_WITHIN = 8;

const isSecondMeans = (items: Sentence['items'], word: number, at: number): boolean => {
  const item = items[at]!;
  const before = items[at - 1]!;
  if (!item.means || item.clitic || item.kind === 'trigger' || item.kind === 'actor') return false;
  return isAnother(before) || (at <= word + 3 && item.conjunction === 'و' && before.means !== undefined);
};
