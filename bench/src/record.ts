// How the record grows: `npm run bench:record -- [CLAIMS…]` builds synthetic cases of these sizes.
import { buildRecord } from '@isnad/record';
import { syntheticCase } from './synthetic/case.js';
import { scorePairs } from './synthetic/score.js';

const sizes = process.argv.slice(2).map(Number);
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

console.log('  claims  reports  incidents   seconds  µs/claim  peak MB     P     R    F1');
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const { readings, texts, truth, world } = syntheticCase(size, 7);
  const program = { version: 'bench', lexicon: 'synthetic' };
  const build = () => buildRecord({ caseName: 'synthetic', readings, texts, lexicon: world.lexicon, program });
  // The first build of a small case is mostly the engine warming up.
  if (size <= 1_000) build();
  const before = performance.now();
  const record = build();
  const seconds = (performance.now() - before) / 1000;
  const { precision, recall, f1 } = scorePairs(record, truth);
  const claims = record.claims.length;
  console.log(
    `${String(claims).padStart(8)} ${String(readings.length).padStart(8)} ${String(record.incidents.length).padStart(10)} ` +
      `${seconds.toFixed(2).padStart(9)} ${((1e6 * seconds) / claims).toFixed(0).padStart(9)} ` +
      `${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(8)}${percent(precision)}${percent(recall)}${percent(f1)}`,
  );
}
