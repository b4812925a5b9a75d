import { isPostgresWanted } from '@isnad/testbed';
import { describe, it } from 'vitest';
import { workThroughChaos } from './chaos.fixture.js';

// With four workers, 5,000 reports and 40 kills in chaos.long.test.ts. Which programs a process began is asked of Linux.
describe.skipIf(!isPostgresWanted || process.platform !== 'linux')('workers that are killed', () => {
  it('leave the record of a quiet run, also when PostgreSQL restarts and connections are cut', async () => {
    await workThroughChaos({ workers: 2, portion: 100, portions: 2, kills: 4, restarts: { 3: 'kill' }, cut: 2 });
  }, 300_000);
});
