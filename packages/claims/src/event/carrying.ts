import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';
import { because, type HandOver, type Reason, sharedOf } from './dropped.js';
import { canHit } from './hits-on.js';

/** «شن غارة» (launched a raid): a word that only carries the event of another one. */
export const onlyCarries: Reason = ({ sentence, carriers, attempts }, draft) => {
  const carried = carriers.get(draft.item);
  if (!carried || carried === draft || attempts.has(draft) || draft.sense.frame === 'repel') return null;
  // «أدى الاستهداف إلى اشتعال النيران» (the targeting set it on fire): with the article it carries nothing.
  if (isNominal(draft.sense) && draft.definite && draft.anaphora) return null;
  // «إطلاق صواريخ وقصف مدفعي» (firing of rockets, and shelling): with what was fired it tells an event itself.
  if (isShot(draft) && sentence.items[carried.item]!.conjunction === 'و') return null;
  // «قذائف أطلقتها الميليشيا تسببت في مقتل» (shells that the militia fired caused deaths): what was fired is the event.
  if (carried.yields && draft.by !== null && DEADLY.has(draft.by)) return null;
  return canHit(sentence.items[draft.item]!) ? { why: CARRIES, into: carried, hands: handReach } : because(CARRIES);
};
const CARRIES = 'it only carries the event of another word';

/** «استهدفت المواقع برشقات صاروخية» (targeted the positions with salvoes of rockets): the verb belongs to what is told of the salvoes. */
const handReach: HandOver = ({ roles }, { item }) => {
  roles.first = Math.min(roles.first, item);
};

/** Means that kill by themselves. */
const DEADLY: ReadonlySet<string> = new Set(['guns', 'rockets', 'air', 'drone']);

const isShot = (draft: EventDraft): boolean =>
  isNominal(draft.sense) && sharedOf(draft) !== null && (draft.by === 'rockets' || draft.by === 'guns');
