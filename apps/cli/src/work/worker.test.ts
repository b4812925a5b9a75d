import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { memorySource } from '@isnad/archive';
import { asideIn, dueIn, refreshRecord, takeIn, verifyCase } from '@isnad/casework';
import { openQueue } from '@isnad/queue';
import { createCase, type Stamp, type Store } from '@isnad/store';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { arrivalsOf, sidecarOf } from '../disk/documents.js';
import { atWorkOn } from '../serve/at-work.js';
import { stages } from '../stages.js';
import { handOver } from './hand-over.js';
import { addressOfCase } from './team-cases.js';
import { workForTeam } from './working.js';

const EPISODE = fileURLToPath(new URL('../../../../episodes/hajin-2018/reports', import.meta.url));
const POISONED = fileURLToPath(new URL('./poisoned.fixture.mjs', import.meta.url));
const stamp = (): Stamp => ({ by: 'tester', at: '2026-01-01T00:00:00Z', tool: 'isnad', version: '0' });
const caseStages = stages.caseStages();

const takeInUnread = async (store: Store, name: string, bytes: Uint8Array, reader: string): Promise<void> => {
  const sidecar = sidecarOf(path.join(EPISODE, name));
  const source = memorySource(name, bytes);
  const arrivals = (kept: typeof source) => arrivalsOf(kept, sidecar, true);
  await takeIn(store, { name, source, given: sidecar.given, arrivals }, { read: null, extractor: '0', reader }, stamp);
};

const until = async (isSo: () => Promise<boolean>, ms = 50_000): Promise<void> => {
  for (const end = Date.now() + ms; !(await isSo()); await pause(100))
    if (Date.now() > end) throw new Error('it did not come to that');
};

