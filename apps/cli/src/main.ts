import { CommanderError } from 'commander';
import { describeError } from './failure.js';
import { createProgram, type Stages } from './program.js';
import { stages } from './stages.js';
import { processTerminal, type Terminal } from './terminal.js';

export { type Stages, stages, type Terminal };

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
