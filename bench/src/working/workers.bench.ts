// How far workers share the work:
//   npm run bench:workers -- [--reports 10000] [--workers 1,2,4] [--together 1] [--store ADDRESS]
// Each number of workers reads the same generated reports out of a case of its own in PostgreSQL and makes the record. By the
// clock, and by the processor, which leaves out what else the machine does. A server is begun unless one is named.
// Generated reports have some 360 characters; --together 4 puts four into one, which is as long as real ones, and its figures
// are called workers.long. Tells too how many bytes a report takes in each table, and how much the server writes ahead.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { memorySource, readReports } from '@isnad/archive';
import { takeIn } from '@isnad/casework';
import { stages as program } from '@isnad/cli';
import { loadLexicon } from '@isnad/lexicon';
import { createCase, type Stamp, type Store } from '@isnad/store';
import { startServer } from '@isnad/testbed';
import pg from 'pg';
import { figure, tableOf } from '../figures.js';
import { linesOf } from '../generated/lines.js';
import { generatedReports, townsIn } from '../generated/reports.js';
import { parentOf, processorOf } from './processor.js';
import { sizesOf, writtenAhead } from './sizes.js';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '1,2,4' },
    together: { type: 'string', default: '1' },
    store: { type: 'string' },
  },
});
const ISNAD = fileURLToPath(new URL('../../../bin/isnad.js', import.meta.url));
const [count, together] = [Number(values.reports), Number(values.together)];
const numbers = values.workers.split(',').map(Number);
const named = together === 1 ? 'workers' : 'workers.long';
const stamp = (): Stamp => ({ by: 'bench', at: new Date().toISOString(), tool: 'isnad', version: '0' });
const stages = program.caseStages();

const server = values.store === undefined ? await startServer({ shared_buffers: '256MB' }) : null;
const team = values.store ?? server!.url('postgres');
const client = new pg.Client({ connectionString: team });
await client.connect();
const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
/** The process of the server, where it runs on this machine. */
const database = server ? parentOf(rows[0]!.pid) : null;

const { places, outlets } = loadLexicon();
const reports = generatedReports(
  count * together,
  11,
  townsIn(places.places, 'sy'),
  [...outlets.values()].map(({ name }) => name.ar),
);
const bytes = new TextEncoder().encode([...linesOf(reports, together)].join(''));

/** A case in which all is unread. */
const unreadCase = async (name: string): Promise<Store> => {
  const url = new URL(team);
  url.searchParams.set('case', name);
  const store = await createCase(url.href, 'bench', stamp());
  const source = memorySource('reports.jsonl', bytes);
  await takeIn(
    store,
    { name: 'reports.jsonl', source, given: {}, arrivals: (kept) => readReports(kept) },
    { read: null, extractor: stages.extractor, reader: stages.reader },
    stamp,
  );
  return store;
};

const figures = [];
for (const number of numbers) {
  const schema = `case_workers-${number}`;
  const store = await unreadCase(`workers-${number}`);
  const writtenBefore = await writtenAhead(client);
  const databaseBefore = database === null ? 0 : processorOf(database);
  const begun = performance.now();
  const workers: readonly ChildProcess[] = Array.from({ length: number }, () =>
    spawn(process.execPath, [ISNAD, 'worker', '--store', team], { stdio: 'ignore' }),
  );
  const used = () => workers.reduce((sum, { pid }) => sum + processorOf(pid!), 0);
  const inCase = new pg.Client({ connectionString: team });
  await inCase.connect();
  // Keys of readings have no gaps. Counting what is unread is more work for the database than keeping what was read meanwhile.
  const last = `SELECT coalesce(max(key), 0)::int AS key FROM ${client.escapeIdentifier(schema)}.readings`;
  const unread = async () => count - (await inCase.query<{ key: number }>(last)).rows[0]!.key;
  // What starting costs is paid once; from the first batches on it is work.
  while ((await unread()) > 0.95 * count) await pause(500);
  const [left, from, usedFrom] = [await unread(), performance.now(), used()];
  const databaseFrom = database === null ? 0 : processorOf(database);
  // In the second half the rules of all workers are compiled: so they read from then on, for days.
  while ((await unread()) > count / 2) await pause(250);
  const [half, halfAt, usedHalf] = [await unread(), performance.now(), used()];
  while ((await unread()) > 0) await pause(250);
  const [to, usedTo] = [performance.now(), used()];
  const writtenRead = await writtenAhead(client);
  const databaseTo = database === null ? 0 : processorOf(database);
  while ((await store.record.head()) === null) await pause(200);
  const end = performance.now();
  figures.push(
    figure(`${named}.read_per_s`, (1000 * left) / (to - from), 'reports/s', number),
    figure(`${named}.read_warm_per_s`, (1000 * half) / (to - halfAt), 'reports/s', number),
    figure(`${named}.read_warm_cpu_ms`, (1000 * (usedTo - usedHalf)) / half, 'ms a report', number),
    figure(`${named}.read_cpu_ms`, (1000 * (usedTo - usedFrom)) / left, 'ms a report', number),
    figure(`${named}.database_cpu_ms`, (1000 * (databaseTo - databaseFrom)) / left, 'ms a report', number),
    figure(`${named}.record_s`, (end - to) / 1000, 's', number),
    figure(`${named}.record_cpu_s`, used() - usedTo, 's', number),
    figure(`${named}.all_s`, (end - begun) / 1000, 's', number),
    figure(
      `${named}.database_all_cpu_s`,
      (database === null ? 0 : processorOf(database)) - databaseBefore,
      's',
      number,
    ),
  );
  const reading = writtenRead - writtenBefore;
  const recording = (await writtenAhead(client)) - writtenRead;
  figures.push(
    figure(`${named}.written_reading`, reading / count, 'bytes a report', number),
    figure(`${named}.written_record`, recording / count, 'bytes a report', number),
  );
  for (const one of figures.slice(-11)) console.log(JSON.stringify(one));
  if (number === numbers.at(-1)) {
    for (const [table, size] of Object.entries(await sizesOf(inCase, schema)))
      figures.push(figure(`${named}.bytes_${table}`, size / count, 'bytes a report', count));
    for (const one of figures.slice(-8)) console.log(JSON.stringify(one));
  }
  await inCase.end();
  await Promise.all(
    workers.map((worker) => {
      worker.kill('SIGTERM');
      return once(worker, 'exit');
    }),
  );
  await store.close();
}
await client.end();
await server?.remove();
console.log(`\n${tableOf(figures)}`);
