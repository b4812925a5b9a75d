import type { PreservedBytes } from '../bytes/bytes.js';
import { canonical } from '../canonical.js';
import { MARK } from '../copy/dump.js';
import { sha256 } from '../custody/entry.js';
import { StoreError, unfinished } from '../errors.js';
import type { Stamp } from '../stamp.js';
import type { CaseFacts, Store } from '../store.js';
import { custodyIn, logActs } from './custody.js';
import { openDatabase, type Sql } from './database.js';
import { decisionsIn } from './decisions.js';
import { expungingIn } from './expunge.js';
import { inputsIn } from './inputs.js';
import { migrate } from './migrate.js';
import { readingsIn } from './readings.js';
import { recordIn } from './record.js';
import { reportsIn } from './reports.js';
import { searchIn } from './search.js';
import { shelfIn } from './shelf.js';

const FACTS = 'case';

/** Refuses a case that is being put together. */
const checkFinished = (sql: Sql, file: string): void => {
  if (sql.one('SELECT 1 AS yes FROM meta WHERE key = ?', MARK)) throw unfinished(file);
};

const factsOf = (sql: Sql): Omit<CaseFacts, 'schema'> | null => {
  const row = sql.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', FACTS);
  return row ? (JSON.parse(row.value) as Omit<CaseFacts, 'schema'>) : null;
};

/** What guards the lists that are only ever added to. */
const GUARDS = [
  'custody_is_kept',
  'custody_stands',
  'decisions_are_kept',
  'decisions_stand',
  'tombstones_are_kept',
  'tombstones_stand',
];

const faultsOf = (sql: Sql): readonly string[] => {
  const found = sql
    .all<{ integrity_check: string }>('PRAGMA integrity_check(10)')
    .map((row) => row.integrity_check)
    .filter((said) => said !== 'ok');
  const foreign = sql
    .all<{ table: string }>('PRAGMA foreign_key_check')
    .map(({ table }) => `a row of ${table} stands for nothing`);
  const there = new Set(
    sql.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map(({ name }) => name),
  );
  const gone = GUARDS.filter((name) => !there.has(name)).map((name) => `the guard ${name} was taken away`);
  return [...found, ...foreign.slice(0, 10), ...gone];
};

const storeOver = (sql: Sql, bytes: PreservedBytes, about: CaseFacts): Store => ({
  about,
  bytes,
  inputs: inputsIn(sql),
  reports: reportsIn(sql),
  readings: readingsIn(sql),
  decisions: decisionsIn(sql),
  custody: custodyIn(sql),
  search: searchIn(sql),
  record: recordIn(sql),
  shelf: shelfIn(sql),
  expunge: expungingIn(sql, bytes),
  faults: async () => faultsOf(sql),
  close: async () => sql.close(),
});

/** Begins a case in a new SQLite file. Beginning it again under the same name changes nothing. */
export const createSqliteStore = async (
  file: string,
  bytes: PreservedBytes,
  name: string,
  stamp: Stamp,
): Promise<Store> => {
  const sql = openDatabase(file);
  const schema = migrate(sql, file);
  sql.write(() => {
    checkFinished(sql, file);
    const known = factsOf(sql);
    if (known && known.name !== name)
      throw new StoreError('store/exists', `${file} holds the case ${known.name}`, 'Choose another folder.');
    if (known) return;
    const begun = { name, created: stamp.at };
    const facts = { id: sha256(canonical({ ...begun, by: stamp.by })), ...begun };
    sql.run('INSERT INTO meta (key, value) VALUES (?, ?)', FACTS, JSON.stringify(facts));
    logActs(sql, [{ what: 'create', subject: facts.id, input: null, output: null }], stamp);
  });
  return storeOver(sql, bytes, { ...factsOf(sql)!, schema });
};

/** Opens a case in a SQLite file; a file of an earlier version is brought to this one's shapes. */
export const openSqliteStore = async (file: string, bytes: PreservedBytes): Promise<Store> => {
  const sql = openDatabase(file);
  const schema = migrate(sql, file);
  const facts = factsOf(sql);
  if (facts) return storeOver(sql, bytes, { ...facts, schema });
  try {
    checkFinished(sql, file);
  } finally {
    sql.close();
  }
  throw new StoreError('store/no-case', `${file} holds no case`, 'Begin one with isnad init.');
};
