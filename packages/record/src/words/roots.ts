import type { Bilingual } from '@isnad/model';
import type { Case } from '../case.js';
import { nameOf } from './names.js';

const REPORT = /^report:(.*)$/;

/** A root source in words; a report without an outlet is called by its file. */
export const rootName = (root: string, inCase: Case): Bilingual => {
  const report = REPORT.exec(root)?.[1];
  if (report === undefined) return nameOf(root, inCase.lexicon);
  const file = inCase.reading(report).report.path.split('/').at(-1)!;
  return { en: `report ${file}`, ar: `التقرير ${file}` };
};
