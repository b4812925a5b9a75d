import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeServer, serverIn } from './server.js';

/** The folder of this run's server; set by `run.ts` before any test begins. */
const RUN = 'ISNAD_POSTGRES_RUN';
const PREFIX = 'isnad-postgres-';
const PORT = 'port';
const FAILED = 'failed';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Ends servers of runs that were killed. */
const sweep = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (owner > 0 && !isAlive(owner)) await removeServer(path.join(tmpdir(), name)).catch(() => undefined);
  }
};

/** Makes the place for a run's server; gives what ends the run. */
export const beginRun = (): (() => Promise<void>) => {
  const home = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  process.env[RUN] = home;
  return () => removeServer(home);
};

const put = (home: string, name: string, text: string): void => {
  const draft = path.join(home, `.${name}`);
  writeFileSync(draft, text);
  renameSync(draft, path.join(home, name));
};

/** Port of the one server of this run, started by whichever test first asks for it. */
export const sharedPort = async (): Promise<number> => {
  const home = process.env[RUN];
  if (home === undefined) throw new Error('no run of tests was begun; vitest.config.ts names run.ts as globalSetup');
  try {
    mkdirSync(path.join(home, 'starting'));
    try {
      await sweep();
      put(home, PORT, String((await serverIn(home)).port));
    } catch (error) {
      put(home, FAILED, String(error));
      throw error;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  while (!existsSync(path.join(home, PORT))) {
    if (existsSync(path.join(home, FAILED))) throw new Error(readFileSync(path.join(home, FAILED), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number(readFileSync(path.join(home, PORT), 'utf8'));
};
