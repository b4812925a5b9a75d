import type { Item } from './item.js';

/** «فجرت القوات، فجر اليوم، منزلا» (blew up, at dawn today, a house): whether a comma parts what it stands between; those around a date do not. */
export const isParting = (items: readonly Item[], at: number): boolean =>
  items[at]!.kind === 'comma' && items[at + 1]?.kind !== 'date' && items[at - 1]?.kind !== 'date';
