import type { Form, FormInput } from '../form.js';
import { lossTally } from '../losses.js';
import { about } from './about.js';
import { type PeopleTable, sayingIn, sheetOf } from './column.js';
import { checks, disputes } from './findings.js';
import { incidents } from './incidents.js';
import { claims, reports } from './said.js';
import { control, tolls } from './series.js';
import { MOST_IN_CELL, MOST_ROWS, type Sheet, workbook } from './workbook.js';

const LANGUAGES = ['ar', 'en'] as const;

/** The sheets of a table, one a language. */
const inBoth = <Row>(table: PeopleTable<Row>, input: FormInput): readonly Sheet[] =>
  LANGUAGES.map((language) => sheetOf(table, sayingIn(language, input)));

/** A workbook for people: each table as an Arabic sheet from the right and as an English one, in the words of both. */
export const xlsx: Form = {
  id: 'xlsx',
  about: { ar: 'مصنّف جداول بالعربية والإنكليزية', en: 'a workbook of tables in Arabic and English' },
  ending: '.xlsx',
  write: async (input) => {
    const pairs = [
      inBoth(incidents(input), input),
      inBoth(tolls(input), input),
      inBoth(control(input), input),
      inBoth(disputes(input), input),
      inBoth(checks(input), input),
      inBoth(claims(input), input),
      inBoth(reports(input), input),
    ];
    const tally = lossTally([
      'Texts of reports, offsets, rules, and why claims were held to be one incident.',
      'How a date is uncertain (EDTF): it is said in words, with its first and last possible day.',
    ]);
    for (const [sheet] of pairs) {
      tally.lose('row beyond the 1,048,576 that a sheet can have', Math.max(0, sheet!.rows.length + 1 - MOST_ROWS));
      const long = sheet!.rows.flat().filter((cell) => typeof cell === 'string' && cell.length > MOST_IN_CELL);
      tally.lose('text cut at the 32,767 letters that a cell can have', long.length);
    }
    const losses = tally.list();
    const sheets = [inBoth(about(input, losses), input), ...pairs];
    const ordered = LANGUAGES.flatMap((_, i) => sheets.map((pair) => pair[i]!));
    return { files: new Map([[input.name, await workbook(ordered)]]), losses };
  },
};
