import { isPostgresWanted } from '@isnad/testbed';
import { describe, it } from 'vitest';
import { workThroughChaos } from './chaos.fixture.js';

describe.skipIf(!isPostgresWanted || process.platform !== 'linux')('four workers and 5,000 reports', () => {
  it('leave the record of a quiet run through 40 kills, two restarts of PostgreSQL and a cut', async () => {
    await workThroughChaos({
      workers: 4,
      portion: 1000,
      portions: 5,
      kills: 40,
      restarts: { 13: 'fast', 27: 'kill' },
      cut: 20,
    });
  }, 1_800_000);
});
