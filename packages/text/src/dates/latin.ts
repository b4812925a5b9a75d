import calendar from './calendar.json' with { type: 'json' };
import { type Context, type Phrase, pastJoint } from './context.js';
import { yearAt } from './numeric.js';

const { forms, full, other } = calendar.latinMonths;

/** Months of the Gregorian calendar by their English names, folded to small letters. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...forms.map((form, index) => [form, index + 1] as const),
  ...full.map((form, index) => [form, index + 1] as const),
  ...Object.entries(other),
]);

/** Whether a word in Latin letters names a month. */
export const isLatinMonth = (form: string): boolean => MONTHS.has(form.toLowerCase());

/** «March 3, 2021», «3 Mar. 2021»: a full date in English, as posts put into a report carry it; null for less. */
export const readLatin = (context: Context, index: number): Phrase | null => {
  const dayFirst = context.isDigits(index);
  const month = MONTHS.get(context.form(dayFirst ? index + 1 : index).toLowerCase());
  if (month === undefined) return null;
  const next = dayFirst ? index + 2 : index + 1;
  const behind = context.form(next) === '.' ? next + 1 : next;
  const day = Number(context.form(dayFirst ? index : behind));
  if (!(day >= 1 && day <= 31) || (!dayFirst && !context.isDigits(behind))) return null;
  const at = pastJoint(context, dayFirst ? behind : behind + 1);
  const year = yearAt(context, at);
  if (year === null) return null;
  return {
    meaning: { is: 'calendar', year, month, day, weekday: null, which: 'plain', hijri: false },
    last: at,
    sense: 'calendar',
  };
};
