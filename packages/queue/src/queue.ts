import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';
import { type CaseCounts, type FailedJob, type Job, nameOf, partsOf } from './job.js';
import { quiet } from './quiet.js';
import { ALIVE, SCHEMA } from './schema.js';

/** The jobs of a team. */
export interface Queue {
  /** Adds jobs, all or none. One that waits already stays as it is; one that is at work is done once more afterwards. */
  readonly add: (jobs: readonly Job[]) => Promise<void>;
  /** Jobs that wait or are at work. */
  readonly counts: () => Promise<readonly CaseCounts[]>;
  readonly failed: () => Promise<readonly FailedJob[]>;
  /** How many workers live. */
  readonly workers: () => Promise<number>;
  /** Gives back the jobs of workers that were dead at this call and the one before; gives how many workers these are. */
  readonly free: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface Counted {
  readonly key: string | null;
  readonly running: boolean;
}

/** Holders of jobs whose lock nobody has; a job that was taken this very moment says nothing of its worker. */
const DEAD = `
  SELECT DISTINCT locked_by AS worker FROM ${SCHEMA}.jobs
  WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds' AND NOT EXISTS (
    SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.objid::bigint = hashtext(locked_by)::bigint & 4294967295)`;

/** Opens the queue of a team, made on the first time. */
export const openQueue = async (address: string): Promise<Queue> => {
  const pool = new pg.Pool({ connectionString: address, max: 3, application_name: 'isnad queue' });
  // A cut shows in whatever is asked next.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const utils = await makeWorkerUtils({ pgPool: pool, schema: SCHEMA, logger: quiet() });
  await utils.migrate();
  const ask = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;
  let suspects: ReadonlySet<string> = new Set();
  return {
    add: async (jobs) => {
      if (jobs.length === 0) return;
      const now = Date.now();
      await utils.addJobs(
        jobs.map((job) => ({
          identifier: job.task,
          payload: { case: job.case, ...job.payload },
          jobKey: nameOf(job),
          ...(job.inTurn ? { queueName: nameOf({ ...job, key: '' }) } : {}),
          ...(job.afterMs ? { runAt: new Date(now + job.afterMs) } : {}),
        })),
        true,
      );
    },
    counts: async () => {
      const rows = await ask<Counted>(
        `SELECT key, locked_by IS NOT NULL AS running FROM ${SCHEMA}.jobs
         WHERE locked_by IS NOT NULL OR attempts < max_attempts`,
      );
      const found = new Map<string, { case: string; task: string; waiting: number; running: number }>();
      for (const { key, running } of rows) {
        const parts = partsOf(key);
        if (!parts) continue;
        const name = nameOf({ ...parts, key: '' });
        const counts = found.get(name) ?? { case: parts.case, task: parts.task, waiting: 0, running: 0 };
        found.set(name, counts);
        if (running) counts.running++;
        else counts.waiting++;
      }
      return [...found.values()].sort((a, b) => (nameOf({ ...a, key: '' }) < nameOf({ ...b, key: '' }) ? -1 : 1));
    },
    failed: async () =>
      (
        await ask<{ key: string | null; last_error: string | null }>(
          `SELECT key, last_error FROM ${SCHEMA}.jobs
           WHERE locked_by IS NULL AND attempts >= max_attempts AND key IS NOT NULL ORDER BY id`,
        )
      ).flatMap(({ key, last_error: error }) => {
        const parts = partsOf(key);
        return parts ? [{ ...parts, error: error?.split('\n')[0] ?? 'its worker died each time' }] : [];
      }),
    workers: async () => {
      const [row] = await ask<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [ALIVE],
      );
      return row!.count;
    },
    free: async () => {
      const dead = (await ask<{ worker: string }>(DEAD, [ALIVE])).map(({ worker }) => worker);
      // One look may fall into the moment in which a living worker is connected again.
      const sure = dead.filter((worker) => suspects.has(worker));
      suspects = new Set(dead);
      if (sure.length > 0) await utils.forceUnlockWorkers(sure);
      return sure.length;
    },
    close: async () => {
      await utils.release();
      await pool.end();
    },
  };
};
