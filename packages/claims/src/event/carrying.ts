import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';
import { because, type Reason, sharedOf } from './dropped.js';

/** «شن غارة» (launched a raid): a word that only carries the event of another one. */
export const onlyCarries: Reason = ({ sentence, carriers, attempts }, draft) => {
  const carried = carriers.get(draft.item);
  if (!carried || carried === draft || attempts.has(draft) || draft.sense.frame === 'repel') return null;
  // «إطلاق صواريخ وقصف مدفعي» (firing of rockets, and shelling): with what was fired it tells an event itself.
  if (isShot(draft) && sentence.items[carried.item]!.conjunction === 'و') return null;
  // «قذائف أطلقتها الميليشيا تسببت في مقتل» (shells that the militia fired caused deaths): what was fired is the event.
  if (carried.yields && draft.by !== null && DEADLY.has(draft.by)) return null;
  return CARRIES;
};
const CARRIES = because('it only carries the event of another word');

/** Means that kill by themselves. */
const DEADLY: ReadonlySet<string> = new Set(['guns', 'rockets', 'air', 'drone']);

const isShot = (draft: EventDraft): boolean =>
  isNominal(draft.sense) && sharedOf(draft) !== null && (draft.by === 'rockets' || draft.by === 'guns');
