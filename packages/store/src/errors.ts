/** What a store cannot do, told so that the apps can put it into words: `store/full` is for a person to mend. */
export type StoreErrorCode =
  | 'store/full'
  | 'store/busy'
  | 'store/damaged'
  | 'store/unwritable'
  | 'store/newer'
  | 'store/no-case'
  | 'store/exists'
  | 'store/conflict'
  | 'store/io'
  | 'store/unfinished'
  | 'store/backup'
  | 'store/address'
  | 'store/which-case'
  | 'store/unreachable'
  | 'store/refused'
  | 'store/no-database'
  | 'store/server';

export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    /** What went wrong, where and why. */
    readonly what: string,
    /** What to do. */
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(`${what}. ${todo}`, options);
  }
}

export const unfinished = (shown: string): StoreError =>
  new StoreError(
    'store/unfinished',
    `${shown} is a copy that was not finished`,
    'Run the same isnad store copy or restore again.',
  );

const FULL = 'Make room and run the same again: what was acknowledged is kept, what was not is as if never begun.';

/** A full disk, an unreadable folder and the like, as the system names them; null for any other error. */
export const fromSystem = (error: unknown, where: string): StoreError | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const say = (kind: StoreErrorCode, why: string, todo: string) =>
    new StoreError(kind, `${where}: ${why}`, todo, { cause: error });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_WRITE':
    case 'SQLITE_IOERR_SHMSIZE':
      return say('store/full', 'the disk is full', FULL);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DBMOVED':
    case 'SQLITE_CANTOPEN':
      return say('store/unwritable', `it cannot be written (${code})`, 'Check its permissions and its disk.');
    case 'SQLITE_BUSY':
    case 'SQLITE_BUSY_SNAPSHOT':
    case 'SQLITE_LOCKED':
      return say('store/busy', 'another process has held it for too long', 'Wait until that has ended and try again.');
    case 'SQLITE_CORRUPT':
    case 'SQLITE_CORRUPT_VTAB':
    case 'SQLITE_NOTADB':
      return say('store/damaged', 'the file is damaged', 'Run isnad verify, and take the case from a copy.');
    default:
      return typeof code === 'string' && code.startsWith('SQLITE_IOERR')
        ? say('store/io', `the disk refused (${code})`, 'Check the disk and try again.')
        : null;
  }
};
