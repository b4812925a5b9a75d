import { type CaseStages, decisionsOf, type Gathered, openWorkbench } from '@isnad/casework';
import type { CaseRecord, Decision } from '@isnad/model';
import { canonical, isCase, openCase, type Stamp, sha256 } from '@isnad/store';
import type { CaseMaker } from '../build/case-maker.js';
import { readDecisions } from '../build/decisions-file.js';
import { gatherClaims, gatherReports, withInput } from '../build/gather.js';
import { takeOutput } from '../build/swap.js';
import { Failure } from '../failure.js';
import { noteLines } from '../output/notes.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';

export interface BuildOptions {
  readonly out: string;
  readonly claims?: string;
  readonly texts?: string;
  readonly decisions?: string;
  readonly names?: boolean;
  readonly asOf: string;
  readonly gazetteer?: string;
}

/** What a build needs of the program. */
export interface BuildStages {
  readonly reader: () => Reader;
  readonly maker: () => CaseMaker;
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
}

interface Ready {
  readonly gathered: Gathered;
  readonly record: CaseRecord;
}

/** The record of a case, kept in it, with what it was made of. */
const readyCase = async (folder: string, { caseStages, stamp }: BuildStages): Promise<Ready> => {
  const store = await openCase(folder);
  try {
    const bench = openWorkbench(store, caseStages());
    const record = await bench.record(stamp());
    const gathered = await bench.gathered();
    const decided = await decisionsOf(store);
    if (decided.length === 0) return { gathered, record };
    const lines = decided.map((decision) => `${canonical(decision)}\n`).join('');
    return {
      gathered: { ...gathered, inputs: new Map([...gathered.inputs, ['decisions.ndjson', sha256(lines)]]) },
      record,
    };
  } finally {
    await store.close();
  }
};

const isOneCase = (paths: readonly string[]): boolean => paths.length === 1 && isCase(paths[0]!);

const refuseBoth = (options: BuildOptions): void => {
  if (options.decisions !== undefined)
    throw new Failure(
      'cli/case-decisions',
      'a case holds its own decisions, and --decisions names others',
      'Leave --decisions out, or build the folder of reports.',
    );
};

/** `isnad build`: the whole way from reports, or from claims, to a folder that opens in a browser. */
export const buildCommand = async (
  terminal: Terminal,
  stages: BuildStages,
  paths: readonly string[],
  options: BuildOptions,
): Promise<void> => {
  if (paths.length > 0 === (options.claims !== undefined))
    throw new Failure(
      'cli/no-input',
      'isnad build takes either reports or --claims',
      'Name a folder or files, or a claims file.',
    );
  const fromCase = isOneCase(paths);
  if (fromCase) refuseBoth(options);
  const decisions: readonly Decision[] = options.decisions === undefined ? [] : readDecisions(options.decisions);
  const output = takeOutput(options.out);
  const gather = () =>
    options.claims === undefined
      ? gatherReports(terminal, stages.reader, paths, options.out)
      : gatherClaims(options.claims, options.texts);
  try {
    let ready = fromCase ? await readyCase(paths[0]!, stages) : null;
    let gathered = ready?.gathered ?? (await gather());
    for (const { path, note: remark } of gathered.notes) terminal.err(noteLines(path, [remark], 'warning'));
    if (gathered.readings.length === 0)
      throw new Failure(
        'cli/no-reports',
        `no report was found in ${options.claims ?? paths.join(', ')}`,
        'Name files of reports, or a folder that holds some; nothing was built.',
      );
    const maker = stages.maker();
    const record = ready?.record ?? maker.record(gathered, decisions);
    // A large case leaves no room for what is not published: the documents, and what was worked out on the way.
    maker.forget();
    ready = null;
    gathered = { ...gathered, documents: new Map() };
    const { files, notes } = maker.publication(
      record,
      await withInput(gathered, options.decisions, options.gazetteer),
      { asOf: options.asOf, names: options.names ?? false },
    );
    output.fill(files);
    terminal.err(noteLines('record', notes, 'warning'));
    if (gathered.notes.some(({ note: { severity } }) => severity === 'error')) terminal.fail();
    const claims = gathered.readings.reduce((sum, reading) => sum + reading.claims.length, 0);
    terminal.err(
      `isnad: ${gathered.readings.length} reports, ${claims} claims: ${files.size} files in ${options.out}\n`,
    );
  } finally {
    output.release();
  }
};
