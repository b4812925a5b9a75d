import { type Arrival, collectFiles } from '@isnad/archive';
import { type Overrides, openReports } from '../disk/documents.js';
import { diskTree } from '../disk/tree.js';
import { Failure } from '../failure.js';
import { noteLines } from '../output/notes.js';
import { countProgress } from '../output/progress.js';
import { readingTable } from '../output/table.js';
import { type Reader, readArrivals, unread } from '../reader.js';
import type { Terminal } from '../terminal.js';

export interface ReadOptions extends Overrides {
  readonly format?: 'ndjson' | 'table';
}

/** `isnad read`: each report of each file, one line or table each, in the order given. */
export const readCommand = async (
  terminal: Terminal,
  reader: () => Reader,
  paths: readonly string[],
  { format = terminal.outIsScreen ? 'table' : 'ndjson', ...overrides }: ReadOptions,
): Promise<void> => {
  const { files, skipped } = collectFiles(paths, diskTree);
  if (format === 'table') for (const { path, note } of skipped) terminal.err(noteLines(path, [note], 'info'));
  if (files.length === 0)
    throw new Failure(
      'cli/no-reports',
      `no report was found in ${paths.join(', ')}`,
      'Name files of reports, or a folder that holds some.',
    );
  const progress = countProgress(terminal, 'reading', files.length);
  const named = new Set(paths);
  const arrivals = async function* (): AsyncGenerator<Arrival> {
    for (const file of files) {
      yield* openReports(file, { overrides, isNamed: named.has(file) });
      progress.step();
    }
  };
  for await (const { arrival, reading } of readArrivals(arrivals(), reader)) {
    if (arrival.is === 'passed') {
      const least = format === 'table' ? 'info' : 'warning';
      terminal.err(noteLines(arrival.path, [arrival.note], least));
      continue;
    }
    const { document } = arrival;
    if (!reading) terminal.fail();
    const shown = reading ?? unread(document);
    terminal.err(noteLines(document.path, shown.notes, format === 'table' ? 'warning' : 'error'));
    await terminal.out(format === 'table' ? readingTable(shown) : `${JSON.stringify(shown)}\n`);
  }
  progress.end();
};
