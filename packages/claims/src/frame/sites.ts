import type { Item } from '../scan/item.js';
import type { FrameEntry } from '../words/schema.js';

/** «مواقع قسد», «تحصينات قسد», «أهداف لقسد»: what belongs to a side, named by it. */
export const isSite = (items: readonly Item[], k: number): boolean =>
  items[k]!.side?.heads.includes('positions') === true ||
  (items[k]!.kind === 'actor' &&
    (items[k]!.clitic === '' || items[k]!.clitic === 'ل') &&
    !items[k]!.conjunction &&
    items[k - 1]?.head === 'positions');

/** «من الجيب الأخير للتنظيم» (from the last pocket of IS): whose place it is. */
export const ownsPlace = (items: readonly Item[], k: number): boolean =>
  items[k]!.clitic === 'ل' &&
  (items[k - 1]?.kind === 'place' || (items[k - 1]?.cue === 'side-frame' && items[k - 2]?.kind === 'place'));

/** Whether a word may have whom it hits. */
export const hitsSites = (frame: FrameEntry): boolean => frame['object'] === 'target' || frame['على'] === 'target';

/** «فجر نفسه داخل ثكنات للجيش»: what happens in a side's own position hits the side. */
export const isSiteHit = (items: readonly Item[], k: number, by: string, frame: FrameEntry): boolean =>
  (by === 'في' || by === 'ب') &&
  (items[k]!.side?.heads.includes('positions') || (items[k]!.kind === 'actor' && items[k - 1]?.head === 'positions')) &&
  frame['على'] === 'target' &&
  frame['subject'] === 'actor';
