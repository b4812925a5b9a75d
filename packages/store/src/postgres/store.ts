import { canonical } from '../canonical.js';
import type { PostgresCase } from '../case/address.js';
import { MARK } from '../copy/dump.js';
import { sha256 } from '../custody/entry.js';
import { StoreError, unfinished } from '../errors.js';
import type { Stamp } from '../stamp.js';
import type { CaseFacts, Store } from '../store.js';
import { bytesInPostgres } from './bytes.js';
import { type Connection, openConnection, quoted, type Rows } from './connection.js';
import { custodyIn, logActs } from './custody.js';
import { decisionsIn } from './decisions.js';
import { expungingIn } from './expunge.js';
import { inputsIn } from './inputs.js';
import { checkServer, checkVersion, migrate, migrations, versionOf } from './migrate.js';
import { readingsIn } from './readings.js';
import { recordIn } from './record.js';
import { reportsIn } from './reports.js';
import { searchIn } from './search.js';
import { shelfIn } from './shelf.js';

const FACTS = 'case';

/** Refuses a case that is being put together. */
const checkFinished = async (sql: Rows, shown: string): Promise<void> => {
  if (await sql.one('SELECT 1 AS yes FROM meta WHERE key = $1', MARK)) throw unfinished(shown);
};

const factsOf = async (sql: Rows): Promise<Omit<CaseFacts, 'schema'> | null> => {
  const row = await sql.one<{ value: string }>('SELECT value FROM meta WHERE key = $1', FACTS);
  return row ? (JSON.parse(row.value) as Omit<CaseFacts, 'schema'>) : null;
};

/** What guards the lists that are only ever added to. */
const GUARDS = ['custody', 'decisions', 'tombstones'].flatMap((table) =>
  ['are_kept', 'stay', 'stand'].map((name) => `${table}_${name}`),
);

const faultsOf = async (sql: Rows): Promise<readonly string[]> => {
  const there = new Set(
    (
      await sql.all<{ name: string }>(
        `SELECT t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'O' AND NOT t.tgisinternal`,
      )
    ).map(({ name }) => name),
  );
  const broken = await sql.all<{ name: string }>(
    `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisvalid ORDER BY c.relname`,
  );
  return [
    ...GUARDS.filter((name) => !there.has(name)).map((name) => `the guard ${name} was taken away`),
    ...broken.map(({ name }) => `the index ${name} is not whole`),
  ];
};

const storeOver = (sql: Connection, about: CaseFacts): Store => {
  const bytes = bytesInPostgres(sql);
  return {
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
    faults: () => faultsOf(sql),
    close: () => sql.close(),
  };
};

/** Runs steps on a connection that is closed again when they fail. */
const opened = async (sql: Connection, steps: () => Promise<CaseFacts>): Promise<Store> => {
  try {
    return storeOver(sql, await steps());
  } catch (error) {
    await sql.close();
    throw error;
  }
};

const connectionTo = ({ connection, schema, shown }: PostgresCase): Connection =>
  openConnection(connection, schema, shown);

/** Begins a case in a schema of its own. Beginning it again under the same name changes nothing. */
export const createPostgresStore = (place: PostgresCase, name: string, stamp: Stamp): Promise<Store> => {
  const sql = connectionTo(place);
  return opened(sql, async () => {
    await checkServer(sql, place.shown);
    return sql.write(async (rows) => {
      await rows.run(`CREATE SCHEMA IF NOT EXISTS ${quoted(place.schema)}`);
      const schema = await migrate(rows, place.shown);
      await checkFinished(rows, place.shown);
      const known = await factsOf(rows);
      if (known && known.name !== name)
        throw new StoreError(
          'store/exists',
          `${place.shown} holds the case ${known.name}`,
          'Choose another name behind case=.',
        );
      if (known) return { ...known, schema };
      const begun = { name, created: stamp.at };
      const facts = { id: sha256(canonical({ ...begun, by: stamp.by })), ...begun };
      await rows.run('INSERT INTO meta (key, value) VALUES ($1, $2)', FACTS, JSON.stringify(facts));
      await logActs(rows, [{ what: 'create', subject: facts.id, input: null, output: null }], stamp);
      return { ...facts, schema };
    });
  });
};

/** Opens a case in a schema; one of an earlier version is brought to this one's shapes. */
export const openPostgresStore = (place: PostgresCase): Promise<Store> => {
  const sql = connectionTo(place);
  return opened(sql, async () => {
    await checkServer(sql, place.shown);
    const version = await versionOf(sql);
    checkVersion(version, place.shown);
    const facts = version === 0 ? null : await factsOf(sql);
    if (!facts && version > 0) await checkFinished(sql, place.shown);
    if (!facts)
      throw new StoreError(
        'store/no-case',
        `${place.shown} holds no case`,
        'Begin one with isnad init, or check its name.',
      );
    const schema = version < migrations.length ? await sql.write((rows) => migrate(rows, place.shown)) : version;
    return { ...facts, schema };
  });
};
