import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bytesInFolder } from '../bytes/folder.js';
import { BYTES, CASE_FILE, isCaseFolder, openCaseInFolder, RELEASES } from '../case/folder.js';
import { fromSystem, StoreError } from '../errors.js';
import { indexWords } from '../sqlite/arrival.js';
import { bytesOf, openDatabase, type Sql, type SqlValue, textOf } from '../sqlite/database.js';
import { migrate } from '../sqlite/migrate.js';
import { RELEASE_KEY, type ReleasedFiles } from '../store.js';
import { type Dump, FACTS, HEAD, type Heading, MARK, type Mark, type Restore } from './dump.js';
import { releasesLying } from './releases.js';
import { type Cell, cellOf, isKeyed, orderOf, type Row, TABLES, type Table } from './tables.js';

const metaOf = (sql: Sql, key: string): string | null =>
  sql.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null;

const cellFrom = (value: unknown, kind: Table['columns'][number][1]): Cell =>
  value === null
    ? null
    : kind === 'json'
      ? textOf(value)
      : kind === 'bytes'
        ? Buffer.from(bytesOf(value))
        : (value as Cell);

const rowsIn = (sql: Sql) =>
  async function* (table: Table, after: number): AsyncGenerator<readonly Row[]> {
    const names = table.columns.map(([name]) => name);
    const [key] = names;
    const order = orderOf(table);
    let [last, offset] = [after, 0];
    for (;;) {
      const found = isKeyed(table)
        ? sql.all<Record<string, unknown>>(
            `SELECT ${names.join(', ')} FROM ${table.name} WHERE ${key} > ? ORDER BY ${order} LIMIT ?`,
            last,
            table.portion,
          )
        : sql.all<Record<string, unknown>>(
            `SELECT ${names.join(', ')} FROM ${table.name} ORDER BY ${order} LIMIT ? OFFSET ?`,
            table.portion,
            offset,
          );
      if (found.length === 0) return;
      yield found.map((row) => table.columns.map(([name, kind]) => cellFrom(row[name], kind)));
      last = Number(found.at(-1)![key!]);
      offset += found.length;
    }
  };

const headingOf = (sql: Sql): Heading => ({
  facts: JSON.parse(metaOf(sql, FACTS)!) as Heading['facts'],
  head: metaOf(sql, HEAD),
  expunged: sql.one<{ key: number | null }>('SELECT max(key) AS key FROM tombstones')!.key ?? 0,
  rows: TABLES.reduce(
    (sum, { name }) => sum + sql.one<{ count: number }>(`SELECT count(*) AS count FROM ${name}`)!.count,
    0,
  ),
});

/** Shows the case in a folder as it is at one moment; the releases that lie in it are part of it. */
export const dumpFolder = async <T>(folder: string, work: (dump: Dump) => Promise<T>): Promise<T> => {
  // Brought to this version's shapes first, and refused if it is no case.
  await (await openCaseInFolder(folder)).close();
  const sql = openDatabase(path.join(folder, CASE_FILE));
  const bytes = bytesInFolder(path.join(folder, BYTES));
  try {
    // What a reading transaction sees first, it sees to its end.
    sql.exec('BEGIN');
    const heading = headingOf(sql);
    const releases = await releasesLying(path.join(folder, RELEASES));
    const plain = rowsIn(sql);
    return await work({
      heading: { ...heading, rows: heading.rows + releases.length },
      rows: async function* (table, after) {
        if (table.name !== 'shelf') return yield* plain(table, after);
        const lying = new Map(releases.map(({ key, value }) => [key, value]));
        for await (const rows of plain(table, after)) yield rows.filter(([key]) => !lying.has(key as string));
        if (lying.size > 0) yield [...lying].map(([key, value]): Row => [key, JSON.stringify(value)]);
      },
      files: async function* () {
        for (const { places } of releases)
          for (const [id, file] of places) yield { id, stream: () => createReadStream(file) };
        const kept = sql
          .all<{ value: string }>(
            'SELECT value FROM shelf WHERE substr(key, 1, ?) = ?',
            RELEASE_KEY.length,
            RELEASE_KEY,
          )
          .flatMap(({ value }) => (JSON.parse(value) as ReleasedFiles).files);
        const inputs = sql.all<{ id: string }>("SELECT DISTINCT id FROM inputs WHERE state <> 'expunged' ORDER BY id");
        for (const { id } of [...kept, ...inputs])
          yield { id, stream: (await bytes.has(id)) ? () => bytes.stream(id) : null };
      },
    });
  } finally {
    // What reads keeps the log from being emptied.
    sql.exec('ROLLBACK');
    sql.close();
  }
};

