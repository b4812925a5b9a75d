// How fast a large case is answered: `npm run bench:serve -- [--claims N] [--case FOLDER]` keeps a synthetic case, serves
// it in a process of its own and asks for what the workspace asks for. Times are those of the asking process.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openCase } from '@isnad/store';
import { keepLargeCase } from './serving/large-case.js';
import { questionsAbout } from './serving/questions.js';
import { startServer, untilItRests } from './serving/server-process.js';

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
const kinds = await questionsAbout(store);
await store.close();
console.log(JSON.stringify({ name: 'serve.case', ...head.counts }));

const started = performance.now();
const server = await startServer(folder, values.port);
const { usage } = server;

const ask = async (target: string): Promise<number> => {
  const response = await fetch(server.base + target);
  const { byteLength } = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${target}: ${response.status}`);
  return byteLength;
};
const atStart = usage();
await untilItRests(server);
const warm = { ms: performance.now() - started, cpu: usage().cpu };

const rounds = Number(values.rounds);
const rows: { what: string; first: number; p50: number; p95: number; cpu: number; kB: number }[] = [];
for (const [what, target] of Object.entries(kinds)) {
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
console.log(JSON.stringify({ name: 'serve.ready_ms', value: one(server.ready), unit: 'ms', cpu_ms: atStart.cpu }));
console.log(JSON.stringify({ name: 'serve.warm_ms', value: one(warm.ms), unit: 'ms', cpu_ms: warm.cpu }));
console.log(
  JSON.stringify({ name: 'serve.memory_mb', value: one(usage().memory), unit: 'MB', at_start: one(atStart.memory) }),
);
for (const { what, p95, cpu } of rows)
  console.log(JSON.stringify({ name: `serve.p95.${what}`, value: one(p95), unit: 'ms', cpu_ms: one(cpu) }));
console.log(
  `\nready in ${(server.ready / 1000).toFixed(1)} s (processor ${(atStart.cpu / 1000).toFixed(1)} s), all derived after ${(warm.ms / 1000).toFixed(1)} s (${(warm.cpu / 1000).toFixed(1)} s); worst p95 ${one(all.at(-1)!)} ms\n`,
);
console.log('| asked for            | first, ms | p50, ms | p95, ms | processor, ms |   kB |');
console.log('| -------------------- | --------: | ------: | ------: | ------------: | ---: |');
for (const { what, first, p50, p95, cpu, kB } of rows)
  console.log(
    `| ${what.padEnd(20)} | ${first.toFixed(0).padStart(9)} | ${p50.toFixed(1).padStart(7)} | ${p95.toFixed(1).padStart(7)} | ${cpu.toFixed(1).padStart(13)} | ${kB.toFixed(0).padStart(4)} |`,
  );
server.end();
