// How fast reports are read on one core, and what of it is the floor that every reader pays:
//   npm run bench:read -- [FOLDER] [--passes N]
// Prints figures and asserts nothing: how fast is a matter of the machine and of what else it does.
import { parseArgs } from 'node:util';
import { measureReading, passesFor, warmBest, warmMedian } from './reading.js';
import { EPISODE, someReportsIn } from './reports.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { passes: { type: 'string' } } });
const reports = someReportsIn(positionals[0] ?? EPISODE);
const passes = passesFor(reports.length, values.passes);
const { characters, ready, read, alone, floor } = measureReading(reports, passes);

const print = (what: string, ms: number): void => {
  const perSecond = (count: number) => Math.round((1000 * count) / ms).toLocaleString('en');
  console.log(
    `${what.padEnd(22)} ${perSecond(reports.length).padStart(8)} reports/s ` +
      `${perSecond(characters).padStart(12)} characters/s ${(ms / reports.length).toFixed(2).padStart(7)} ms each`,
  );
};

console.log(`${reports.length} reports of ${Math.round(characters / reports.length)} characters, ${passes} passes`);
console.log(`reader made in ${Math.round(ready)} ms`);
print('cold, first pass', read[0]!);
print('warm, median', warmMedian(read));
print('warm, best', warmBest(read));
print('one by one, median', warmMedian(alone));
print('floor, warm median', warmMedian(floor));
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
