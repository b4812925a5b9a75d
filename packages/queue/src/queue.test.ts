import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openQueue, type Queue } from './queue.js';
import { type Task, type Working, work } from './worker.js';

const DYING = fileURLToPath(new URL('./dying.fixture.mjs', import.meta.url));

describe.skipIf(!isPostgresWanted)('the queue of a team', () => {
  let database: EmptyDatabase;
  let queue: Queue;
  let workers: Working[];
  beforeEach(async () => {
    database = await emptyDatabase();
    queue = await openQueue(database.url);
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((one) => one.end()));
    await queue.close();
    await database.remove();
  });

  const start = async (tasks: Readonly<Record<string, Task>>, atOnce?: number): Promise<Working> => {
    const one = await work(database.url, tasks, { lookEvery: 100, ...(atOnce === undefined ? {} : { atOnce }) });
    workers.push(one);
    return one;
  };
  const until = async (isSo: () => Promise<boolean> | boolean, ms = 20_000): Promise<void> => {
    for (const end = Date.now() + ms; !(await isSo()); ) {
      if (Date.now() > end) throw new Error('it did not come to that');
      await pause(50);
    }
  };
  const isEmpty = async () => (await queue.counts()).length === 0;

  it('hands each job to one worker, and counts what waits and what is at work', async () => {
    const jobs = Array.from({ length: 40 }, (_, n) => ({ task: 'read', case: n % 2 ? 'a' : 'b', key: String(n) }));
    await queue.add(jobs.map((job) => ({ ...job, payload: { n: job.key } })));
    expect(await queue.counts()).toEqual([
      { case: 'a', task: 'read', waiting: 20, running: 0 },
      { case: 'b', task: 'read', waiting: 20, running: 0 },
    ]);
    const done: string[] = [];
    let most = 0;
    const read: Task = async ({ case: ofCase, payload }) => {
      const [first] = await queue.counts();
      most = Math.max(most, first?.running ?? 0);
      done.push(`${ofCase}${payload.n}`);
    };
    await start({ read });
    await start({ read });
    await until(isEmpty);
    expect(done.sort()).toEqual(jobs.map((job) => `${job.case}${job.key}`).sort());
    expect(most).toBeGreaterThan(0);
  });

  it('takes what waits or is at work already for the same job, and never does two of a case at once that are to be in turn', async () => {
    const job = { task: 'record', case: 'a', key: '', inTurn: true };
    await queue.add([job]);
    await queue.add([job]);
    expect(await queue.counts()).toEqual([{ case: 'a', task: 'record', waiting: 1, running: 0 }]);
    let [begun, atOnce, most] = [0, 0, 0];
    let release: () => void = () => undefined;
    const record: Task = async () => {
      begun++;
      most = Math.max(most, ++atOnce);
      if (begun === 1)
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      atOnce--;
    };
    await start({ record });
    await start({ record });
    await until(() => begun === 1);
    await queue.add([job]);
    await queue.add([{ ...job, key: 'another' }]);
    await pause(400);
    expect(begun).toBe(1);
    release();
    await until(isEmpty);
    expect([begun, most]).toEqual([2, 1]);
    await queue.add([job]);
    await until(isEmpty);
    expect(begun).toBe(3);
  });

  it('gives the jobs of a killed worker to another within seconds, and says that they were begun before', async () => {
    await queue.add(['1', '2', '3'].map((key) => ({ task: 'read', case: 'a', key, payload: { key } })));
    const dying = spawn(process.execPath, [DYING, database.url, 'read'], { stdio: ['ignore', 'pipe', 'inherit'] });
    // Also where the test fails before.
    onTestFinished(() => void dying.kill('SIGKILL'));
    await once(dying.stdout, 'data');
    await until(async () => (await queue.workers()) === 1);
    dying.kill('SIGKILL');
    await once(dying, 'close');
    const done: [unknown, boolean][] = [];
    await queue.free();
    await pause(2500);
    expect(await Promise.all([queue.free()])).toEqual([0]);
    expect(await queue.free()).toBe(1);
    // Adding it again does not make it forget that it was begun.
    await queue.add(['1', '2', '3'].map((key) => ({ task: 'read', case: 'a', key, payload: { key } })));
    const other = {
      read: async ({ payload, isAgain }) => {
        done.push([payload.key, isAgain]);
      },
    } satisfies Record<string, Task>;
    await start(other);
    await until(async () => {
      await queue.free();
      return isEmpty();
    });
    expect(done.map(([key]) => key).sort()).toEqual(['1', '2', '3']);
    expect(done.filter(([, isAgain]) => isAgain).length).toBeGreaterThanOrEqual(2);
  });

  it('leaves the jobs of a living worker alone, also when its connections are cut', async () => {
    let begun = 0;
    let release: () => void = () => undefined;
    const read: Task = async () => {
      begun++;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    await start({ read });
    await queue.add([{ task: 'read', case: 'a', key: '1' }]);
    await until(() => begun === 1);
    await pause(2500);
    expect([await queue.free(), await queue.free()]).toEqual([0, 0]);
    await database.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'isnad pool%'`,
    );
    await until(async () => (await queue.workers()) === 1);
    await pause(1000);
    await queue.free();
    expect(await queue.free()).toBe(0);
    release();
    await until(isEmpty);
    expect(begun).toBe(1);
  });

  it('gives back what it has not begun when it is ended', async () => {
    await queue.add(Array.from({ length: 30 }, (_, n) => ({ task: 'read', case: 'a', key: String(n) })));
    let begun = 0;
    const first = await start({
      read: async () => {
        begun++;
        await pause(300);
      },
    });
    await until(() => begun > 0);
    await first.end();
    await until(async () => (await queue.workers()) === 0);
    const left = (await queue.counts())[0]!;
    expect([left.running, left.waiting + begun]).toEqual([0, 30]);
  });

  it('tries a job again that failed, and lists what failed for good', async () => {
    await queue.add([{ task: 'read', case: 'a', key: '1' }]);
    let tried = 0;
    await start({
      read: async ({ isAgain }) => {
        tried++;
        if (!isAgain) throw new Error('the first time');
      },
    });
    await until(isEmpty);
    expect(tried).toBe(2);
    expect(await queue.failed()).toEqual([]);
  });
});
