import { makeWorkerUtils } from 'graphile-worker';
import { type CaseCounts, type FailedJob, type Job, nameOf, partsOf } from './job.js';
import { poolOf } from './pool.js';
import { quiet } from './quiet.js';
import { ALIVE, ALONE, SCHEMA } from './schema.js';

/** The jobs of a team. */
export interface Queue {
  /** Adds jobs, all or none. One that waits or is at work already stays as it is. */
  readonly add: (jobs: readonly Job[]) => Promise<void>;
  /** Jobs that wait or are at work. */
  readonly counts: () => Promise<readonly CaseCounts[]>;
  readonly failed: () => Promise<readonly FailedJob[]>;
  /** How many workers live. */
  readonly workers: () => Promise<number>;
  /** Gives back the jobs of workers that were dead at this call and the one before; gives how many workers these are. */
  readonly free: () => Promise<number>;
  /** Runs steps unless another runs theirs this very moment. */
  readonly alone: (steps: () => Promise<void>) => Promise<void>;
  /** Has jobs that failed for good tried again; gives how many. */
  readonly retry: (isMeant: (job: FailedJob) => boolean) => Promise<number>;
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
  const pool = poolOf(address, 3, 'isnad queue');
  const utils = await makeWorkerUtils({ pgPool: pool, schema: SCHEMA, logger: quiet() });
  await utils.migrate();
  const ask = async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;
  const failedNow = async () =>
    (
      await ask<{ id: string; key: string | null; last_error: string | null }>(
        `SELECT id, key, last_error FROM ${SCHEMA}.jobs
         WHERE locked_by IS NULL AND attempts >= max_attempts AND key IS NOT NULL ORDER BY id`,
      )
    ).flatMap(({ id, key, last_error: error }) => {
      const parts = partsOf(key);
      return parts ? [{ id, job: { ...parts, error: error?.split('\n')[0] ?? 'its worker died each time' } }] : [];
    });
  let suspects: ReadonlySet<string> = new Set();
  return {
    add: async (jobs) => {
      if (jobs.length === 0) return;
      // The library would begin anew to count how often one that is there was tried.
      const there = new Set(
        (
          await ask<{ key: string }>(
            `SELECT key FROM ${SCHEMA}.jobs WHERE key = ANY ($1) AND (locked_by IS NOT NULL OR attempts < max_attempts)`,
            [jobs.map(nameOf)],
          )
        ).map(({ key }) => key),
      );
      const fresh = jobs.filter((job) => !there.has(nameOf(job)));
      if (fresh.length === 0) return;
      await utils.addJobs(
        fresh.map((job) => ({
          identifier: job.task,
          payload: { case: job.case, ...job.payload },
          jobKey: nameOf(job),
          ...(job.inTurn ? { queueName: nameOf({ ...job, key: '' }) } : {}),
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
    failed: async () => (await failedNow()).map(({ job }) => job),
    retry: async (isMeant) => {
      const meant = (await failedNow()).filter(({ job }) => isMeant(job)).map(({ id }) => id);
      if (meant.length > 0) await utils.rescheduleJobs(meant, { attempts: 0, runAt: new Date() });
      return meant.length;
    },
    alone: async (steps) => {
      const client = await pool.connect();
      try {
        const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS mine', [
          ALONE,
          0,
        ]);
        if (rows[0]!.mine) await steps();
      } finally {
        const isFree = await client.query('SELECT pg_advisory_unlock($1, $2)', [ALONE, 0]).then(
          () => true,
          () => false,
        );
        // The lock goes with the connection, where nothing else took it away.
        client.release(!isFree);
      }
    },
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
