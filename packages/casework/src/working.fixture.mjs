// A process that works on a case until it is killed; run by kill.fixture.ts on the build of the packages.
//   node working.fixture.mjs add CASE FOLDER | decide CASE FIRST COUNT | copy CASE TO
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { readReports } from '@isnad/archive';
import { takeIn } from '@isnad/casework';
import { copyCase, createCase, openCase } from '@isnad/store';

const [deed, named, ...rest] = process.argv.slice(2);
// One instant for all, so that two cases can be compared to the byte.
const stamp = () => ({ by: 'tester', at: '2026-01-01T00:00:00Z', tool: 'isnad', version: '0.1.0' });

const read = ({ path: name, id }) => ({
  report: {
    path: name,
    id,
    language: 'ar',
    title: null,
    outlet: null,
    published: { edtf: null, basis: 'none', reason: '' },
    furniture: [],
  },
  claims: [],
  persons: [],
  notes: [],
});
const stages = { read, extractor: '0.1.0', reader: '0.1.0+1', makeRecord: () => undefined };

const store = await openCase(named).catch((error) => {
  // Not yet begun, or killed before it was.
  if (error.code === 'store/no-case') return createCase(named, 'test', stamp());
  throw error;
});

if (deed === 'add') {
  const [from] = rest;
  for (const name of readdirSync(from).sort()) {
    const source = { path: name, stream: () => createReadStream(path.join(from, name)) };
    await takeIn(store, { name, source, given: {}, arrivals: (kept) => readReports(kept) }, stages, stamp);
  }
} else if (deed === 'copy') await copyCase(named, rest[0]);
else {
  const [first, count] = rest.map(Number);
  for (let number = first; number < first + count; number++) {
    const { at } = stamp();
    const id = `d:${number}`;
    await store.decisions.append(
      [{ id, at, by: 'editor', kind: 'accept', about: ['c:1'], reason: 'r', retires: null }],
      stamp(),
    );
    process.stdout.write(`${id}\n`);
  }
}
await store.close();
process.stdout.write('done\n');
