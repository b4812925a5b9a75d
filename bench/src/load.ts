// Many people at one case: `npm run bench:load -- [--case CASE] [--reports N] [--readers 50] [--editors 5] [--minutes 10]`.
// Without a case, one is kept of generated reports first. A case may be an address, postgres://…; with --postgres it is copied
// into a PostgreSQL server begun for it. The server is a process of its own; this one is everybody else.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openCase } from '@isnad/store';
import { startServer as startPostgres } from '@isnad/testbed';
import { writeReports } from './building.js';
import { figure, tableOf } from './figures.js';
import { accessTo, isnad } from './serving/access.js';
import { atWork, type Watched } from './serving/at-work.js';
import { questionsAbout } from './serving/questions.js';
import { startServer, untilItRests } from './serving/server-process.js';

const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    reports: { type: 'string', default: '20000' },
    readers: { type: 'string', default: '50' },
    editors: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '10' },
    port: { type: 'string', default: '4988' },
    postgres: { type: 'boolean', default: false },
  },
});

const kept = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-load-'));
  const [reports, kept] = [path.join(folder, 'reports.jsonl'), path.join(folder, 'case')];
  console.error(`bench: keeping a case of ${values.reports} generated reports in ${kept}`);
  writeReports(reports, Number(values.reports));
  isnad('init', kept, '--by', 'bench');
  isnad('add', kept, reports, '--by', 'bench');
  isnad('build', kept, '--out', path.join(folder, 'built'));
  return kept;
};

const begun = values.postgres ? await startPostgres({ shared_buffers: '256MB' }) : null;
const inPostgres = (from: string): string => {
  const address = `${begun!.url('postgres')}?case=load`;
  console.error('bench: copying the case into PostgreSQL');
  isnad('store', 'copy', from, address);
  return address;
};
const named = values.case ?? kept();
const served = begun ? inPostgres(named) : named;
const store = await openCase(served);
const questions = await questionsAbout(store);
const claims = (await store.record.items('claims', { limit: 2_000 })).map(({ id }) => id);
const reports = await store.reports.count();
await store.close();

const access = await accessTo(served);
const server = await startServer(served, values.port, access);
await untilItRests(server);
const until = performance.now() + Number(values.minutes) * 60_000;
const watched: Watched = await atWork(server, questions, claims, {
  readers: Number(values.readers),
  editors: Number(values.editors),
  until,
  access,
  told: (line) => console.error(`bench: ${line}`),
});
server.end();
await begun?.remove();

const at = (times: readonly number[], share: number): number =>
  times.length === 0 ? 0 : times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const read = sorted([...watched.read.values()].flat());
const memory = watched.memory;
const figures = [
  figure('load.reports', reports, 'reports'),
  figure('load.requests', read.length + watched.decided.length, 'requests'),
  figure('load.errors', watched.errors.length, 'errors'),
  figure('load.read.p50_ms', at(read, 0.5), 'ms'),
  figure('load.read.p95_ms', at(read, 0.95), 'ms'),
  figure('load.read.p99_ms', at(read, 0.99), 'ms'),
  figure('load.pulse.p99_ms', at(sorted(watched.pulse), 0.99), 'ms'),
  figure('load.pulse.most_ms', Math.max(...watched.pulse), 'ms'),
  figure('load.decide.p95_ms', at(sorted(watched.decided), 0.95), 'ms'),
  figure('load.decisions', watched.decided.length, 'decisions'),
  figure('load.records', watched.records, 'records'),
  figure('load.memory.first_fifth_mb', at(sorted(memory.slice(0, memory.length / 5)), 0.5), 'MB'),
  figure('load.memory.last_fifth_mb', at(sorted(memory.slice(-memory.length / 5)), 0.5), 'MB'),
  figure('load.memory.peak_mb', Math.max(...memory), 'MB'),
];
for (const one of figures) console.log(JSON.stringify(one));
for (const [what, times] of watched.read)
  console.log(JSON.stringify(figure(`load.read.p95_ms.${what}`, at(sorted(times), 0.95), 'ms')));
for (const error of watched.errors.slice(0, 10)) console.error(`bench: ${error}`);
console.log(tableOf(figures));
process.exitCode = watched.errors.length === 0 ? 0 : 1;