describe.skipIf(!isPostgresWanted)('workers of a team', () => {
  let database: EmptyDatabase;
  let open: Store[];
  beforeEach(async () => {
    database = await emptyDatabase();
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((store) => store.close()));
    await database.remove();
  });
  const begin = async (name: string): Promise<Store> => {
    const store = await createCase(addressOfCase(database.url, name), 'hajin', stamp());
    open.push(store);
    return store;
  };

  it('read what comes into every case and make the record that one program makes', async () => {
    const files = readdirSync(EPISODE).filter((name) => name.endsWith('.txt'));
    const cases = [await begin('one'), await begin('two')];
    const ended = new AbortController();
    const worker = { stages: caseStages, stamp, tell: () => undefined };
    const working = [1, 2].map(() => workForTeam(database.url, worker, ended.signal, { every: 100 }));
    for (const store of cases)
      for (const name of files)
        await takeInUnread(store, name, readFileSync(path.join(EPISODE, name)), caseStages.reader);
    for (const store of cases)
      await until(async () => {
        const { readings, record } = await dueIn(store, caseStages.reader);
        return readings.length === 0 && !record && (await store.record.head()) !== null;
      });
    ended.abort();
    await Promise.all(working);
    const here = temporaryFolder();
    const alone = await createCase(path.join(here.folder, 'case'), 'hajin', stamp());
    for (const name of files)
      await takeInUnread(alone, name, readFileSync(path.join(EPISODE, name)), caseStages.reader);
    const expected = JSON.stringify(await refreshRecord(alone, caseStages, stamp()));
    await alone.close();
    here.remove();
    for (const store of cases) {
      expect(JSON.stringify(await store.record.whole())).toBe(expected);
      const { findings } = await verifyCase(store, { ...caseStages, extractor: '0' });
      expect(findings).toEqual([]);
    }
    const { out } = await runIsnad(['queue', database.url], { stages });
    expect(out.split('\n').slice(0, 2)).toEqual([
      `one: ${files.length} reports read, 0 to be read, 0 set aside`,
      `two: ${files.length} reports read, 0 to be read, 0 set aside`,
    ]);
  });

  it('read what is added while they are at work, and who adds waits when they are far behind', async () => {
    const store = await begin('one');
    const here = temporaryFolder();
    here.write('reports/01.txt', readFileSync(path.join(EPISODE, '01-hawama-in-may.txt'), 'utf8'));
    const address = addressOfCase(database.url, 'one');
    const alone = await runIsnad(['add', address, here.folder], { stages });
    expect(alone.err).not.toContain('workers');
    expect(await store.readings.missing(caseStages.reader)).toEqual([]);
    const ended = new AbortController();
    const worker = { stages: caseStages, stamp, tell: () => undefined };
    const working = workForTeam(database.url, worker, ended.signal, { every: 100 });
    const queue = await openQueue(database.url);
    await until(async () => (await queue.workers()) === 1);
    await queue.close();
    here.write('reports/04.txt', readFileSync(path.join(EPISODE, '04-buqan-strike.txt'), 'utf8'));
    const added = await runIsnad(['add', address, here.folder], { stages });
    expect(added.err).toContain('isnad: workers read what is new');
    await until(async () => (await store.record.head())?.counts.reports === 2);
    const atWork = atWorkOn(address, store);
    expect(await atWork.counts()).toMatchObject({ workers: 1, waiting: 0, done: 2, set_aside: 0 });
    await atWork.read();
    await atWork.end();
    const said: string[] = [];
    const handed = await handOver(address, store, { reader: 'nobody' }, (line) => said.push(line), 1);
    const behind = handed!.keepUp(2);
    await pause(300);
    expect(said).toEqual(['1 reports wait to be read; waiting for the workers']);
    ended.abort();
    await working;
    await behind;
    await handed!.end();
    here.remove();
  });

  it('set aside what cannot be read, ends a worker or holds it up, and read all else', async () => {
    const store = await begin('poisoned');
    const reader = '0+poisoned';
    const bad = ['hangs.txt', 'ends.txt', 'throws.txt'];
    // Invented: "A shell fell near school number N."
    const texts = Array.from({ length: 30 }, (_, n) => [bad[n - 20] ?? `${n}.txt`, `سقطت قذيفة قرب المدرسة رقم ${n}.`]);
    for (const [name, text] of texts) await takeInUnread(store, name!, new TextEncoder().encode(text), reader);
    const args = ['worker', '--store', database.url, '--patience', '2', '--grace', '5'];
    const worker: ChildProcess = spawn(process.execPath, [POISONED, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    worker.stderr!.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    try {
      await until(async () => (await store.record.head()) !== null, 120_000).catch((error: unknown) => {
        throw new Error(said, { cause: error });
      });
    } finally {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
    expect(worker.exitCode).toBe(0);
    expect((await asideIn(store, reader)).map(({ path: file, code }) => `${file} ${code}`).sort()).toEqual([
      'ends.txt queue/ends-worker',
      'hangs.txt queue/ends-worker',
      'throws.txt queue/throws',
    ]);
    expect((await store.record.items('reports', { limit: 100 })).length).toBe(27);
    expect((await store.record.items('notes', { limit: 100 })).map(({ code }) => code).sort()).toEqual([
      'queue/ends-worker',
      'queue/ends-worker',
      'queue/throws',
    ]);
    const own = { ...stages, caseStages: () => ({ ...caseStages, reader }) };
    const listed = await runIsnad(['queue', addressOfCase(database.url, 'poisoned')], { stages: own });
    expect(listed.out).toContain('poisoned: 27 reports read, 0 to be read, 3 set aside\n');
    expect(listed.out).toContain('throws.txt: TypeError in the reader [queue/throws]');
    const back = await runIsnad(['queue', database.url, '--back', 'throws.txt'], { stages: own });
    expect(back.err).toContain('1 reports put back');
    expect(back.out).toContain('poisoned: 27 reports read, 1 to be read, 2 set aside\n');
  }, 150_000);
});
