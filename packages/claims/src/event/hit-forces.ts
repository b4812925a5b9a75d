import { entryAt } from '@isnad/text';
import type { Sentence } from '../clause/sentence.js';
import { isNominal } from '../scan/words.js';
import type { EventDraft } from './draft.js';
import { because, type Reason } from './dropped.js';
import { canHit, HITTING } from './hits-on.js';

/** «غارات استهدفت تعزيزات» (raids hit reinforcements): forces brought up that are what an attack hit. */
export const wereHit: Reason = ({ sentence, drafts }, draft) => (areHit(sentence, draft, drafts) ? HIT : null);
const HIT = because('what was hit');

const areHit = (
  { items, clauses, clauseOf, governor, verbs }: Sentence,
  draft: EventDraft,
  drafts: readonly EventDraft[],
): boolean => {
  if (draft.sense.frame !== 'deploy' || !isNominal(draft.sense)) return false;
  // «نفذتها طائرات على رتل عسكري» (which aircraft carried out on a convoy)
  if (governor[draft.item] === 'على') return true;
  if (draft.roles.support?.does === 'agent') return false;
  const before = entryAt(items, draft.item - 1);
  // «استهدفت تجمعات وتعزيزات» (hit gatherings and reinforcements): what is joined to what was hit was hit too.
  const joined =
    before?.kind === 'thing' ||
    before?.kind === 'word' ||
    (before?.senses?.some(({ frame }) => frame === 'deploy') ?? false);
  if ((items[draft.item]!.conjunction && !joined) || items[draft.item]!.clitic || governor[draft.item] !== null)
    return false;
  for (let k = draft.item - 1; k >= clauses[clauseOf[draft.item]!]!.first; k--) {
    if (items[k]!.kind === 'comma' || items[k]!.kind === 'connector') return false;
    if (!verbs.has(k) && (items[k]!.kind !== 'trigger' || (joined && k === draft.item - 1))) continue;
    return canHit(items[k]!) || drafts.some(({ item, sense }) => item === k && HITTING.has(sense.frame));
  }
  return false;
};
