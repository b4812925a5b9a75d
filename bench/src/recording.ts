import { buildRecord } from '@isnad/record';
import { syntheticCase } from './synthetic/case.js';
import { type PairScore, scorePairs } from './synthetic/score.js';

/** How a synthetic case of known truth became a record. */
export interface Recorded {
  readonly claims: number;
  readonly reports: number;
  readonly incidents: number;
  readonly seconds: number;
  /** How well incidents put together what is one. */
  readonly score: PairScore;
}

const SEED = 7;

/** Builds the record of a synthetic case of about so many claims. */
export const measureRecord = (size: number): Recorded => {
  const { readings, texts, truth, world } = syntheticCase(size, SEED);
  const program = { version: 'bench', lexicon: 'synthetic' };
  const build = () => buildRecord({ caseName: 'synthetic', readings, texts, lexicon: world.lexicon, program });
  // The first build of a small case is mostly the engine warming up.
  if (size <= 1_000) build();
  const before = performance.now();
  const record = build();
  return {
    claims: record.claims.length,
    reports: readings.length,
    incidents: record.incidents.length,
    seconds: (performance.now() - before) / 1000,
    score: scorePairs(record, truth),
  };
};
