import { type ChildProcess, fork } from 'node:child_process';
import type { Doing } from './tasks.js';

/** What tells a program that it is a part of `isnad worker` and reports to the one that began it. */
export const PART = 'ISNAD_WORKER_PART';

export interface Supervision {
  /** Programs that work, one for each processor that is to be used. */
  readonly processes: number;
  /** Longest time for one report before the program that reads it is ended, in milliseconds. */
  readonly patience: number;
  /** Longest time that programs may take to end what they do, in milliseconds. */
  readonly grace: number;
  readonly say: (line: string) => void;
}

/** Shortest and longest pause before a program that ended is begun again, in milliseconds. */
const [SOON, LATE] = [200, 10_000];
/** A program that worked so long was well begun, in milliseconds. */
const WELL = 20_000;

/**
 * What Node is to be begun with, as it heeds this on its command line alone: a larger nursery of the heap (megabytes), so that
 * what is made of some reports is let go of before it is copied. Saves a worker a tenth of its processor time, for 60 MB.
 */
const NURSERY = '--max-semi-space-size';
const argumentsOfNode = (): readonly string[] =>
  process.execArgv.some((one) => one.startsWith(NURSERY)) ? process.execArgv : [...process.execArgv, `${NURSERY}=32`];

/** One program that works, begun again whenever it ends by itself. */
const keepOne = (args: readonly string[], { patience, grace, say }: Supervision, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    let pause = SOON;
    const begin = (): void => {
      const begun = Date.now();
      let doing: Doing = { is: 'nothing' };
      let since = begun;
      const child: ChildProcess = fork(process.argv[1]!, [...args], {
        env: { ...process.env, [PART]: '1' },
        execArgv: [...argumentsOfNode()],
      });
      child.on('message', (message) => {
        doing = message as Doing;
        since = Date.now();
      });
      child.on('error', () => undefined);
      const watch = setInterval(
        () => {
          if (doing.is !== 'reading' || Date.now() - since < patience) return;
          say(`report ${doing.appearance} of ${doing.case} takes too long; its worker is ended`);
          child.kill('SIGKILL');
        },
        Math.min(1000, patience / 4),
      );
      let late: NodeJS.Timeout | undefined;
      const end = () => {
        child.kill('SIGTERM');
        late = setTimeout(() => child.kill('SIGKILL'), grace);
      };
      signal.addEventListener('abort', end, { once: true });
      child.on('exit', (code, by) => {
        clearInterval(watch);
        clearTimeout(late);
        signal.removeEventListener('abort', end);
        if (signal.aborted) return resolve();
        if (Date.now() - begun > WELL) pause = SOON;
        say(`a worker ended (${by ?? code}) and is begun again`);
        const again = setTimeout(() => {
          signal.removeEventListener('abort', giveUp);
          begin();
        }, pause);
        const giveUp = () => {
          clearTimeout(again);
          resolve();
        };
        signal.addEventListener('abort', giveUp, { once: true });
        pause = Math.min(LATE, pause * 2);
      });
    };
    begin();
  });

/** Keeps programs at work until it is ended; one that dies, or that a report holds up, is replaced. */
export const supervise = async (
  args: readonly string[],
  supervision: Supervision,
  signal: AbortSignal,
): Promise<void> => {
  const { processes } = supervision;
  await Promise.all(Array.from({ length: processes }, () => keepOne(args, supervision, signal)));
};
