import { createHash } from 'node:crypto';
import pg from 'pg';
import type { CustodyEntry } from '../custody/entry.js';
import { fromPostgres, isLost, isPassing, isStarting } from './errors.js';

/**
 * The one file that knows the driver. Values are strings, numbers, null, bytes, and arrays of strings or numbers; whole
 * numbers come back as numbers, bytes as bytes.
 */
export type Value = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

export interface Rows {
  readonly all: <T extends object>(text: string, ...values: readonly Value[]) => Promise<readonly T[]>;
  readonly one: <T extends object>(text: string, ...values: readonly Value[]) => Promise<T | undefined>;
  /** Number of rows changed. */
  readonly run: (text: string, ...values: readonly Value[]) => Promise<number>;
}

export interface Statement {
  /** Under this name the server keeps what it understood of the text, a connection long: few names, one text each. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly Value[];
}

/** Rows within a transaction that nobody else writes beside. */
export interface Writing extends Rows {
  /** The last line of custody, once it was asked for. */
  readonly chain: { last: CustodyEntry | null | undefined; isLonger: boolean };
}

export interface Connection extends Rows {
  /** The address without its password. */
  readonly shown: string;
  /**
   * Runs steps of which all hold or none; no other process writes to the case meanwhile. Where the connection is lost,
   * they are run again, unless they had come to hold.
   */
  readonly write: <T>(steps: (rows: Writing) => Promise<T>) => Promise<T>;
  /**
   * Sends statements together, of which all hold or none; no other process writes to the case meanwhile, and none waits for
   * this one between two of them. Where the connection is lost they are run again, also where they had come to hold: doing
   * them again must change nothing.
   */
  readonly writeAtOnce: (statements: readonly Statement[]) => Promise<void>;
  /** Runs steps that all see the case as it is at one moment. */
  readonly snapshot: <T>(steps: (rows: Rows) => Promise<T>) => Promise<T>;
  /** Runs steps of which all hold or none, beside other writers, and not again when the connection is lost. */
  readonly once: <T>(steps: (rows: Rows) => Promise<T>) => Promise<T>;
  /** Runs statements that stand in no transaction, however long they take. */
  readonly apart: (...statements: readonly string[]) => Promise<void>;
  /** Cancels what is at work and lets go of the server. */
  readonly close: () => Promise<void>;
}

/** How long one waits for another, in milliseconds. */
const PATIENCE = 15_000;
/** Pauses before a lost connection is tried again, in milliseconds: a server that restarts is back by then. */
const PAUSES = [50, 200, 500, 1000, 2000, 4000, 8000];
const MINUTE = 60_000;
/** Between two steps of a copy a whole file may be written elsewhere. */
const UNHURRIED = 'SET LOCAL idle_in_transaction_session_timeout = 0';
/** What is long is packed by LZ4 where the server was built with it: a tenth less work for a reading, for a thirtieth more room. */
const FAST_PACKING = `SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings
  WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)`;
const DAY = 24 * 60 * MINUTE;
const INT8 = 20;

/** Text columns hold no zero character; names may hold anything, so it is shown instead. */
const shownText = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\u2400') : text);

const sent = (value: Value): unknown =>
  typeof value === 'string'
    ? shownText(value)
    : Array.isArray(value)
      ? value.map((one: unknown) => (typeof one === 'string' ? shownText(one) : one))
      : value;

const rowsOf = (ask: (text: string, values: unknown[]) => Promise<pg.QueryResult>): Rows => {
  const all = async <T extends object>(text: string, ...values: readonly Value[]): Promise<readonly T[]> =>
    (await ask(text, values.map(sent))).rows as T[];
  return {
    all,
    one: async <T extends object>(text: string, ...values: readonly Value[]) => (await all<T>(text, ...values))[0],
    run: async (text, ...values) => (await ask(text, values.map(sent))).rowCount ?? 0,
  };
};

/** Whether a connection is of no use behind an error, which may have been put into words already. */
const isBeyond = (error: unknown): boolean => isLost(error) || (error instanceof Error && isLost(error.cause));

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Two numbers by which the writers of a schema know each other. */
const lockOf = (schema: string): string => {
  const hash = createHash('sha256').update(`isnad case ${schema}`).digest();
  return `${hash.readInt32BE(0)}, ${hash.readInt32BE(4)}`;
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const poolOf = (connection: string, schema: string): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: connection,
    max: 4,
    // What does not wait for an answer is sent behind what went before.
    pipeline: true,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 10_000,
    keepAlive: true,
    statement_timeout: 10 * MINUTE,
    query_timeout: 11 * MINUTE,
    application_name: 'isnad',
    // What is acknowledged is on the disk, and a client that vanished does not hold the others up.
    options: [
      `-c search_path=${quoted(schema)}`,
      '-c synchronous_commit=on',
      `-c idle_in_transaction_session_timeout=${5 * MINUTE}`,
      '-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    ].join(' '),
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that is lost while nobody uses it is no reason to end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // Sent before anything else; a server that cannot do it keeps its own way.
    client.query(FAST_PACKING).catch(() => undefined);
  });
  return pool;
};

