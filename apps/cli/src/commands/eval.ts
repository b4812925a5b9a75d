import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isReport } from '@isnad/archive';
import { openDocument } from '../disk/documents.js';
import { diskTree } from '../disk/tree.js';
import { type Evaluated, evaluate } from '../eval/evaluate.js';
import { scoredGold, scoredReading } from '../eval/scored.js';
import { evaluationTable, reportTable } from '../eval/table.js';
import { Failure, systemReason } from '../failure.js';
import { noteLines } from '../output/notes.js';
import { countProgress } from '../output/progress.js';
import type { Reader } from '../reader.js';
import type { Terminal } from '../terminal.js';

export interface EvalOptions {
  readonly texts?: string;
  readonly misses?: boolean;
  readonly byReport?: boolean;
  readonly json?: boolean;
}

const goldIn = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const what = `cannot read ${file}: ${systemReason(error)}`;
    throw new Failure('cli/bad-gold', what, 'Mend or remove that annotation.', { cause: error });
  }
};

/** `isnad eval`: reads the reports of an annotated folder and prints how well the readings agree with it. */
export const evalCommand = async (
  terminal: Terminal,
  reader: () => Reader,
  goldFolder: string,
  options: EvalOptions,
): Promise<void> => {
  const folder = options.texts ?? path.join(goldFolder, '..', 'texts');
  const goldFiles =
    diskTree.kindOf(goldFolder) === 'folder' ? readdirSync(goldFolder).filter((name) => name.endsWith('.json')) : [];
  if (goldFiles.length === 0)
    throw new Failure(
      'cli/no-gold',
      `${goldFolder} holds no annotation`,
      'Name a folder with one <report>.json a report.',
    );
  const progress = countProgress(terminal, 'reading', goldFiles.length);
  const reports = goldFiles.sort().map((goldFile): Evaluated => {
    const name = goldFile.slice(0, -'.json'.length);
    const document = openDocument(path.join(folder, `${name}.txt`));
    const ok = isReport(document);
    if (!ok) terminal.fail();
    terminal.err(noteLines(document.path, document.notes, 'error'));
    const gold = scoredGold(goldIn(path.join(goldFolder, goldFile)), document.text);
    progress.step();
    return { name, text: document.text, gold, found: ok ? scoredReading(reader().read(document)) : null };
  });
  progress.end();
  const evaluation = evaluate(reports);
  const { misses, furnitureUnits: _, ...measures } = evaluation;
  await terminal.out(options.json ? `${JSON.stringify(measures, null, 1)}\n` : evaluationTable(evaluation));
  if (options.byReport) await terminal.out(`\n${reportTable(reports)}`);
  if (options.misses)
    for (const { report, kind, what, words } of misses)
      await terminal.out(`${[report, kind, what, words].join(' | ').replace(/\s+/g, ' ')}\n`);
};
