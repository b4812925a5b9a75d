import type { SeenRequest } from '@isnad/server';
import pino, { type Logger } from 'pino';
import type { Terminal } from '../terminal.js';

/** What a server tells whoever runs it: no words of a report, no names, no addresses with what was asked for. */
export interface ServerLog {
  readonly told: (message: string) => void;
  readonly seen: (request: SeenRequest) => void;
  readonly slip: (error: unknown) => void;
}

/** Where the program slipped. The message of an error may quote what it stumbled over, so it is left out. */
const placeOf = (error: unknown): { readonly name: string; readonly code?: string; readonly at: readonly string[] } => {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, ...code, at: at.map((line) => line.trim()) };
};

const forPeople = (terminal: Terminal, debug: boolean): ServerLog => ({
  told: (message) => terminal.err(`isnad: ${message}\n`),
  seen: () => {},
  slip: (error) => {
    if (debug && error instanceof Error) return terminal.err(`isnad: a request failed: ${error.stack}\n`);
    const { name, code, at } = placeOf(error);
    const where = [`${name}${code === undefined ? '' : ` ${code}`}`, ...at].join('\n    ');
    terminal.err(
      `isnad: a request failed: ${where}\n    Set ISNAD_DEBUG=1 for its message, which may quote reports.\n`,
    );
  },
});

const forPrograms = (terminal: Terminal): ServerLog => {
  const log: Logger = pino(
    {
      base: { program: 'isnad' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    { write: terminal.err },
  );
  return {
    told: (message) => log.info(message),
    seen: ({ ms, ...request }) => log.info({ ...request, ms: Math.round(ms * 10) / 10 }, 'request'),
    slip: (error) => log.error(placeOf(error), 'slip'),
  };
};

/** The log of a server, on standard error. */
export const serverLog = (form: 'text' | 'json', terminal: Terminal, debug: boolean): ServerLog =>
  form === 'json' ? forPrograms(terminal) : forPeople(terminal, debug);
