import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CASE_FILE } from '../case/folder.js';
import { openCase } from '../case/place.js';
import { expectFilled } from '../migrated.fixture.js';
import { migrations } from './migrate.js';
import { filled } from './migrations/filled.fixture.js';

describe('a case of an earlier version', () => {
  let folder: string;
  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'isnad-migrate-')), 'case');
    mkdirSync(path.join(folder, 'bytes'), { recursive: true });
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  /** A file as version `version` of the shapes made it. */
  const writeCase = (version: number, ...more: readonly string[]) => {
    const database = new Database(path.join(folder, CASE_FILE));
    for (const migration of migrations.slice(0, version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${version}`);
    for (const statement of [...filled[version - 1]!, ...more]) database.exec(statement);
    database.close();
  };

  it('has what each version holds written down', () => {
    expect(filled).toHaveLength(migrations.length);
  });

  it.each(migrations.map((_, index) => index + 1))(
    '%i is brought up to this one, and nothing of it is lost',
    async (version) => {
      writeCase(version);
      const store = await openCase(folder);
      expect(store.about).toMatchObject({ name: 'old', schema: migrations.length });
      await expectFilled(store);
      await store.close();
    },
  );

  it('that a newer program wrote is refused and left as it is', async () => {
    writeCase(migrations.length, `PRAGMA user_version = ${migrations.length + 1}`);
    await expect(openCase(folder)).rejects.toMatchObject({ code: 'store/newer' });
    await expect(openCase(folder)).rejects.toMatchObject({ code: 'store/newer' });
  });
});
