import Database from 'libsql';
import { fromSystem } from '../errors.js';

/**
 * The one file that knows which SQLite this is (docs/adr/0008): `libsql` today, `node:sqlite` when Node 24 is the floor.
 * Values are strings, numbers, null and bytes.
 */
export type SqlValue = string | number | null | Uint8Array;

export interface Sql {
  /** Number of rows changed, and the key of the last one inserted. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => { readonly changes: number; readonly key: number };
  readonly all: <T>(sql: string, ...values: readonly SqlValue[]) => readonly T[];
  readonly one: <T>(sql: string, ...values: readonly SqlValue[]) => T | undefined;
  readonly exec: (sql: string) => void;
  /** Runs steps of which all hold or none; no other process writes meanwhile. */
  readonly write: <T>(steps: () => T) => T;
  readonly close: () => void;
}

/** How long one process waits for another, in milliseconds. */
const PATIENCE = 15_000;

/** A text column ends at a zero character in this binding; names may hold anything, so it is shown instead. */
const shown = (value: SqlValue): unknown => (typeof value === 'string' ? value.replaceAll('\0', '\u2400') : value);

/** Bytes as the binding gives them. */
export const bytesOf = (column: unknown): Uint8Array =>
  column instanceof ArrayBuffer ? new Uint8Array(column) : (column as Uint8Array);

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
export const textOf = (column: unknown): string => utf8.decode(bytesOf(column));
export const blobOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Opens a SQLite file for durable work: write-ahead log, synced at each commit, what is deleted overwritten. */
export const openDatabase = (file: string): Sql => {
  const guarded = <T>(steps: () => T): T => {
    try {
      return steps();
    } catch (error) {
      throw fromSystem(error, file) ?? error;
    }
  };
  const database = guarded(() => new Database(file, { timeout: PATIENCE }));
  guarded(() => {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -65536');
  });
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const all = <T>(sql: string, ...values: readonly SqlValue[]): readonly T[] =>
    guarded(() => prepared(sql).all(...values.map(shown)) as T[]);
  const exec = (sql: string): void => guarded(() => void database.exec(sql));
  let isWriting = false;
  return {
    all,
    exec,
    one: <T>(sql: string, ...values: readonly SqlValue[]) => all<T>(sql, ...values)[0],
    run: (sql, ...values) =>
      guarded(() => {
        const { changes, lastInsertRowid } = prepared(sql).run(...values.map(shown));
        return { changes, key: Number(lastInsertRowid) };
      }),
    write: (steps) => {
      if (isWriting) return steps();
      exec('BEGIN IMMEDIATE');
      isWriting = true;
      try {
        const result = steps();
        exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk may have ended the transaction by itself.
        if (database.inTransaction) exec('ROLLBACK');
        throw error;
      } finally {
        isWriting = false;
      }
    },
    close: () => {
      statements.clear();
      // The log goes into the file, so that the file alone can be copied; where another process is at work, it stays.
      try {
        database.pragma('busy_timeout = 0');
        database.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // Nothing is lost: whoever opens the case next reads the log.
      }
      database.close();
    },
  };
};
