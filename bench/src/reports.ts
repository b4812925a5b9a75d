import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isReport, readDocument, readSidecar, sidecarPath } from '@isnad/archive';
import type { Document, Given } from '@isnad/model';

/** The episode's reports, for whoever has no folder at hand. */
export const EPISODE = fileURLToPath(new URL('../../episodes/hajin-2018/reports', import.meta.url));

/** A report as it lies on the disk. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly given: Given;
}

/** A report as the reader takes it. */
export const documentOf = ({ name, bytes, given }: ReportFile): Document => readDocument(name, bytes, given);

/** The reports below a folder, in order of name. */
export const reportsIn = (folder: string): readonly ReportFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[^./\\]+$/.test(name) && !name.endsWith('.meta.json'))
    .sort()
    .map((name): ReportFile => {
      const file = path.join(folder, name);
      const sidecar = sidecarPath(file);
      const given = existsSync(sidecar) ? readSidecar(name, readFileSync(sidecar, 'utf8')).given : {};
      return { name, bytes: readFileSync(file), given };
    })
    .filter((report) => isReport(documentOf(report)));

/** The same; a folder without any is a slip of whoever named it. */
export const someReportsIn = (folder: string): readonly ReportFile[] => {
  const reports = reportsIn(folder);
  if (reports.length === 0) throw new Error(`no reports in ${folder}`);
  return reports;
};
