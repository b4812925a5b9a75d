import type { Item } from '../scan/item.js';

const PRONOUNS: ReadonlySet<string> = new Set(['هم', 'هن', 'ها', 'هما']);

/** A word that divides the count before it: بينهم, من ضمنهم, منهم. */
export const isPartCue = ({ kind, cue, preposition, enclitic }: Item): boolean =>
  kind === 'cue'
    ? cue === 'part' && enclitic !== ''
    : kind === 'preposition' && (preposition === 'بين' || preposition === 'من') && PRONOUNS.has(enclitic);

/** Whether an item is «على» of «على الأقل» (at least), which belongs to the number. */
export const isAtLeast = (items: readonly Item[], at: number): boolean =>
  items[at]?.preposition === 'على' && items[at + 1]?.form === 'الاقل';
