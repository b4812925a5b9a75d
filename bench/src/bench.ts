// All measurements: npm run bench -- [--texts FOLDER] [--sizes 1000,10000,100000] [--quick]
// One JSON object a line, {"name", "value", "unit"}; a table for people at the end. Asserts nothing: how fast is a
// matter of the machine and of what else it does. The largest sizes take minutes; --quick leaves them out.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figure, figure, tableOf } from './figures.js';
import { EPISODE } from './reports.js';

const { values } = parseArgs({
  options: { texts: { type: 'string' }, sizes: { type: 'string' }, quick: { type: 'boolean' } },
});
const sizes = (values.sizes ?? (values.quick ? '1000' : '1000,10000,100000')).split(',').map(Number);
if (sizes.some((size) => !(size >= 1))) throw new Error('--sizes takes whole numbers, a comma between them');

const PART = fileURLToPath(new URL('./part.js', import.meta.url));
const figures: Figure[] = [];

const tell = (one: Figure): void => {
  figures.push(one);
  console.log(JSON.stringify(one));
};

const run = (part: string, argument: string): readonly Figure[] => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PART, part, argument], { encoding: 'utf8' });
  if (status !== 0) {
    // What a machine has no memory for is a finding too; the other figures still stand.
    console.error(`${part} ${argument} failed: ${stderr.trim().slice(-500)}`);
    process.exitCode = 1;
    return [];
  }
  const found = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figure);
  found.forEach(tell);
  return found;
};

run('read', values.texts ?? EPISODE);
for (const size of sizes) run('build', String(size));
const cases = values.quick ? [1000] : [10_000, 20_000];
for (const size of cases) run('case', String(size));
run('search', String(cases[cases.length - 1]));
const perClaim = sizes.map((size) => run('record', String(size))[0]?.value);
const [smallest, largest] = [perClaim[0], perClaim[perClaim.length - 1]];
if (sizes.length > 1 && smallest && largest) tell(figure('record.growth', largest / smallest, 'times a claim'));

console.log(`\n${tableOf(figures)}`);
