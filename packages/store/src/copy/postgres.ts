import { caseIn, type PostgresAddress, type PostgresCase } from '../case/address.js';
import { StoreError } from '../errors.js';
import { textOf } from '../postgres/arrival.js';
import { insertAll } from '../postgres/bulk.js';
import { bytesInPostgres } from '../postgres/bytes.js';
import { caseMeant } from '../postgres/cases.js';
import { type Connection, openConnection, quoted, type Rows, type Value } from '../postgres/connection.js';
import { remarkHash } from '../postgres/inputs.js';
import { checkServer, migrate } from '../postgres/migrate.js';
import { openPostgresStore } from '../postgres/store.js';
import { indexWords } from '../postgres/words.js';
import { shortHash } from '../record/items.js';
import { RELEASE_KEY, type ReleasedFiles } from '../store.js';
import { type Dump, FACTS, HEAD, type Heading, MARK, type Mark, type Restore } from './dump.js';
import { cellOf, isKeyed, orderOf, type Row, TABLES, type Table } from './tables.js';

const metaOf = async (sql: Rows, key: string): Promise<string | null> =>
  (await sql.one<{ value: string }>('SELECT value FROM meta WHERE key = $1', key))?.value ?? null;

const rowsIn = (sql: Rows) =>
  async function* (table: Table, after: number): AsyncGenerator<readonly Row[]> {
    const names = table.columns.map(([name]) => name);
    const [key] = names;
    const order = orderOf(table);
    let [last, offset] = [after, 0];
    for (;;) {
      const found = isKeyed(table)
        ? await sql.all<Record<string, Row[number]>>(
            `SELECT ${names.join(', ')} FROM ${table.name} WHERE ${key} > $1 ORDER BY ${order} LIMIT $2`,
            last,
            table.portion,
          )
        : await sql.all<Record<string, Row[number]>>(
            `SELECT ${names.join(', ')} FROM ${table.name} ORDER BY ${order} LIMIT $1 OFFSET $2`,
            table.portion,
            offset,
          );
      if (found.length === 0) return;
      yield found.map((row) => names.map((name) => row[name]!));
      last = Number(found.at(-1)![key!]);
      offset += found.length;
    }
  };

const headingOf = async (sql: Rows): Promise<Heading> => {
  let rows = 0;
  for (const { name } of TABLES)
    rows += (await sql.one<{ count: number }>(`SELECT count(*) AS count FROM ${name}`))!.count;
  const { key } = (await sql.one<{ key: number }>('SELECT coalesce(max(key), 0) AS key FROM tombstones'))!;
  return {
    facts: JSON.parse((await metaOf(sql, FACTS))!) as Heading['facts'],
    head: await metaOf(sql, HEAD),
    expunged: key,
    rows,
  };
};

/** Shows a case of a database as it is at one moment. Where the connection is lost, the work is begun anew. */
export const dumpPostgres = async <T>(address: PostgresAddress, work: (dump: Dump) => Promise<T>): Promise<T> => {
  const place = await caseMeant(address);
  // Brought to this version's shapes first, and refused if it is no case.
  await (await openPostgresStore(place)).close();
  const sql = openConnection(place.connection, place.schema, place.shown);
  const bytes = bytesInPostgres(sql);
  try {
    return await sql.snapshot(async (rows) =>
      work({
        heading: await headingOf(rows),
        rows: rowsIn(rows),
        files: async function* () {
          const kept = await rows.all<{ value: string }>(
            'SELECT value FROM shelf WHERE starts_with(key, $1) ORDER BY key',
            RELEASE_KEY,
          );
          const inputs = await rows.all<{ id: string }>(
            "SELECT DISTINCT id FROM inputs WHERE state <> 'expunged' ORDER BY id",
          );
          const released = kept.flatMap(({ value }) => (JSON.parse(value) as ReleasedFiles).files);
          for (const { id } of [...released, ...inputs])
            yield { id, stream: (await bytes.has(id)) ? () => bytes.stream(id) : null };
        },
      }),
    );
  } finally {
    await sql.close();
  }
};

const TYPES = { number: 'bigint', text: 'text', json: 'text', bytes: 'bytea' } as const;

/** What a store in a database keeps beside the columns of a table, for its indexes. */
const BESIDE: Readonly<Record<string, readonly [column: string, of: (table: Table, row: Row) => string]>> = {
  inputs: ['name_hash', (table, row) => shortHash(cellOf(table, row, 'name') as string)],
  remarks: [
    'hash',
    (table, row) => remarkHash(cellOf(table, row, 'path') as string, cellOf(table, row, 'note') as string),
  ],
  appearances: ['path_hash', (table, row) => shortHash(cellOf(table, row, 'path') as string)],
  versions: ['url_hash', (table, row) => shortHash(cellOf(table, row, 'url') as string)],
  shelf: ['key_hash', (table, row) => shortHash(cellOf(table, row, 'key') as string)],
};