const ALREADY = 'Name a place where nothing is yet.';

/** Opens the database of a case that is being put together; what was begun of another state of it is begun anew. */
const openTarget = (folder: string, { facts, expunged }: Heading): Sql => {
  const file = path.join(folder, CASE_FILE);
  const strange =
    existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith(CASE_FILE) && name !== BYTES);
  if (strange) throw new StoreError('store/exists', `${folder} is not empty`, ALREADY);
  mkdirSync(path.join(folder, BYTES), { recursive: true });
  const open = (): Sql => {
    const sql = openDatabase(file);
    migrate(sql, file);
    return sql;
  };
  let sql = open();
  const mark = metaOf(sql, MARK);
  const begun = mark === null ? null : (JSON.parse(mark) as Mark);
  if (metaOf(sql, FACTS) !== null || (begun !== null && begun.id !== facts.id)) {
    sql.close();
    throw new StoreError('store/exists', `${folder} holds a case already`, ALREADY);
  }
  if (begun !== null && begun.expunged !== expunged) {
    sql.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    sql = open();
  }
  const now: Mark = { id: facts.id, expunged };
  sql.run('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING', MARK, JSON.stringify(now));
  return sql;
};

const cellFor = (cell: Cell, kind: Table['columns'][number][1]): SqlValue =>
  kind === 'json' && typeof cell === 'string' ? Buffer.from(cell, 'utf8') : cell;

const putRows = (sql: Sql, table: Table, rows: readonly Row[]): void => {
  const names = table.columns.map(([name]) => name);
  const update = names.slice(1).map((name) => `${name} = excluded.${name}`);
  const conflict = table.life === 'changes' ? ` ON CONFLICT (key) DO UPDATE SET ${update.join(', ')}` : '';
  const statement = `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})${conflict}`;
  for (const row of rows) sql.run(statement, ...row.map((cell, at) => cellFor(cell, table.columns[at]![1])));
  if (table.name !== 'texts') return;
  for (const row of rows) {
    const report = cellOf(table, row, 'report') as number;
    const isKept = sql.one("SELECT 1 AS yes FROM reports WHERE key = ? AND state = 'kept'", report);
    if (!isKept) continue;
    const masked = JSON.parse(cellOf(table, row, 'masked') as string) as [];
    indexWords(sql, report, { text: textOf(cellOf(table, row, 'text')), masked });
  }
};

/** Puts a case together in a folder, new or begun by an earlier run. */
export const restoreFolder = async <T>(
  folder: string,
  heading: Heading,
  work: (restore: Restore) => Promise<T>,
): Promise<T> => {
  let sql: Sql;
  try {
    if (isCaseFolder(folder) && !existsSync(path.join(folder, BYTES)))
      throw new StoreError('store/exists', `${folder} holds a case already`, ALREADY);
    sql = openTarget(folder, heading);
  } catch (error) {
    throw fromSystem(error, folder) ?? error;
  }
  const bytes = bytesInFolder(path.join(folder, BYTES));
  try {
    return await work({
      reached: async ({ name, columns }) =>
        sql.one<{ key: number | null }>(`SELECT max(${columns[0]![0]}) AS key FROM ${name}`)!.key ?? 0,
      clear: async () =>
        sql.write(() => {
          for (const { name, life } of TABLES) if (life === 'replaced') sql.run(`DELETE FROM ${name}`);
        }),
      put: async (table, rows) => sql.write(() => putRows(sql, table, rows)),
      has: bytes.has,
      putFile: async (stream) => (await bytes.put(stream)).id,
      finish: async ({ facts, head }) =>
        sql.write(() => {
          if (head !== null) sql.run('INSERT INTO meta (key, value) VALUES (?, ?)', HEAD, head);
          sql.run('INSERT INTO meta (key, value) VALUES (?, ?)', FACTS, JSON.stringify(facts));
          sql.run('DELETE FROM meta WHERE key = ?', MARK);
        }),
    });
  } finally {
    sql.close();
  }
};
