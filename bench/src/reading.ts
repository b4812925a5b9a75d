import { readLetters } from '@isnad/arabic';
import { createReader } from '@isnad/claims';
import { type Lexicon, loadGazetteer, loadLexicon } from '@isnad/lexicon';
import { readTokens, Vocabulary } from '@isnad/text';
import { documentOf, type ReportFile } from './reports.js';

/** Milliseconds that the passes over all reports took, in order. */
export type Passes = readonly number[];

export interface Measured {
  readonly characters: number;
  readonly bytes: number;
  /** Milliseconds to load the lexicon and make the reader. */
  readonly ready: number;
  /** Read together, as the commands read files. */
  readonly read: Passes;
  /** Read one by one. */
  readonly alone: Passes;
  readonly floor: Passes;
}

/** Enough for the compiler of the engine to settle; the second half of the passes is counted as warm. */
const READS = 8_000;

/** Passes over so many reports, unless somebody wants more or fewer. */
export const passesFor = (reports: number, wanted?: string): number =>
  Math.max(2, Math.floor(Number(wanted ?? READS / reports)) || 2);

/** Milliseconds of processor time, all threads: what other programs take of the core is no part of it. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = (passes: number, pass: () => void): Passes =>
  Array.from({ length: passes }, () => {
    const start = processorTime();
    pass();
    return processorTime() - start;
  });

/** What no reader can do without: bytes decoded, letters normalised, tokens cut, the names of the lexicon found. */
const floorOf = ({ names, places }: Lexicon) => {
  const vocabulary = new Vocabulary();
  return (report: ReportFile): number => {
    const { text, masked } = documentOf(report);
    const tokens = readTokens(readLetters(text, masked), vocabulary);
    let found = 0;
    for (let at = 0; at < tokens.length; at++)
      found += names.at(tokens, at).length + places.phrases.at(tokens, at).length;
    return found;
  };
};

/** Reads all reports so many times through one reader, on one thread; then the floor over the same. */
export const measureReading = (reports: readonly ReportFile[], passes: number): Measured => {
  const documents = reports.map(documentOf);
  const start = processorTime();
  const lexicon = loadLexicon();
  const reader = createReader(lexicon, loadGazetteer());
  const ready = processorTime() - start;
  const read = timed(passes, () => {
    reader.readAll(documents);
  });
  const alone = timed(Math.ceil(passes / 2), () => {
    for (const document of documents) reader.read(document);
  });
  const runFloor = floorOf(lexicon);
  const floor = timed(passes, () => {
    for (const report of reports) runFloor(report);
  });
  return {
    characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    bytes: reports.reduce((sum, report) => sum + report.bytes.length, 0),
    ready,
    read,
    alone,
    floor,
  };
};

const warm = (times: Passes): Passes => times.slice(Math.floor(times.length / 2)).sort((a, b) => a - b);

/** The median pass of the second half. */
export const warmMedian = (times: Passes): number => {
  const sorted = warm(times);
  return sorted[Math.floor(sorted.length / 2)]!;
};

/** The fastest pass of the second half. */
export const warmBest = (times: Passes): number => warm(times)[0]!;
