import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

/** A line typed by a person, which the screen does not show. */
const typed = async (terminal: Terminal, prompt: string): Promise<string> => {
  terminal.err(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('SIGINT', () =>
        reject(new Failure('cli/no-password', 'no password was given', 'Nothing was changed.')),
      );
      lines.once('close', () => resolve(''));
    });
  } finally {
    lines.close();
    terminal.err('\n');
  }
};

/**
 * A password: asked for twice where a person sits, else the first line of standard input. It is never an argument, which
 * every account of the machine could read.
 */
export const askPassword = async (terminal: Terminal): Promise<string> => {
  if (process.stdin.isTTY !== true) return new TextDecoder().decode(await terminal.input()).split(/\r?\n/)[0]!;
  const first = await typed(terminal, 'password: ');
  if ((await typed(terminal, 'again: ')) === first) return first;
  throw new Failure('cli/no-password', 'the two passwords differ', 'Nothing was changed; run it again.');
};
