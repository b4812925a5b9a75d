// How the record grows: `npm run bench:record -- [CLAIMS…]` builds synthetic cases of these sizes.
import { measureRecord } from './recording.js';

const sizes = process.argv.slice(2).map(Number);
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);

console.log('  claims  reports  incidents   seconds  µs/claim  peak MB     P     R    F1');
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const { claims, reports, incidents, seconds, score } = measureRecord(size);
  console.log(
    `${String(claims).padStart(8)} ${String(reports).padStart(8)} ${String(incidents).padStart(10)} ` +
      `${seconds.toFixed(2).padStart(9)} ${((1e6 * seconds) / claims).toFixed(0).padStart(9)} ` +
      `${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(8)}` +
      `${percent(score.precision)}${percent(score.recall)}${percent(score.f1)}`,
  );
}
