import type { Bilingual } from '@isnad/model';
import { type Naming, naming } from '../../dossier/naming.js';
import type { Cell } from '../../tables/csv.js';
import type { FormInput } from '../form.js';
import type { Sheet } from './workbook.js';

export type Language = keyof Bilingual;

/** What a cell needs to say something in one language. */
export interface Saying {
  readonly language: Language;
  readonly name: Naming;
  /** The names of several ids in one cell, in the language of the sheet. */
  readonly listed: (names: readonly Bilingual[]) => string;
}

/** A column for people: heading in both languages, width in characters, and what stands in it. */
export interface PeopleColumn<Row> {
  readonly heading: Bilingual;
  readonly width: number;
  readonly cell: (row: Row, saying: Saying) => Cell;
}

export const column = <Row>(
  ar: string,
  en: string,
  width: number,
  cell: PeopleColumn<Row>['cell'],
): PeopleColumn<Row> => ({ heading: { ar, en }, width, cell });

/** A table for people, before its language is known. */
export interface PeopleTable<Row> {
  readonly name: Bilingual;
  readonly columns: readonly PeopleColumn<Row>[];
  readonly rows: readonly Row[];
}

const SEPARATOR = { ar: '، ', en: ', ' } as const;

export const sayingIn = (language: Language, { words, published }: FormInput): Saying => ({
  language,
  name: naming(words, published.record),
  listed: (names) => names.map((name) => name[language]).join(SEPARATOR[language]),
});

/** A table as a sheet of one language; Arabic runs from the right. */
export const sheetOf = <Row>({ name, columns, rows }: PeopleTable<Row>, saying: Saying): Sheet => ({
  name: name[saying.language],
  rightToLeft: saying.language === 'ar',
  widths: columns.map(({ width }) => width),
  headings: columns.map(({ heading }) => heading[saying.language]),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row, saying))),
});
