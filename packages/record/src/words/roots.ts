import type { Bilingual } from '@isnad/model';
import type { Case } from '../case.js';
import { nameOf } from './names.js';

const REPORT = /^report:(.*)$/;

/** A root source in words; a report without an outlet is called by its file. */
export const rootName = (root: string, inCase: Case): Bilingual => {
  const report = REPORT.exec(root)?.[1];
  if (report === undefined) return nameOf(root, inCase.lexicon);
  const file = fileOf(report, inCase);
  return { en: `report ${file}`, ar: `التقرير ${file}` };
};

/** The name of a report's file, without the folders of the machine on which it was read. */
export const fileOf = (report: string, inCase: Case): string =>
  inCase.reading(report).report.path.split(/[\\/]/).at(-1)!;
