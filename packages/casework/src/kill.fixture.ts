import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenAt, openCase } from '@isnad/store';
import { expect } from 'vitest';
import { eachPage } from './paging.js';
import type { CaseStages } from './stages.js';
import { stages } from './worked-case.fixture.js';

const WORKER = fileURLToPath(new URL('./working.fixture.mjs', import.meta.url));

/** What the process reads with: no claims, nothing but where the report lay. */
export const workingStages: CaseStages = {
  ...stages,
  read: ({ path: name, id }) => ({
    report: {
      path: name,
      id,
      language: 'ar',
      title: null,
      outlet: null,
      published: { edtf: null, basis: 'none', reason: '' },
      furniture: [],
    },
    claims: [],
    persons: [],
    notes: [],
  }),
};

/** How a process is to be hindered: killed after so many milliseconds, or no file of it longer than so many kibibytes. */
export interface Hindrance {
  readonly killAfter?: number;
  readonly room?: number;
}

/** Runs a process on a case; gives the lines that it printed. */
export const work = (
  args: readonly string[],
  { killAfter = Infinity, room }: Hindrance = {},
): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, WORKER, ...args];
    const [program, ...rest] =
      room === undefined ? command : ['bash', '-c', `ulimit -f ${room}; exec "$@"`, 'bash', ...command];
    const child = spawn(program!, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on('data', (piece: Buffer) => {
      err += piece.toString();
    });
    const timer = Number.isFinite(killAfter) ? setTimeout(() => child.kill('SIGKILL'), killAfter) : null;
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(err || `ended with ${code}`));
    });
  });

/** All that a case holds, times of work left out because the workers have one only. */
export const contentOf = async (named: string): Promise<object> => {
  const store = await openCase(named);
  const bytes: string[] = [];
  for await (const id of store.bytes.list()) bytes.push(id);
  const custody = await store.custody.list({ limit: 100_000 });
  expect(brokenAt(custody)).toBeNull();
  const documents: object[] = [];
  for await (const document of eachPage(store.reports.documents)) documents.push(document);
  const content = {
    about: store.about,
    bytes,
    inputs: await store.inputs.list(),
    remarks: await store.inputs.remarks(),
    reports: await store.reports.list(),
    documents,
    readings: await store.readings.list('0.1.0+1', { limit: 100_000 }),
    decisions: await store.decisions.list(),
    found: await store.search.find('قذيفة', { limit: 1000 }),
    custody,
  };
  await store.close();
  return content;
};

// Invented: "A shell fell near school number N."
const sentence = (number: number) => `سقطت قذيفة قرب المدرسة رقم ${number}. `;

/** Where a case of a name is to be: a folder, or an address of a database. */
export type PlaceOf = (name: string) => string;

/** A folder of reports in several forms, and a place for cases. */
export const playground = (): {
  readonly home: string;
  readonly placeOf: PlaceOf;
  readonly reports: string;
  readonly remove: () => void;
} => {
  const home = mkdtempSync(path.join(tmpdir(), 'isnad-kill-'));
  const reports = path.join(home, 'reports');
  mkdirSync(reports);
  for (let number = 0; number < 20; number++)
    writeFileSync(path.join(reports, `${String(number).padStart(2, '0')}.txt`), sentence(number).repeat(30));
  const lines = Array.from({ length: 600 }, (_, number) => JSON.stringify({ text: sentence(number + 100).repeat(20) }));
  writeFileSync(path.join(reports, 'lines.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(path.join(reports, 'broken.txt'), '');
  return {
    home,
    placeOf: (name) => path.join(home, name),
    reports,
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
};

/** Adds, killed at random moments and begun again, and expects the case that an unbroken run makes. */
export const killWhileAdding = async (placeOf: PlaceOf, reports: string, trials: number): Promise<void> => {
  const whole = placeOf('whole');
  const before = performance.now();
  await work(['add', whole, reports]);
  const took = performance.now() - before;
  const expected = await contentOf(whole);
  for (let trial = 0; trial < trials; trial++) {
    const named = placeOf(`broken-${trial}`);
    for (let kill = 0; kill < 3; kill++) await work(['add', named, reports], { killAfter: Math.random() * took });
    await work(['add', named, reports]);
    expect(await contentOf(named)).toEqual(expected);
    rmSync(named, { recursive: true, force: true });
  }
};

/** Decides, killed at random moments, and expects that nothing acknowledged is lost. */
export const killWhileDeciding = async (placeOf: PlaceOf, trials: number): Promise<void> => {
  const named = placeOf('decided');
  const before = performance.now();
  await work(['decide', named, '0', '100']);
  const took = performance.now() - before;
  let acknowledged = Array.from({ length: 100 }, (_, number) => `d:${number}`);
  for (let trial = 1; trial <= trials; trial++) {
    const lines = await work(['decide', named, String(trial * 1000), '100'], {
      killAfter: took * (0.3 + Math.random() * 0.7),
    });
    acknowledged = [...acknowledged, ...lines.filter((line) => line !== 'done')];
    const store = await openCase(named);
    const kept = new Set((await store.decisions.list()).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    // At most the one that was being written is there without having been acknowledged.
    expect(kept.size).toBeLessThanOrEqual(acknowledged.length + trial);
    expect(brokenAt(await store.custody.list({ limit: 100_000 }))).toBeNull();
    await store.close();
  }
};

/** Adds and decides in several processes at once, and expects that each did all of it. */
export const workTogether = async (placeOf: PlaceOf, reports: string): Promise<void> => {
  const named = placeOf('shared');
  await work(['decide', named, '0', '1']);
  const [, , first, second] = await Promise.all([
    work(['add', named, reports]),
    work(['add', named, reports]),
    work(['decide', named, '1000', '100']),
    work(['decide', named, '2000', '100']),
  ]);
  const content = (await contentOf(named)) as {
    decisions: readonly { id: string }[];
    reports: readonly object[];
    inputs: readonly { state: string }[];
  };
  const kept = new Set(content.decisions.map(({ id }) => id));
  expect([...first, ...second].filter((line) => line !== 'done' && !kept.has(line))).toEqual([]);
  expect(kept.size).toBe(201);
  expect(content.reports).toHaveLength(620);
  expect(content.inputs.every(({ state }) => state === 'complete')).toBe(true);
};
