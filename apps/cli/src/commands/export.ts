import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { wordingOf } from '@isnad/archive';
import { type CaseStages, gatherCase, refreshRecord } from '@isnad/casework';
import { type CaseRecord, note } from '@isnad/model';
import { exportCase, type Form, type FormWords, forms, readingsOf, sayLoss } from '@isnad/publish';
import { isCaseFolder, openCase, type Stamp } from '@isnad/store';
import { documentsFor } from '../build/claims-file.js';
import { asOfBeside, recordIn } from '../disk/record-file.js';
import { diskTree } from '../disk/tree.js';
import { writeWhole } from '../disk/write-whole.js';
import { Failure, systemReason } from '../failure.js';
import { noteLine } from '../output/notes.js';
import type { Terminal } from '../terminal.js';

export interface ExportOptions {
  /** Id of a form. */
  readonly as: string;
  readonly out: string;
  readonly texts?: string;
  readonly asOf?: string;
  readonly names?: boolean;
  readonly licence?: string;
  readonly citation?: string;
}

/** What an export needs of the program. */
export interface ExportStages {
  readonly words: () => FormWords;
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
interface Recorded {
  readonly record: CaseRecord;
  readonly texts: ReadonlyMap<string, string>;
  readonly originals?: ReadonlyMap<string, string>;
}

/** The record of a case, brought up to date, with its texts; or a built one with those of a folder. */
const recorded = async (
  named: string,
  folder: string | undefined,
  { caseStages, stamp }: ExportStages,
): Promise<Recorded> => {
  if (!isCaseFolder(named)) {
    const record = recordIn(named);
    return { record, ...(await textsOf(record, folder)) };
  }
  const store = await openCase(named);
  try {
    const stages = caseStages();
    const record = await refreshRecord(store, stages, stamp());
    const { texts, documents } = await gatherCase(store, stages);
    return { record, texts, originals: new Map([...documents].map(([id, { text }]) => [id, text])) };
  } finally {
    await store.close();
  }
};

/** The folder that files go into: a form of several files has one of its own, which may hold nothing else. */
const folderFor = ({ ending }: Form, out: string, names: Iterable<string>): string => {
  if (ending !== null) return path.dirname(out);
  const known = new Set(names);
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new Failure(
      'cli/unwritable-output',
      `cannot write ${out}: ${systemReason(error)}`,
      'Choose another folder.',
      {
        cause: error,
      },
    );
  }
  const strange = [...diskTree.namesIn(out)].find((name) => !known.has(name));
  if (strange !== undefined)
    throw new Failure('cli/foreign-folder', `${out} holds ${strange}`, 'Choose an empty or new folder with --out.');
  return out;
};

/** `isnad export`: a built record in a form that others read, made of what the publication policy lets through. */
export const exportCommand = async (
  terminal: Terminal,
  stages: ExportStages,
  named: string,
  { as, out, texts, asOf, names = false, today, ...terms }: ExportOptions & { readonly today: string },
): Promise<void> => {
  const form = forms.find(({ id }) => id === as)!;
  const { record, ...wording } = await recorded(named, texts, stages);
  if (record.private_persons === undefined && !names)
    throw new Failure(
      'cli/no-persons',
      `the record in ${named} does not say whom its reports name, so names cannot be covered`,
      'Build it anew with this version.',
    );
  const { files, losses } = await exportCase(form, path.basename(out), {
    record,
    ...wording,
    readings: readingsOf(record.private_persons ?? []),
    words: stages.words(),
    asOf: asOf ?? asOfBeside(named) ?? today,
    names,
    ...terms,
  });
  const folder = folderFor(form, out, files.keys());
  for (const [name, content] of files) writeWhole(path.join(folder, name), content);
  for (const loss of losses) terminal.err(noteLine(as, note('export/loss', 'info', sayLoss(loss))));
  terminal.err(`isnad: ${record.reports.length} reports as ${as}: ${[...files.keys()].join(', ')} in ${folder}\n`);
};
