import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { postgresPrograms, serverAccount } from './programs.js';

/** A server in a folder of its own, on a port of its own of this machine. */
export interface Server {
  readonly port: number;
  /** Where its files are, to be looked into. */
  readonly folder: string;
  /** Address of a database of it, with the name and password of its owner. */
  readonly url: (database: string) => string;
  readonly start: () => Promise<void>;
  /** `fast` ends what is at work and keeps everything; `kill` is a machine that lost its power. */
  readonly stop: (how?: 'fast' | 'kill') => Promise<void>;
  /** Stops it and removes its folder. */
  readonly remove: () => Promise<void>;
}

const USER = 'isnad';
export const PASSWORD = 'only-for-tests';

// What is tested is this program; that PostgreSQL keeps what it committed is not.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  max_connections: '200',
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const addressOf = (port: number, database: string): string =>
  `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;

const answers = async (port: number): Promise<boolean> => {
  const client = new pg.Client({ connectionString: addressOf(port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

/** Process of the server that runs in a folder; null when none does. */
export const processIn = (home: string): number | null => {
  const file = path.join(home, 'data/postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
};

const initialise = (home: string): void => {
  const account = serverAccount();
  const secret = path.join(home, 'password');
  writeFileSync(secret, PASSWORD);
  if (account) for (const file of [home, secret]) chownSync(file, account.uid, account.gid);
  const { status, stderr } = spawnSync(
    path.join(postgresPrograms(), 'initdb'),
    [
      `--pgdata=${path.join(home, 'data')}`,
      `--username=${USER}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    { ...account, cwd: home, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
};

const launch = async (home: string, port: number, settings: Readonly<Record<string, string>>): Promise<void> => {
  const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(path.join(home, 'log'), 'a');
  // It lives on when the test file that started it ends: other files use it too.
  const child = spawn(path.join(postgresPrograms(), 'postgres'), ['-D', path.join(home, 'data'), ...options], {
    ...serverAccount(),
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(port)) return;
    if (ended) break;
    await pause(50);
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(path.join(home, 'log'), 'utf8').slice(-2000)}`);
};

const halt = async (home: string, signal: NodeJS.Signals): Promise<void> => {
  const pid = processIn(home);
  if (pid === null) return;
  process.kill(pid, signal);
  for (let tries = 0; tries < 1500 && processIn(home) === pid; tries++) await pause(20);
};

/** Removes a server's folder, after ending the server at once. */
export const removeServer = async (home: string): Promise<void> => {
  await halt(home, 'SIGQUIT');
  rmSync(home, { recursive: true, force: true });
};

/** A server over a folder that is given, or a new one. */
export const serverIn = async (home: string, settings: Readonly<Record<string, string>> = {}): Promise<Server> => {
  initialise(home);
  const port = await freePort();
  const server: Server = {
    port,
    folder: path.join(home, 'data'),
    url: (database) => addressOf(port, database),
    start: () => launch(home, port, settings),
    // SIGKILL would leave the processes of its connections at work, which a lost machine does not.
    stop: (how = 'fast') => halt(home, how === 'fast' ? 'SIGINT' : 'SIGQUIT'),
    remove: () => removeServer(home),
  };
  await server.start();
  return server;
};

/** A server that one test has for itself, to stop, fill or break it; others share one (`emptyDatabase`). */
export const startServer = async (settings?: Readonly<Record<string, string>>): Promise<Server> =>
  serverIn(mkdtempSync(path.join(tmpdir(), `isnad-postgres-${process.pid}-`)), settings);
