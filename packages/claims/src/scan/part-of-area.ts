import { spelling } from '../words/classes.js';
import type { Item } from './item.js';
import { spelt } from './spelt.js';
import { isNominal } from './words.js';

const tellsWhich = spelt(spelling('scan/quarter-of-area', 'ال'));

/** «القطاع الشرقي من ريف حلب» (the eastern sector of the countryside of Aleppo): a part of the place behind it, no place named before. */
export const isPartOfNamed = (items: readonly Item[], at: number): boolean => {
  if (!items[at]!.place?.anaphoric || !tellsWhich(items[at + 1])) return false;
  const next = items[at + 2];
  const whole = next?.preposition === 'من' ? items[at + 3] : next?.clitic === 'ل' ? next : undefined;
  return whole?.place !== undefined && !whole.place.anaphoric && whole.conjunction === '';
};

const isField = spelt(spelling('scan/battlefield', '[وبل]?(?:ال)?'));

/** «إلى جبهات القتال في ريف حلب» (to the front lines in …): the fighting only says which lines. */
export const isOfField = (items: readonly Item[], at: number): boolean => {
  const { kind, senses, definite, conjunction, clitic } = items[at]!;
  const fights = kind === 'trigger' && definite && !conjunction && !clitic && isField(items[at - 1]);
  return fights && senses!.every((sense) => isNominal(sense) && sense.frame === 'clash');
};
