import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dueIn, eachPage, refreshRecord, verifyCase } from '@isnad/casework';
import { openQueue } from '@isnad/queue';
import { brokenAt, openCase, type Store } from '@isnad/store';
import { startServer } from '@isnad/testbed';
import pg from 'pg';
import { expect } from 'vitest';
import { runIsnad, temporaryFolder } from '../command-line.fixture.js';
import { stages } from '../stages.js';

const ISNAD = fileURLToPath(new URL('../../../../bin/isnad.js', import.meta.url));
const STAMP = { by: 'tester', at: '2026-01-01T00:00:00Z', tool: 'isnad', version: '0' };

export interface Chaos {
  readonly workers: number;
  /** Reports of a portion, and portions that come in one after the other while workers are killed. */
  readonly portion: number;
  readonly portions: number;
  readonly kills: number;
  /** Kills after which PostgreSQL is stopped and started again, the way it is stopped. */
  readonly restarts: Readonly<Record<number, 'fast' | 'kill'>>;
  /** Kill after which all connections of one worker are cut. */
  readonly cut: number;
}

// Invented: towns and agencies; "shelling of …: N civilians killed and M wounded".
const TOWNS = ['هجين', 'الشعفة', 'السوسة', 'الباغوز', 'غرانيج', 'البوكمال', 'الكشكية', 'أبو حمام'];
const AGENCIES = ['وكالة الرافد', 'صوت الرصيف', 'شبكة النهر'];

const report = (number: number): object => {
  const [town, agency] = [TOWNS[number % TOWNS.length]!, AGENCIES[number % AGENCIES.length]!];
  const day = new Date(Date.UTC(2018, 8, 1 + (number % 90))).toISOString().slice(0, 10);
  const text = `قالت مصادر محلية إن قصفاً مدفعياً على بلدة ${town} أسفر اليوم عن مقتل ${2 + (number % 17)} مدنيين وإصابة ${3 + (number % 23)} آخرين بجروح.
وأضافت المصادر أن طائرات حربية شنت غارة جوية على أطراف البلدة، وأن قوات سوريا الديمقراطية سيطرت على قرية قريبة منها. الخبر رقم ${number}.`;
  return { text, title: `قصف على ${town}`, outlet: agency, published: day, url: `https://example.org/${number}` };
};

/** The programs that a process has begun. */
const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
};

const killWhole = (pid: number): void => {
  for (const child of childrenOf(pid)) kill(child);
  kill(pid);
};

/** What workers made of the same reports, whatever was done to them; ends with the record of a quiet run, to the byte. */
export const workThroughChaos = async (chaos: Chaos): Promise<void> => {
  const here = temporaryFolder();
  const server = await startServer();
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE team');
  await admin.end();
  const [team, address] = [server.url('team'), `${server.url('team')}?case=chaos`];
  const { reader } = stages.caseStages();
  let said = '';
  const begin = (): ChildProcess => {
    const child = spawn(process.execPath, [ISNAD, 'worker', '--store', team], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr!.on('data', (piece: Buffer) => {
      said += piece.toString();
    });
    return child;
  };
  const workers = Array.from({ length: chaos.workers }, begin);
  const files = Array.from({ length: chaos.portions }, (_, portion) =>
    here.write(
      `portion-${portion}.jsonl`,
      `${Array.from({ length: chaos.portion }, (__, n) => JSON.stringify(report(portion * chaos.portion + n))).join('\n')}\n`,
    ),
  );
  const adding: Promise<unknown>[] = [];
  let store: Store | undefined;
  try {
    expect((await runIsnad(['init', address, '--name', 'chaos'], { stages })).status).toBe(0);
    // Without a worker, whoever adds would read as well.
    const queue = await openQueue(team);
    for (let tries = 0; tries < 600 && (await queue.workers()) < chaos.workers; tries++) await pause(100);
    await queue.close();
    let added: Promise<unknown> = Promise.resolve();
    const addNext = (): void => {
      const file = files[adding.length];
      if (file === undefined) return;
      // One after the other, as the quiet run does, so that keys are the same.
      added = added.then(async () => expect((await runIsnad(['add', address, file], { stages })).status).toBe(0));
      added.catch(() => undefined);
      adding.push(added);
    };
    addNext();
    for (let kills = 1; kills <= chaos.kills; kills++) {
      await pause(200 + Math.random() * 1000);
      const at = Math.floor(Math.random() * workers.length);
      const pid = workers[at]!.pid!;
      // A worker's program, which is begun again, or all of it, as when a machine is lost.
      if (Math.random() < 0.7) for (const child of childrenOf(pid)) kill(child);
      else {
        killWhole(pid);
        workers[at] = begin();
      }
      if (kills % Math.ceil(chaos.kills / chaos.portions) === 0) addNext();
      const how = chaos.restarts[kills];
      if (how !== undefined) {
        await server.stop(how);
        await pause(1500);
        await server.start();
      }
      if (kills === chaos.cut) {
        const client = new pg.Client({ connectionString: team });
        await client.connect();
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port IN (
             SELECT client_port FROM pg_stat_activity WHERE datname = 'team' AND pid <> pg_backend_pid() LIMIT 8)`,
        );
        await client.end();
      }
    }
    while (adding.length < files.length) addNext();
    await Promise.all(adding);
    store = await openCase(address);
    for (const end = Date.now() + 240_000; ; await pause(500)) {
      const { readings, record } = await dueIn(store, reader);
      if (readings.length === 0 && !record && (await store.record.head()) !== null) break;
      if (Date.now() > end) throw new Error(`the work did not come to its end: ${said.slice(-3000)}`);
    }
    await expectQuiet(store, here.folder, files, chaos.portion * chaos.portions);
  } finally {
    for (const worker of workers) killWhole(worker.pid!);
    await store?.close();
    await server.remove();
    here.remove();
  }
};

/** Holds a case against one of the same files in a folder, where nobody disturbed anybody. */
const expectQuiet = async (store: Store, home: string, files: readonly string[], count: number): Promise<void> => {
  const caseStages = stages.caseStages();
  const folder = path.join(home, 'quiet');
  await runIsnad(['init', folder, '--name', 'chaos'], { stages });
  for (const file of files) await runIsnad(['add', folder, file], { stages });
  const quiet = await openCase(folder);
  try {
    const expected = await refreshRecord(quiet, caseStages, STAMP);
    expect(expected.reports.length).toBe(count);
    const record = JSON.stringify(await store.record.whole());
    expect(record === JSON.stringify(expected)).toBe(true);
    const readings = async (one: Store) => {
      const all: string[] = [];
      const pages = eachPage(async (page) =>
        (await one.readings.list(caseStages.reader, page)).map((read) => ({ ...read, key: read.appearance })),
      );
      for await (const reading of pages) all.push(JSON.stringify(reading));
      return all;
    };
    const [theirs, ours] = [await readings(quiet), await readings(store)];
    expect(ours.length).toBe(count);
    expect(ours.every((reading, at) => reading === theirs[at])).toBe(true);
    const custody = await store.custody.list({ limit: 1_000_000 });
    expect(brokenAt(custody)).toBeNull();
    expect(custody.filter(({ what }) => what === 'read')).toHaveLength(count);
    expect(await store.reports.list({ limit: 10 })).toEqual(await quiet.reports.list({ limit: 10 }));
    const { findings } = await verifyCase(store, caseStages);
    expect(findings).toEqual([]);
  } finally {
    await quiet.close();
  }
};
