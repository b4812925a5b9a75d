import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLexicon } from '@isnad/lexicon';
import { generatedReports, townsIn } from './generated/reports.js';

/** What one run of `isnad build` cost. */
export interface Built {
  readonly seconds: number;
  /** Most memory that the program held at once, in MB of a million bytes. */
  readonly peakMb: number;
}

const ISNAD = fileURLToPath(new URL('../../bin/isnad.js', import.meta.url));
const TELL_PEAK = new URL('./tell-peak.js', import.meta.url).href;
const SEED = 11;
const COUNTRY = 'sy';

/** Generated reports as a file of JSON lines. */
export const writeReports = (file: string, count: number): void => {
  const { places, outlets } = loadLexicon();
  const names = [...outlets.values()].map(({ name }) => name.ar);
  const out = openSync(file, 'w');
  for (const report of generatedReports(count, SEED, townsIn(places.places, COUNTRY), names))
    writeSync(out, `${JSON.stringify(report)}\n`);
  closeSync(out);
};

/**
 * The whole way that `isnad build` goes over so many generated reports, as texts in a file of JSON lines: start of the
 * program, reading, record, dossier and tables on the disk. In a program of its own, so that its peak is its own.
 */
export const measureBuild = (count: number): Built => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-bench-'));
  try {
    const reports = path.join(folder, 'reports.jsonl');
    const peak = path.join(folder, 'peak');
    writeReports(reports, count);
    const before = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', TELL_PEAK, ISNAD, 'build', reports, '--out', path.join(folder, 'out'), '--as-of', '2026-01-01'],
      { env: { ...process.env, ISNAD_BENCH_PEAK: peak }, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    const seconds = (performance.now() - before) / 1000;
    if (status !== 0) throw new Error(`isnad build of ${count} reports: ${stderr.slice(-500)}`);
    return { seconds, peakMb: (Number(readFileSync(peak, 'utf8')) * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
