import { fold } from '@isnad/arabic';
import calendar from '../dates/calendar.json' with { type: 'json' };
import type { Token } from '../tokens.js';
import type { Line } from './lines.js';
import { postSignature } from './signs.js';

const WEEKDAYS = new Set(
  calendar.rows.flatMap(({ role, forms }) => (role === 'weekday' ? forms.map((form) => fold(`ال${form}`)) : [])),
);

/** A date line has few words besides its figures. */
const WORDS = 8;
/** Beside a lone year or weekday there are fewer still. */
const FEW_WORDS = 5;
/** Lines from the top and from the bottom in which a date line is looked for. */
const TOP = 6;
const BOTTOM = 4;

/** Short lines at the top or bottom that hold a date: «الخميس 13/ديسمبر/2018 - 11:41 ص». Their dates are not resolved here. */
export const readDateLines = (tokens: readonly Token[], lines: readonly Line[]): readonly Line[] =>
  lines.filter((line, index) => (index < TOP || index >= lines.length - BOTTOM) && isDateLine(tokens, line));

const isDateLine = (tokens: readonly Token[], line: Line): boolean => {
  if (line.isProse || line.words > 2 * WORDS || postSignature(tokens, line)) return false;
  let words = 0;
  let figures = 0;
  let hasYear = false;
  let hasWeekday = false;
  for (let index = line.firstToken; index <= line.lastToken; index++) {
    const { kind, word } = tokens[index]!;
    if (kind === 'digits') {
      figures++;
      hasYear ||= /^(?:19|20)\d\d$/.test(word.form);
    } else if (kind !== 'mark') {
      words++;
      hasWeekday ||= WEEKDAYS.has(word.form);
    }
  }
  if (figures === 0 || words > WORDS) return false;
  return (hasYear && (figures > 1 || words < FEW_WORDS)) || (hasWeekday && words <= FEW_WORDS);
};
