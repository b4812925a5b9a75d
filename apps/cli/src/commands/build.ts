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

/** `isnad build`: the whole way from reports, or from claims, to a folder that opens in a browser. */
export const buildCommand = async (
  terminal: Terminal,
  reader: () => Reader,
  maker: () => CaseMaker,
  paths: readonly string[],
  options: BuildOptions,
): Promise<void> => {
  if (paths.length > 0 === (options.claims !== undefined))
    throw new Failure(
      'cli/no-input',
      'isnad build takes either reports or --claims',
      'Name a folder or files, or a claims file.',
    );
  const decisions = options.decisions === undefined ? [] : readDecisions(options.decisions);
  const output = takeOutput(options.out);
  try {
    const gathered =
      options.claims === undefined
        ? await gatherReports(terminal, reader, paths, options.out)
        : await gatherClaims(options.claims, options.texts);
    for (const { path, note } of gathered.notes) terminal.err(noteLines(path, [note], 'warning'));
    if (gathered.readings.length === 0)
      throw new Failure(
        'cli/no-reports',
        `no report was found in ${options.claims ?? paths.join(', ')}`,
        'Name files of reports, or a folder that holds some; nothing was built.',
      );
    const { files, notes } = maker()(await withInput(gathered, options.decisions, options.gazetteer), {
      decisions,
      asOf: options.asOf,
      names: options.names ?? false,
    });
    output.fill(files);
    terminal.err(noteLines('record', notes, 'warning'));
    if (gathered.notes.some(({ note }) => note.severity === 'error')) terminal.fail();
    const claims = gathered.readings.reduce((sum, reading) => sum + reading.claims.length, 0);
    terminal.err(
      `isnad: ${gathered.readings.length} reports, ${claims} claims: ${files.size} files in ${options.out}\n`,
    );
  } finally {
    output.release();
  }
};
