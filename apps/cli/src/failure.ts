import { StoreError } from '@isnad/store';
import { TeamError } from '@isnad/team';

/**
 * Something that the person at the keyboard can mend: shown as one line
 * `isnad: what, where, why. What to do. [code]`, never as a stack trace.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    /** Stable code such as `cli/no-reports`. */
    readonly code: string,
    /** What went wrong, where and why. */
    readonly what: string,
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(`${what}. ${todo}`, options);
  }
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EADDRINUSE: 'the port is taken',
  EADDRNOTAVAIL: 'this machine does not have that address',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

/** The system's code of an error (`ENOENT` …); null for an error that is none of the system's. */
export const systemCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
    ? error.code
    : null;

/** Why the system refused, in words, with its code. */
export const systemReason = (error: unknown): string => {
  const code = systemCodeOf(error);
  if (code !== null) return `${WHY[code] ?? 'the system refused'} (${code})`;
  return error instanceof Error ? error.message : String(error);
};

/** One line for any error; a stack only with `ISNAD_DEBUG=1`. */
export const describeError = (error: unknown, debug: boolean): string => {
  const stack = debug && error instanceof Error && error.stack ? `\n${error.stack}` : '';
  if (error instanceof Failure || error instanceof StoreError || error instanceof TeamError)
    return `isnad: ${error.message} [${error.code}]${stack}`;
  if (systemCodeOf(error) !== null)
    return `isnad: the system refused: ${systemReason(error)}. Check the path and try again. [cli/system]${stack}`;
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const todo = debug ? '' : ' Set ISNAD_DEBUG=1 to see where.';
  return `isnad: a fault of the program or its data: ${message}${todo} [cli/fault]${stack}`;
};
