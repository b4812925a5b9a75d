import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { caseMeant, isAddress, parseAddress } from '@isnad/store';

const PROGRAM = fileURLToPath(new URL('../../../bin/isnad.js', import.meta.url));

/** Runs the program; gives what it printed. */
export const isnad = (...args: readonly string[]): string => {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`isnad ${args[0]} ended with ${status}`);
  return stdout;
};

/** Where a case stands on its server, and with what it is asked for. */
export interface Access {
  /** Before `/api/…`. */
  readonly path: string;
  /** What the `i`th person sends with each request. */
  readonly headers: (i: number) => Readonly<Record<string, string>>;
}

const ACCOUNT = 'bench';
/** A token may ask so often a minute as a person may, so several share the readers. */
const TOKENS = 12;

/** For a folder nothing is asked; in a database an account is made, with tokens for a day. */
export const accessTo = async (named: string): Promise<Access> => {
  if (!isAddress(named)) return { path: '', headers: () => ({}) };
  const { connection } = parseAddress(named);
  const { name } = await caseMeant(parseAddress(named));
  if (!isnad('team', 'list', connection).includes(ACCOUNT))
    isnad('team', 'add', connection, ACCOUNT, '--email', `${ACCOUNT}@localhost.invalid`, '--no-password');
  isnad('team', 'role', connection, ACCOUNT, name, 'editor');
  const tokens = Array.from({ length: TOKENS }, () =>
    isnad('team', 'token', connection, ACCOUNT, '--label', 'load', '--role', 'editor', '--days', '1').trim(),
  );
  return { path: `/cases/${name}`, headers: (i) => ({ Authorization: `Bearer ${tokens[i % TOKENS]!}` }) };
};
