// How fast a large case is answered: `npm run bench:serve -- [--claims N] [--case FOLDER]` keeps a synthetic case, serves
// it in a process of its own and asks for what the workspace asks for. Times are those of the asking process.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openCase } from '@isnad/store';
import { keepLargeCase } from './serving/large-case.js';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '200000' },
    case: { type: 'string' },
    rounds: { type: 'string', default: '40' },
    port: { type: 'string', default: '4987' },
  },
});

const folder = values.case ?? path.join(mkdtempSync(path.join(tmpdir(), 'isnad-serve-')), 'case');
if (!existsSync(path.join(folder, 'case.isnad'))) {
  console.error(`bench: keeping a case of ${values.claims} claims in ${folder}`);
  await (await keepLargeCase(folder, Number(values.claims))).store.close();
}
const store = await openCase(folder);
const head = (await store.record.head())!;
const [incidents, claims, reports] = await Promise.all([
  store.record.items('incidents', { limit: 400 }),
  store.record.items('claims', { limit: 400 }),
  store.reports.list({ limit: 400 }),
]);
await store.close();
console.log(JSON.stringify({ name: 'serve.case', ...head.counts }));

const base = `http://127.0.0.1:${values.port}`;
const program = fileURLToPath(new URL('../../bin/isnad.js', import.meta.url));
const server = spawn(process.execPath, [program, 'serve', folder, '--port', values.port], { stdio: 'ignore' });
server.on('exit', (code) => {
  if (code !== null) throw new Error(`the server ended with ${code}; is port ${values.port} taken?`);
});
const started = performance.now();

/** Processor time of the server, ms, and its memory, MB. */
const usage = () => {
  const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const pages = Number(readFileSync(`/proc/${server.pid}/statm`, 'utf8').split(' ')[1]);
  return { cpu: (Number(stat[11]) + Number(stat[12])) * 10, memory: (pages * 4096) / 1e6 };
};

const ask = async (target: string): Promise<number> => {
  const response = await fetch(base + target);
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${target}: ${response.status}`);
  return byteLength;
};

for (;;) {
  try {
    await ask('/api/overview');
    break;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const ready = performance.now() - started;
const atStart = usage();

// Until what is derived beforehand is there: the server rests.
for (let before = -Infinity; ; ) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { cpu } = usage();
  if (cpu - before < 20) break;
  before = cpu;
}
const warm = { ms: performance.now() - started, cpu: usage().cpu };

const pick = <T>(items: readonly T[], i: number): T => items[(i * 7919) % items.length]!;
const incident = (i: number) => pick(incidents, i);
const filters = [
  (i: number) => `type=${incident(i).type}`,
  (i: number) => `place=${encodeURIComponent(incident(i).place?.id ?? 'none')}`,
  (i: number) => `actor=army&from=2020-0${1 + (i % 9)}-01`,
  (i: number) => `source=${encodeURIComponent(incident(i).roots[0] ?? 'none')}&measure=killed`,
  (i: number) => `bbox=30,20,${31 + (i % 5)},21`,
  (i: number) => `text=${encodeURIComponent(incident(i).title.ar.split(' ')[0]!)}`,
];
const filter = (i: number) => `${pick(filters, i)(i)}&undated=${i % 2 === 0 ? 'with' : 'without'}`;
const word = (i: number) => encodeURIComponent(pick(claims, i).span.text.split(' ').at(-1) ?? 'قصف');

const KINDS: Readonly<Record<string, (i: number) => string>> = {
  overview: () => '/api/overview',
  names: () => '/api/names',
  'queue, a page': (i) => `/api/queues/${pick(['disputes', 'look-alikes', 'low-confidence'], i)}?limit=50`,
  'incidents, a page': (i) => `/api/incidents?limit=50&${filter(i)}`,
  'incidents, sorted': (i) => `/api/incidents?limit=50&sort=${pick(['-date', '-reports', '-harmed'], i)}&${filter(i)}`,
  facets: (i) => `/api/incidents/facets?${filter(i)}`,
  'facets, no filter': (i) => `/api/incidents/facets?undated=${i % 2 === 0 ? 'with' : 'without'}`,
  timeline: (i) => `/api/incidents/timeline?${filter(i)}`,
  map: (i) => `/api/incidents/map?${filter(i)}`,
  'map, all': () => '/api/incidents/map',
  incident: (i) => `/api/incidents/${encodeURIComponent(incident(i).id)}`,
  'reports, a page': (i) => `/api/reports?limit=50&from=2020-0${1 + (i % 9)}-01`,
  report: (i) => `/api/reports/${encodeURIComponent(pick(reports, i).id)}`,
  'places, a page': () => '/api/places?limit=50',
  actors: () => '/api/actors',
  sources: () => '/api/sources',
  control: () => '/api/control?on=2020-06-01',
  tolls: () => '/api/tolls?limit=50',
  'search in reports': (i) => `/api/search?limit=20&q=${word(i)}`,
  'search in claims': (i) => `/api/search?limit=20&in=claims&q=${word(i)}`,
};

const rounds = Number(values.rounds);
const rows: { what: string; first: number; p50: number; p95: number; cpu: number; kB: number }[] = [];
for (const [what, target] of Object.entries(KINDS)) {
  const timed = async (i: number): Promise<readonly [number, number]> => {
    const before = performance.now();
    const bytes = await ask(target(i));
    return [performance.now() - before, bytes];
  };
  const [first] = await timed(0);
  const { cpu } = usage();
  const times: number[] = [];
  let bytes = 0;
  for (let i = 1; i <= rounds; i++) {
    const [time, size] = await timed(i);
    times.push(time);
    bytes += size;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  rows.push({ what, first, p50: at(0.5), p95: at(0.95), cpu: (usage().cpu - cpu) / rounds, kB: bytes / rounds / 1000 });
}
const all = rows.map(({ p95 }) => p95).sort((a, b) => a - b);
const one = (value: number) => Number(value.toFixed(1));
console.log(JSON.stringify({ name: 'serve.ready_ms', value: one(ready), unit: 'ms', cpu_ms: atStart.cpu }));
console.log(JSON.stringify({ name: 'serve.warm_ms', value: one(warm.ms), unit: 'ms', cpu_ms: warm.cpu }));
console.log(
  JSON.stringify({ name: 'serve.memory_mb', value: one(usage().memory), unit: 'MB', at_start: one(atStart.memory) }),
);
for (const { what, p95, cpu } of rows)
  console.log(JSON.stringify({ name: `serve.p95.${what}`, value: one(p95), unit: 'ms', cpu_ms: one(cpu) }));
console.log(
  `\nready in ${(ready / 1000).toFixed(1)} s (processor ${(atStart.cpu / 1000).toFixed(1)} s), all derived after ${(warm.ms / 1000).toFixed(1)} s (${(warm.cpu / 1000).toFixed(1)} s); worst p95 ${one(all.at(-1)!)} ms\n`,
);
console.log('| asked for            | first, ms | p50, ms | p95, ms | processor, ms |   kB |');
console.log('| -------------------- | --------: | ------: | ------: | ------------: | ---: |');
for (const { what, first, p50, p95, cpu, kB } of rows)
  console.log(
    `| ${what.padEnd(20)} | ${first.toFixed(0).padStart(9)} | ${p50.toFixed(1).padStart(7)} | ${p95.toFixed(1).padStart(7)} | ${cpu.toFixed(1).padStart(13)} | ${kB.toFixed(0).padStart(4)} |`,
  );
server.removeAllListeners('exit');
server.kill();
