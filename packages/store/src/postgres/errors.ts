import { StoreError, type StoreErrorCode } from '../errors.js';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the driver says of a connection that ended, without a code. */
const ENDED = /connection terminated|connection ended|read timeout|not queryable|connection error/i;

/** Codes of the system and of PostgreSQL (classes 08 and 57P, a restart and the like) for a connection that is gone. */
const LOST =
  /^(?:E(?:CONNRESET|CONNREFUSED|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NETDOWN)|08...|57P0[1-5])$/;
/** Two transactions in each other's way: one of them is begun again. */
const CROSSED = new Set(['40001', '40P01']);

/** Whether a connection is no longer of use. */
export const isLost = (error: unknown): boolean =>
  LOST.test(codeOf(error)) || (error instanceof Error && codeOf(error) === '' && ENDED.test(error.message));

/** Whether the same may well succeed when it is tried again. */
export const isPassing = (error: unknown): boolean => isLost(error) || CROSSED.has(codeOf(error));

/** Whether a server is there that cannot answer yet. */
export const isStarting = (error: unknown): boolean => codeOf(error) === '57P03';

const KINDS: readonly (readonly [RegExp, StoreErrorCode, why: string, todo: string])[] = [
  [
    /^53100$/,
    'store/full',
    'the disk of the database is full',
    'Make room there and run the same again: what was acknowledged is kept, what was not is as if never begun.',
  ],
  [/^53200$/, 'store/full', 'the database is out of memory', 'Give it more, or ask for less at once, and try again.'],
  [
    /^53300$/,
    'store/busy',
    'the database takes no more connections',
    'Wait, or raise max_connections of the server (docs/how-to/team-store.md).',
  ],
  [/^(?:55P03|57014)$/, 'store/busy', 'another has held it for too long', 'Wait until that has ended and try again.'],
  [/^28/, 'store/refused', 'the name or the password is wrong', 'Check the address, PGPASSWORD and ~/.pgpass.'],
  [/^42501$/, 'store/refused', 'the account may not do that', 'Ask the owner of the database for the right to it.'],
  [/^3D000$/, 'store/no-database', 'there is no such database', 'Create it with createdb, or check the address.'],
  [
    /^25006$/,
    'store/unwritable',
    'the database takes no writes',
    'Check that the address names the primary server, and that it is not set read-only.',
  ],
  [/^XX00[12]$/, 'store/damaged', 'the database is damaged', 'Run isnad verify, and take the case from a backup.'],
  [/^(?:3F000|42P01)$/, 'store/no-case', 'the case is not there', 'Begin one with isnad init, or check the address.'],
  [/^58/, 'store/io', 'the disk of the database refused', 'Look into the log of the server and try again.'],
  [
    /^(?:ENOTFOUND|EAI_AGAIN)$/,
    'store/unreachable',
    'the name of its machine is not known',
    'Check the address and the network.',
  ],
  [
    /^(?:SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|CERT_|ERR_TLS)/,
    'store/unreachable',
    'its certificate cannot be checked',
    'Name the authority with sslrootcert in the address.',
  ],
];

/** An error of the driver as the program tells it, never with a password; null for a fault of the program. */
export const fromPostgres = (error: unknown, where: string): StoreError | null => {
  if (error instanceof StoreError) return error;
  const say = (kind: StoreErrorCode, why: string, todo: string) =>
    new StoreError(kind, `${where}: ${why}`, todo, { cause: error });
  const code = codeOf(error);
  for (const [pattern, kind, why, todo] of KINDS) if (pattern.test(code)) return say(kind, why, todo);
  if (error instanceof AggregateError && error.errors.length > 0) return fromPostgres(error.errors[0], where);
  if (code === 'ECONNREFUSED')
    return say('store/unreachable', 'nothing answers there', 'Check the address, and that the server runs.');
  if (isLost(error))
    return say(
      'store/unreachable',
      'the connection was lost and could not be made again',
      'Check network and server, and run the same again: what was acknowledged is kept.',
    );
  if (error instanceof Error && /does not support SSL|timeout exceeded when trying to connect/i.test(error.message))
    return say('store/unreachable', error.message.toLowerCase(), 'Check the address and the server.');
  if (error instanceof Error && /password/i.test(error.message) && code === '')
    return say('store/refused', 'it asks for a password and none was given', 'Set PGPASSWORD, or write ~/.pgpass.');
  return null;
};
