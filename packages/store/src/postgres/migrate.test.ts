import { type EmptyDatabase, emptyDatabase, isPostgresWanted } from '@isnad/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCase } from '../case/place.js';
import { expectFilled } from '../migrated.fixture.js';
import { openConnection } from './connection.js';
import { migrate, migrations, versionOf } from './migrate.js';
import { filled } from './migrations/filled.fixture.js';

describe.skipIf(!isPostgresWanted)('a case of an earlier version in PostgreSQL', () => {
  let database: EmptyDatabase;
  let cases = 0;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.remove());

  /** Tables as version `version` made them, and what it held; gives the name of the case. */
  const writeCase = async (version: number, shape = version): Promise<string> => {
    const name = `old${++cases}`;
    const sql = [
      `CREATE SCHEMA case_${name}; SET search_path TO case_${name}`,
      ...migrations.slice(0, version),
      `INSERT INTO meta VALUES ('schema', '${shape}')`,
      ...filled[version - 1]!,
    ];
    await database.sql(sql.join(';\n'));
    return name;
  };
  const addressOf = (name: string) => `${database.url}?case=${name}`;

  it('has what each version holds written down', () => {
    expect(filled).toHaveLength(migrations.length);
  });

  it.each(migrations.map((_, index) => index + 1))(
    '%i is brought up to this one, and nothing of it is lost',
    async (version) => {
      const store = await openCase(addressOf(await writeCase(version)));
      expect(store.about).toMatchObject({ name: 'old', schema: migrations.length });
      await expectFilled(store);
      await store.close();
    },
  );

  it('is brought up whole or not at all', async () => {
    const name = await writeCase(migrations.length);
    const sql = openConnection(database.url, `case_${name}`, 'here');
    const wider = "ALTER TABLE shelf ADD COLUMN since text; UPDATE shelf SET since = '2026'";
    const broken = [...migrations, wider, 'ALTER TABLE nowhere ADD COLUMN x text'];
    await expect(sql.write((rows) => migrate(rows, 'here', broken))).rejects.toThrow();
    expect(await versionOf(sql)).toBe(migrations.length);
    expect(await sql.all('SELECT * FROM shelf')).toEqual([expect.not.objectContaining({ since: '2026' })]);
    expect(await sql.write((rows) => migrate(rows, 'here', broken.slice(0, -1)))).toBe(migrations.length + 1);
    expect(await sql.all('SELECT key, value, since FROM shelf')).toEqual([
      { key: 'feed', value: '{"etag":"1"}', since: '2026' },
    ]);
    await sql.close();
    await expect(openCase(addressOf(name))).rejects.toMatchObject({ code: 'store/newer' });
  });
});
