import type { Note } from '@isnad/model';

/** A note as one line: `isnad: x.txt: error: … [archive/empty]`. */
export const noteLine = (path: string, remark: Note): string =>
  `isnad: ${path}: ${remark.severity}: ${remark.message} [${remark.code}]\n`;

const WEIGHT = { info: 0, warning: 1, error: 2 } as const;

/** The notes that weigh at least `least`, one a line. */
export const noteLines = (path: string, notes: readonly Note[], least: keyof typeof WEIGHT): string =>
  notes
    .filter((remark) => WEIGHT[remark.severity] >= WEIGHT[least])
    .map((remark) => noteLine(path, remark))
    .join('');
