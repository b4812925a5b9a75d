import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { describeError, Failure } from './failure.js';
import { createProgram, type Stages } from './program.js';
import { processTerminal, type Terminal } from './terminal.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const absent = (what: string) => (): never => {
  throw new Failure('cli/not-built', `this build holds no ${what}`, 'Update the sources and run npm ci.');
};

/** The stages of the program as it is shipped. */
export const stages: Stages = {
  reader: absent('reader'),
  caseMaker: absent('record'),
  version,
  today: () => new Date().toISOString().slice(0, 10),
};

/** Runs one command line. No error leaves it as a stack trace: each becomes one line, and exit status 1. */
export const runCommandLine = async (args: readonly string[], terminal: Terminal, parts: Stages): Promise<void> => {
  try {
    await createProgram(terminal, parts).parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0) terminal.fail();
      return;
    }
    terminal.fail();
    terminal.err(`${describeError(error, process.env.ISNAD_DEBUG === '1')}\n`);
  }
};

/** Runs the program with this process's terminal. */
export const main = (args: readonly string[]): Promise<void> => runCommandLine(args, processTerminal(), stages);

export type { Stages, Terminal };
