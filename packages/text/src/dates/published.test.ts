import { readLetters } from '@isnad/arabic';
import { dayNumber } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../tokens.js';
import { Vocabulary } from '../words.js';
import { type Circumstances, readDates, readPublished } from './index.js';

const vocabulary = new Vocabulary();

/** Publication of a text whose first line is its date line when it is set apart by a line break. */
const published = (text: string, circumstances?: Circumstances): string => {
  const tokens = readTokens(readLetters(text), vocabulary);
  const mentions = readDates(tokens, text, { published: null });
  const end = text.indexOf('\n');
  const { edtf, basis, evidence } = readPublished(mentions, end < 0 ? [] : [{ start: 0, end }], tokens, circumstances);
  return `${basis} ${edtf} ${evidence?.text ?? '-'}`;
};

const cases: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['a date line', 'الخميس 13/ديسمبر/2018 - 11:41 ص\nقال المصدر', 'stated 2018-12-13 الخميس 13/ديسمبر/2018'],
  ['a label', 'نُشر في: 12 مايو 2020\nقتل ثلاثة', 'stated 2020-05-12 12 مايو 2020'],
  [
    'today beside a full date',
    'انفجرت سيارة مساء اليوم السبت (6 آب 2022)',
    'stated 2022-08-06 مساء اليوم السبت (6 آب 2022)',
  ],
  [
    'yesterday beside a full date',
    'قصفت الطائرات أمس الأحد 16 كانون الأول 2018',
    'stated 2018-12-17 أمس الأحد 16 كانون الأول 2018',
  ],
  [
    'the last full date of an event',
    'حاولت يوم الجمعة 4-5-2018 الوصول، ثم انسحبت ليلة السبت 5-5-2018',
    'inferred 2018-05-05/2018-05-11 ليلة السبت 5-5-2018',
  ],
  [
    'narrowed by the weekday of today',
    'قصفت يوم الجمعة 4-5-2018 البلدة، وقالت اليوم الاثنين إنها انسحبت',
    'inferred 2018-05-07 يوم الجمعة 4-5-2018',
  ],
  [
    'a later day whose weekday fits the year',
    'قصفت يوم الجمعة، 26/ أيار/ 2023، ثم صباح يوم الثلاثاء 20 حزيران',
    'inferred 2023-06-20/2023-06-26 صباح يوم الثلاثاء 20 حزيران',
  ],
  [
    'the day of a post on the weekday of today',
    'قتل ثلاثة، أمس الثلاثاء، في قصف على البلدة\n— (@sahl) March 3, 2021',
    'inferred 2021-03-03 March 3, 2021',
  ],
  [
    'the day of a post, its weekday told bare',
    'قتل ثلاثة، الأربعاء، في قصف على البلدة\n— (@sahl) March 3, 2021',
    'inferred 2021-03-03 March 3, 2021',
  ],
  [
    'a post and another weekday',
    'قتل ثلاثة، الأحد، في قصف على البلدة\n— (@sahl) March 3, 2021',
    'inferred 2021-03-03/2021-03-09 March 3, 2021',
  ],
  ['a beginning without a year', 'مستمرة منذ العاشر من أيلول/سبتمبر', 'none null -'],
  ['a beginning long ago', 'يقصف منذ 26 آذار/مارس 2015 المدن', 'none null -'],
  ['history', 'سيطرت عليها في 20 كانون الثاني من العام 2018، وذكرت اليوم الخميس', 'none null -'],
  ['only a year', 'اندلع القتال عام 2014', 'none null -'],
  ['only weekdays', 'قتل ثلاثة أمس الأحد ويوم الخميس الماضي', 'none null -'],
  ['nothing', 'قتل ثلاثة', 'none null -'],
];

describe('publication', () => {
  for (const [what, text, expected] of cases) it(`${what}: ${expected}`, () => expect(published(text)).toBe(expected));
});

const today = 'قتل رجل اليوم الثلاثاء 22 شباط/فبراير الجاري';
const years = (first: number, last: number) => ({ first: dayNumber(first, 1, 1), last: dayNumber(last, 12, 31) });
const circumstances: readonly (readonly [what: string, text: string, known: Circumstances, expected: string])[] = [
  ['a day in the address', 'قتل ثلاثة', { address: 'https://a.example/2021/08/30/خبر/' }, 'inferred 2021-08-30 -'],
  ['a day in one number', 'قتل ثلاثة', { address: 'http://a.example/ar/20180429-خبر' }, 'inferred 2018-04-29 -'],
  ['a day that there is not', 'قتل ثلاثة', { address: 'https://a.example/2021/06/31/x' }, 'none null -'],
  ['a number that is no date', 'قتل ثلاثة', { address: 'https://a.example/articles/2021083/' }, 'none null -'],
  [
    'the text before the address',
    'الخميس 13/ديسمبر/2018\nقال',
    { address: 'https://a.example/2018/12/14/x' },
    'stated 2018-12-13 الخميس 13/ديسمبر/2018',
  ],
  [
    'one year fits the weekday',
    today,
    { lifetime: () => years(2015, 2026) },
    'inferred 2022-02-22 اليوم الثلاثاء 22 شباط/فبراير الجاري',
  ],
  ['two years fit it', today, { lifetime: () => years(2010, 2026) }, 'none null -'],
  [
    'two years fit it, and in one the sides came later',
    'قتل رجل اليوم الثلاثاء 25 آذار',
    { lifetime: () => ({ first: dayNumber(2014, 10, 1), last: dayNumber(2026, 12, 31) }) },
    'inferred 2025-03-25 اليوم الثلاثاء 25 آذار',
  ],
  [
    'the number of a post',
    'قتل ثلاثة',
    { address: 'https://x.com/a/status/1541815603606036480' },
    'inferred 2022-06-28 -',
  ],
  ['none fits it', today, { lifetime: () => years(2015, 2021) }, 'none null -'],
  ['nothing is known of the sides', today, {}, 'none null -'],
  [
    'a later year written in the text',
    `${today}، وقتل آخر في 3 آذار 2015`,
    { lifetime: () => years(2010, 2026) },
    'inferred 2022-02-22 اليوم الثلاثاء 22 شباط/فبراير الجاري',
  ],
];

describe('publication by circumstances', () => {
  for (const [what, text, known, expected] of circumstances)
    it(`${what}: ${expected}`, () => expect(published(text, known)).toBe(expected));
});
