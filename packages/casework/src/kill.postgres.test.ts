import { type EmptyDatabase, emptyDatabase, isPostgresWanted, type Server, startServer } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contentOf,
  killWhileAdding,
  killWhileDeciding,
  type PlaceOf,
  playground,
  work,
  workTogether,
} from './kill.fixture.js';

describe.skipIf(!isPostgresWanted)('a case in a database', { timeout: 180_000 }, () => {
  let play: ReturnType<typeof playground>;
  let database: EmptyDatabase;
  const placeOf: PlaceOf = (name) => `${database.url}?case=${name}`;
  beforeAll(async () => {
    play = playground();
    database = await emptyDatabase();
  });
  afterAll(async () => {
    play.remove();
    await database.remove();
  });

  it('is the same, however often adding was killed and begun again', async () => {
    await killWhileAdding(placeOf, play.reports, 2);
  });

  it('holds what a folder would, to the key of each row and the hash of each line of custody', async () => {
    await work(['add', play.placeOf('same'), play.reports]);
    expect(await contentOf(placeOf('whole'))).toEqual(await contentOf(play.placeOf('same')));
  });

  it('loses no decision that was acknowledged before a kill', async () => {
    await killWhileDeciding(placeOf, 3);
  });

  it('takes reports and decisions of two processes at once', async () => {
    await workTogether(placeOf, play.reports);
  });

  it('goes on when its connections are cut, again and again', async () => {
    const expected = await contentOf(placeOf('whole'));
    const named = placeOf('cut');
    let [isOver, cut] = [false, 0];
    const working = work(['add', named, play.reports]).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const ended = await database.sql<{ ended: boolean }>(
        `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'isnad'`,
      );
      cut += ended.length;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await working;
    expect(cut).toBeGreaterThan(0);
    expect(await contentOf(named)).toEqual(expected);
  });

  it('goes on when its server goes down and comes again', async () => {
    const server: Server = await startServer();
    try {
      const named = `${server.url('postgres')}?case=restarted`;
      const working = work(['add', named, play.reports]);
      for (const how of ['fast', 'kill'] as const) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await server.stop(how);
        await server.start();
      }
      await working;
      expect(await contentOf(named)).toEqual(await contentOf(placeOf('whole')));
    } finally {
      await server.remove();
    }
  });
});
