import { StoreError } from '../errors.js';
import type { Sql } from './database.js';
import { sql as first } from './migrations/0001-case.js';

/** The stored shapes in their order; the number of a shape is its place, from 1. */
export const migrations: readonly string[] = [first];

const versionOf = (sql: Sql): number =>
  sql.one<{ user_version: number }>('SELECT user_version FROM pragma_user_version')!.user_version;

/** Brings a file to the newest shape, each step whole or not at all. A file of a newer program is refused. */
export const migrate = (sql: Sql, file: string): number => {
  if (versionOf(sql) < migrations.length)
    sql.write(() => {
      for (let version = versionOf(sql); version < migrations.length; version++) {
        sql.exec(migrations[version]!);
        sql.exec(`PRAGMA user_version = ${version + 1}`);
      }
    });
  const version = versionOf(sql);
  if (version > migrations.length)
    throw new StoreError(
      'store/newer',
      `${file} was written by a newer version of isnad`,
      'Open it with that version.',
    );
  return version;
};
