import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { backUp, openCase, restoreBackup, StoreError } from '@isnad/store';
import { type EmptyDatabase, emptyDatabase, isPostgresWanted, postgresPrograms } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, type PlaceOf, playground, work, workingStages } from './kill.fixture.js';
import { refreshRecord } from './refresh.js';
import { verifyCase } from './verify/verify.js';
import { stamp } from './worked-case.fixture.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until a case holds some reports. */
const untilThereAre = async (named: string): Promise<void> => {
  for (;;) {
    try {
      const store = await openCase(named);
      const count = await store.reports.count();
      await store.close();
      if (count > 0) return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store/no-case') throw error;
    }
    await pause(20);
  }
};

/** What a case holds, and that all of it is as the custody log says; and the hash of its record, where there is one. */
const verified = async (named: string): Promise<{ readonly reports: number; readonly record: string | null }> => {
  const store = await openCase(named);
  const { findings, reports } = await verifyCase(store, workingStages);
  expect(findings.filter(({ severity }) => severity === 'broken')).toEqual([]);
  const record = await store.record.hash();
  await store.close();
  return { reports, record };
};

const isWhole = async (named: string): Promise<boolean> => {
  try {
    await (await openCase(named)).close();
    return true;
  } catch {
    return false;
  }
};

// The drill of docs/how-to/team-store.md, on both stores, restored into both.
describe.skipIf(!isPostgresWanted)('a case that is backed up', { timeout: 180_000 }, () => {
  let play: ReturnType<typeof playground>;
  let database: EmptyDatabase;
  beforeAll(async () => {
    play = playground();
    database = await emptyDatabase();
  });
  afterAll(async () => {
    play.remove();
    await database.remove();
  });
  const inDatabase: PlaceOf = (name) => `${database.url}?case=${name}`;
  const kinds: readonly (readonly [string, () => PlaceOf, () => PlaceOf])[] = [
    ['folder', () => play.placeOf, () => inDatabase],
    ['database', () => inDatabase, () => play.placeOf],
  ];

  it.each(kinds)(
    'in a %s while a writer is at work is whole elsewhere, and is gone on with there',
    async (kind, here, there) => {
      const named = here()('written');
      const file = (name: string) => path.join(play.home, `${kind}-${name}.backup`);
      const writing = work(['add', named, play.reports]);
      await untilThereAre(named);
      await backUp(named, file('early'));
      await writing;
      const elsewhere = there()(`early-${kind}`);
      await restoreBackup(file('early'), elsewhere);
      const early = await verified(elsewhere);
      expect(early.reports).toBeGreaterThan(0);
      await work(['add', elsewhere, play.reports]);
      expect(await contentOf(elsewhere)).toEqual(await contentOf(named));

      const store = await openCase(named);
      await refreshRecord(store, workingStages, stamp());
      await store.close();
      await backUp(named, file('late'));
      for (const again of [here()(`late-${kind}`), there()(`late-${kind}`)]) {
        await restoreBackup(file('late'), again);
        expect(await verified(again)).toEqual(await verified(named));
        expect((await verified(again)).record).not.toBeNull();
        expect(await contentOf(again)).toEqual(await contentOf(named));
      }
    },
  );

  it('with all the others by the tools of PostgreSQL is whole in another database', async () => {
    const named = inDatabase('dumped');
    await work(['add', named, play.reports]);
    const file = path.join(play.home, 'team.dump');
    const other = await emptyDatabase();
    const run = (program: string, ...args: readonly string[]) =>
      execFileSync(path.join(postgresPrograms(), program), args, { stdio: ['ignore', 'ignore', 'pipe'] });
    run('pg_dump', '--format=custom', `--file=${file}`, database.url);
    run('pg_restore', '--exit-on-error', `--dbname=${other.url}`, file);
    const again = `${other.url}?case=dumped`;
    await verified(again);
    expect(await contentOf(again)).toEqual(await contentOf(named));
    await other.remove();
  });

  it.each(kinds)(
    'or copied out of a %s by a process that is killed is the same in the end',
    async (kind, here, there) => {
      const [from, to] = [here()('written'), there()(`copied-${kind}`)];
      for (let killAfter = 400; !(await isWhole(to)); killAfter += 300) await work(['copy', from, to], { killAfter });
      expect(await contentOf(to)).toEqual(await contentOf(from));
      await verified(to);
    },
  );
});
