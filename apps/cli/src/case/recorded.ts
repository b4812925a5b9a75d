import { wordingOf } from '@isnad/archive';
import { type CaseStages, openWorkbench } from '@isnad/casework';
import type { CaseRecord } from '@isnad/model';
import { type ExportInput, readingsOf } from '@isnad/publish';
import { isCase, openCase, type Stamp, shownCase } from '@isnad/store';
import { documentsFor } from '../build/claims-file.js';
import { asOfBeside, recordIn } from '../disk/record-file.js';
import { diskTree } from '../disk/tree.js';
import { Failure } from '../failure.js';

/** What is needed to bring the record of a case up to date. */
export interface CaseSource {
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
}

/** The reports whose very bytes the record was made of. */
const textsOf = async (record: CaseRecord, folder: string | undefined) => {
  if (folder === undefined) return { texts: new Map<string, string>() };
  if (diskTree.kindOf(folder) !== 'folder')
    throw new Failure('cli/no-texts', `${folder} is no folder`, 'Name with --texts the folder of the reports.');
  const named = record.reports.map((report) => ({ report }));
  const found = [...(await documentsFor(named, folder))].filter(([id, document]) => document.id === id);
  return {
    texts: new Map(found.map(([id, document]) => [id, wordingOf(document)])),
    originals: new Map(found.map(([id, document]) => [id, document.text])),
  };
};

/** A record with the wording of its reports, where it is at hand. */
export interface Recorded {
  readonly record: CaseRecord;
  readonly texts: ReadonlyMap<string, string>;
  readonly originals?: ReadonlyMap<string, string>;
}

/** The record of a case, brought up to date, with its texts; or a built one with those of a folder. */
export const recorded = async (
  named: string,
  folder: string | undefined,
  { caseStages, stamp }: CaseSource,
): Promise<Recorded> => {
  if (!isCase(named)) {
    const record = recordIn(named);
    return { record, ...(await textsOf(record, folder)) };
  }
  const store = await openCase(named);
  try {
    const bench = openWorkbench(store, caseStages());
    const record = await bench.record(stamp());
    const { texts, documents } = await bench.gathered();
    return { record, texts, originals: new Map([...documents].map(([id, { text }]) => [id, text])) };
  } finally {
    await store.close();
  }
};

/** What is published of a record, without the words for it; refused where names could not be covered. */
export const toPublish = (
  { record, ...wording }: Recorded,
  named: string,
  { asOf, names, today }: { readonly asOf: string | undefined; readonly names: boolean; readonly today: string },
): Omit<ExportInput, 'words'> => {
  if (record.private_persons === undefined && !names)
    throw new Failure(
      'cli/no-persons',
      `the record in ${shownCase(named)} does not say whom its reports name, so names cannot be covered`,
      'Build it anew with this version.',
    );
  return {
    record,
    ...wording,
    readings: readingsOf(record.private_persons ?? []),
    asOf: asOf ?? asOfBeside(named) ?? today,
    names,
  };
};