/** Opens a schema of a database for durable work. The server is not asked anything yet. */
export const openConnection = (connection: string, schema: string, shown: string): Connection => {
  const pool = poolOf(connection, schema);
  const working = new Set<pg.PoolClient>();
  const lock = lockOf(schema);
  let [wasThere, isClosed] = [false, false];

  const withClient = async <T>(steps: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    wasThere = true;
    working.add(client);
    let isOver = false;
    try {
      return await steps(client);
    } catch (error) {
      isOver = isBeyond(error);
      throw error;
    } finally {
      working.delete(client);
      client.release(isOver);
    }
  };
  const patiently = async <T>(steps: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    for (let tries = 0; ; tries++)
      try {
        return await withClient(steps);
      } catch (error) {
        const mayPass = isStarting(error) || (wasThere && isPassing(error));
        if (isClosed || !mayPass || tries === PAUSES.length) throw fromPostgres(error, shown) ?? error;
        await pause(PAUSES[tries]!);
      }
  };
  const inTransaction = async <T>(client: pg.PoolClient, begin: string, steps: () => Promise<T>): Promise<T> => {
    try {
      await client.query(begin);
      const result = await steps();
      await client.query('COMMIT');
      return result;
    } catch (error) {
      if (!isBeyond(error)) await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  };
  const begin = `BEGIN; SET LOCAL lock_timeout = ${PATIENCE}; SELECT pg_advisory_xact_lock(${lock})`;
  const on = (client: pg.PoolClient): Rows => rowsOf((text, values) => client.query(text, values));

  return {
    ...rowsOf((text, values) => patiently((client) => client.query(text, values))),
    shown,
    write: <T>(steps: (rows: Writing) => Promise<T>) => {
      // Where the connection was lost at the very end, the custody log knows whether the steps came to hold.
      let ended: { readonly line: CustodyEntry; readonly result: T } | null = null;
      return patiently((client) => {
        const rows: Writing = { ...on(client), chain: { last: undefined, isLonger: false } };
        return inTransaction(client, begin, async () => {
          if (ended) {
            const { number, hash } = ended.line;
            const held = await rows.one('SELECT 1 AS yes FROM custody WHERE number = $1 AND hash = $2', number, hash);
            if (held) return ended.result;
            ended = null;
          }
          const result = await steps(rows);
          const { last, isLonger } = rows.chain;
          if (last && isLonger) ended = { line: last, result };
          return result;
        });
      });
    },
    writeAtOnce: (statements) =>
      patiently(async (client) => {
        const sentOff = [
          client.query(begin),
          ...statements.map(({ text, values, name }) => client.query({ text, name, values: values.map(sent) })),
          // Behind one that failed it is an end without effect.
          client.query('COMMIT'),
        ];
        const failed = (await Promise.allSettled(sentOff)).find(({ status }) => status === 'rejected');
        if (failed) throw (failed as PromiseRejectedResult).reason;
      }),
    snapshot: (steps) =>
      patiently((client) =>
        inTransaction(client, `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; ${UNHURRIED}`, () =>
          steps(on(client)),
        ),
      ),
    once: (steps) =>
      patiently((client) =>
        inTransaction(client, `BEGIN; ${UNHURRIED}`, async () => {
          try {
            return await steps(on(client));
          } catch (error) {
            throw fromPostgres(error, shown) ?? error;
          }
        }),
      ),
    apart: (...statements) =>
      patiently(async (client) => {
        // Whoever waits for a table that is read holds all others up behind it, so it does not wait for long.
        await client.query(`SET statement_timeout = 0; SET lock_timeout = ${MINUTE}`);
        for (const text of statements) await client.query({ text, query_timeout: DAY } as pg.QueryConfig);
        await client.query('RESET statement_timeout; RESET lock_timeout');
      }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      const pids = [...working].map((client) => (client as unknown as { processID: number }).processID);
      const ended = pool.end().catch(() => undefined);
      if (pids.length > 0) {
        const canceller = new pg.Client({ connectionString: connection, connectionTimeoutMillis: 2000 });
        canceller.on('error', () => undefined);
        await canceller
          .connect()
          .then(() => canceller.query('SELECT pg_cancel_backend(pid) FROM unnest($1::int[]) AS pid', [pids]))
          .catch(() => undefined);
        await canceller.end().catch(() => undefined);
      }
      await ended;
    },
  };
};
