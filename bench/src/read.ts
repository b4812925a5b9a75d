// How fast reports are read on one core, and what of it is the floor that every reader pays:
//   npm run bench:read -- [FOLDER] [--passes N]
// Prints figures and asserts nothing: how fast is a matter of the machine and of what else it does.
import { parseArgs } from 'node:util';
import { readLetters } from '@isnad/arabic';
import { createReader } from '@isnad/claims';
import { loadGazetteer, loadLexicon } from '@isnad/lexicon';
import { readTokens, Vocabulary } from '@isnad/text';
import { documentOf, EPISODE, reportsIn } from './reports.js';

/** Enough for the compiler of the engine to settle; the second half of the passes is counted as warm. */
const READS = 8_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { passes: { type: 'string' } } });
const folder = positionals[0] ?? EPISODE;
const reports = reportsIn(folder);
if (reports.length === 0) throw new Error(`no reports in ${folder}`);
const passes = Math.max(2, Math.floor(Number(values.passes ?? READS / reports.length)) || 2);
const documents = reports.map(documentOf);
const characters = documents.reduce((sum, { text }) => sum + text.length, 0);

/** Milliseconds of processor time, all threads: what other programs take of the core is no part of it. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds that each pass over all reports takes. */
const timed = (pass: () => void): readonly number[] =>
  Array.from({ length: passes }, () => {
    const start = processorTime();
    pass();
    return processorTime() - start;
  });

const warm = (times: readonly number[]): readonly number[] => times.slice(Math.floor(passes / 2)).sort((a, b) => a - b);
const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;

const print = (what: string, ms: number): void => {
  const perSecond = (count: number) => Math.round((1000 * count) / ms).toLocaleString('en');
  console.log(
    `${what.padEnd(20)} ${perSecond(reports.length).padStart(8)} reports/s ` +
      `${perSecond(characters).padStart(12)} characters/s ${(ms / reports.length).toFixed(2).padStart(7)} ms each`,
  );
};

const start = processorTime();
const reader = createReader(loadLexicon(), loadGazetteer());
const ready = processorTime() - start;
const read = timed(() => {
  for (const document of documents) reader.read(document);
});
const vocabulary = new Vocabulary();
const floor = timed(() => {
  for (const report of reports) {
    const { text, masked } = documentOf(report);
    readTokens(readLetters(text, masked), vocabulary);
  }
});

console.log(`${reports.length} reports of ${Math.round(characters / reports.length)} characters, ${passes} passes`);
console.log(`reader made in ${Math.round(ready)} ms`);
print('cold, first pass', read[0]!);
print('warm, median', median(warm(read)));
print('warm, best', warm(read)[0]!);
// Bytes decoded, letters normalised, tokens cut.
print('floor, warm median', median(warm(floor)));
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