const putRows = async (sql: Rows, table: Table, rows: readonly Row[]): Promise<void> => {
  const beside = BESIDE[table.name];
  const columns: Record<string, string> = Object.fromEntries(
    table.columns.map(([name, kind]) => [name, name === 'position' ? 'float8' : TYPES[kind]]),
  );
  if (beside) columns[beside[0]] = 'text';
  const update = Object.keys(columns)
    .slice(1)
    .map((name) => `${name} = excluded.${name}`);
  const conflict = table.life === 'changes' ? `ON CONFLICT (key) DO UPDATE SET ${update.join(', ')}` : '';
  const values = rows.map((row): readonly Value[] => (beside ? [...row, beside[1](table, row)] : row));
  await insertAll(sql, table.name, columns, values, conflict);
  if (table.name !== 'texts') return;
  const kept = new Set(
    (
      await sql.all<{ key: number }>(
        "SELECT key FROM reports WHERE key = ANY ($1::bigint[]) AND state = 'kept'",
        rows.map((row) => cellOf(table, row, 'report') as number),
      )
    ).map(({ key }) => key),
  );
  const searched = rows.flatMap((row) => {
    const key = cellOf(table, row, 'report') as number;
    if (!kept.has(key)) return [];
    const masked = JSON.parse(cellOf(table, row, 'masked') as string) as [];
    return [{ key, document: { text: textOf(cellOf(table, row, 'text') as Uint8Array), masked } }];
  });
  await indexWords(sql, searched);
};

/** Makes the schema of a case that is being put together; what was begun of another state of it is begun anew. */
const beginTarget = async (sql: Connection, { schema, shown }: PostgresCase, heading: Heading): Promise<void> => {
  const { id } = heading.facts;
  await checkServer(sql, shown);
  await sql.write(async (rows) => {
    const begin = async () => {
      await rows.run(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
      await migrate(rows, shown);
    };
    await begin();
    const text = await metaOf(rows, MARK);
    const begun = text === null ? null : (JSON.parse(text) as Mark);
    if ((await metaOf(rows, FACTS)) !== null || (begun !== null && begun.id !== id))
      throw new StoreError('store/exists', `${shown} holds a case already`, 'Name one that is not there yet.');
    if (begun !== null && begun.expunged !== heading.expunged) {
      await rows.run(`DROP SCHEMA ${quoted(schema)} CASCADE`);
      await begin();
    }
    const now: Mark = { id, expunged: heading.expunged };
    await rows.run('INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', MARK, JSON.stringify(now));
  });
};

/** Puts a case together in a schema, new or begun by an earlier run. */
export const restorePostgres = async <T>(
  address: PostgresAddress,
  heading: Heading,
  work: (restore: Restore) => Promise<T>,
): Promise<T> => {
  if (address.name === null)
    throw new StoreError('store/which-case', `${address.shown} is not yet a case`, 'Name the new one behind ?case=.');
  const place = caseIn(address, address.name);
  const sql = openConnection(place.connection, place.schema, place.shown);
  try {
    await beginTarget(sql, place, heading);
    const bytes = bytesInPostgres(sql);
    return await work({
      reached: async ({ name, columns }) =>
        (await sql.one<{ key: number }>(`SELECT coalesce(max(${columns[0]![0]}), 0) AS key FROM ${name}`))!.key,
      clear: () =>
        sql.write(async (rows) => {
          for (const { name, life } of TABLES) if (life === 'replaced') await rows.run(`DELETE FROM ${name}`);
        }),
      // Taken again after a lost connection, rows that had come to hold are passed over.
      put: (table, rows) =>
        sql.write(async (target) => {
          const columns = orderOf(table).split(', ');
          const last = columns.map((name) => cellOf(table, rows.at(-1)!, name));
          const same = columns.map((name, at) => `${name} = $${at + 1}`).join(' AND ');
          const isThere = await target.one(`SELECT 1 AS yes FROM ${table.name} WHERE ${same}`, ...last);
          if (isThere && table.life !== 'changes') return;
          await putRows(target, table, rows);
        }),
      has: bytes.has,
      putFile: async (stream) => (await bytes.put(stream)).id,
      finish: ({ facts, head }) =>
        sql.write(async (rows) => {
          const put = (key: string, value: string) =>
            rows.run('INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', key, value);
          if (head !== null) await put(HEAD, head);
          await put(FACTS, JSON.stringify(facts));
          await rows.run('DELETE FROM meta WHERE key = $1', MARK);
        }),
    });
  } finally {
    await sql.close();
  }
};
