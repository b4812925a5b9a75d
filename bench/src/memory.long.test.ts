import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createReader } from '@isnad/claims';
import { loadLexicon } from '@isnad/lexicon';
import { expect, it } from 'vitest';
import { documentOf, EPISODE, reportsIn } from './reports.js';

v8.setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Megabytes in use once what is no longer needed is gone. */
const megabytes = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const READS = 20_000;
/** What the engine itself keeps of code and shapes varies by this much, in megabytes. */
const NOISE = 10;

it(`keeps no more of ${READS} reports than of a tenth of them`, { timeout: 30 * 60_000 }, () => {
  const reader = createReader(loadLexicon());
  const documents = reportsIn(EPISODE).map(documentOf);
  const read = (times: number) => {
    for (let k = 0; k < times; k++) reader.read(documents[k % documents.length]!);
  };
  read(READS / 10);
  const before = megabytes();
  read(READS - READS / 10);
  expect(megabytes() - before).toBeLessThan(NOISE);
});
