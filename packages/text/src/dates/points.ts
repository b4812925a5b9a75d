import { readCalendar, readYear } from './calendar-phrase.js';
import type { Context, Phrase } from './context.js';
import { readPartOfDay, readSameDay, readToday, readWeekday } from './days.js';
import { readDayOfUnit, readEdge, readSeason, readUnit } from './periods.js';

type Reader = (context: Context, index: number) => Phrase | null;

/** The readers of points and named periods, in the order in which they are tried. */
const READERS: readonly Reader[] = [
  (context, index) => readCalendar(context, index, null),
  readDayOfUnit,
  readYear,
  readToday,
  readWeekday,
  readPartOfDay,
  readSameDay,
  readEdge,
  readSeason,
  readUnit,
];

/**
 * A point in time or a named period: a date of the calendar, a weekday, yesterday, last year, the beginning
 * of May; with the part of the day behind it (الجمعة مساء). Null when none begins at the token.
 */
export const readPoint = (context: Context, index: number): Phrase | null => {
  for (const read of READERS) {
    const phrase = read(context, index);
    if (!phrase) continue;
    const adverb = phrase.part === undefined ? context.word(phrase.last + 1, 'part-adverb', true) : null;
    if (!adverb) return phrase;
    const { meaning, sense, offset } = phrase;
    return { meaning, last: adverb.next - 1, sense, part: adverb.word.part, offset };
  }
  return null;
};
