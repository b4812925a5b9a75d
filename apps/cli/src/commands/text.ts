import { collectFiles, isReport, readDocument } from '@isnad/archive';
import type { Document } from '@isnad/model';
import { type Overrides, openReports } from '../disk/documents.js';
import { diskTree } from '../disk/tree.js';
import { noteLines } from '../output/notes.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';

const NOTHING = { sentences: [], numbers: [], dates: [], places: [], actors: [], sources: [] };

/** Each line of standard input is a text of its own, so that a suite of examples is one call. */
const linesOf = (bytes: Uint8Array, overrides: Overrides): readonly Document[] => {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line) => readDocument('-', new TextEncoder().encode(line), overrides));
};

/** `isnad text`: what the reader sees below the level of claims; `-` reads standard input. */
export const textCommand = async (
  terminal: Terminal,
  reader: () => Reader,
  paths: readonly string[],
  overrides: Overrides,
): Promise<void> => {
  const show = async (document: Document) => {
    const ok = isReport(document);
    if (!ok && document.path !== '-') {
      terminal.fail();
      terminal.err(noteLines(document.path, document.notes, 'error'));
    }
    const seen = ok ? reader().text(document) : NOTHING;
    await terminal.out(`${JSON.stringify({ path: document.path, ...seen })}\n`);
  };
  for (const path of paths) {
    if (path === '-') for (const line of linesOf(await terminal.input(), overrides)) await show(line);
    else
      for (const file of collectFiles([path], diskTree).files)
        for await (const arrival of openReports(file, { overrides, isNamed: file === path }))
          if (arrival.is === 'report') await show(arrival.document);
  }
};
