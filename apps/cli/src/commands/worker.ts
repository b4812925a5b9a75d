import type { CaseStages } from '@isnad/casework';
import type { Stamp } from '@isnad/store';
import type { Ending } from '../fetch/wait.js';
import type { Terminal } from '../terminal.js';
import { PART, supervise } from '../work/supervise.js';
import type { Doing } from '../work/tasks.js';
import { teamAddress } from '../work/team-cases.js';
import { workForTeam } from '../work/working.js';

export interface WorkerOptions {
  /** Address of the database of a team. */
  readonly store: string;
  readonly processes: number;
  /** Seconds. */
  readonly patience: number;
  /** Seconds. */
  readonly grace: number;
}

/** What a worker needs of the program. */
export interface WorkerStages {
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
  readonly ending: Ending;
}

/** `isnad worker`: reads what comes into the cases of a team and makes their records, on as many machines as you like. */
export const workerCommand = async (
  terminal: Terminal,
  { caseStages, stamp, ending }: WorkerStages,
  { store, processes, patience, grace }: WorkerOptions,
): Promise<void> => {
  const team = teamAddress(store);
  const say = (line: string) => terminal.err(`isnad worker: ${line}\n`);
  if (process.env[PART] === undefined) {
    say(`${processes} at work (Ctrl+C ends it)`);
    const kept = { processes, patience: patience * 1000, grace: grace * 1000, say };
    await supervise(process.argv.slice(2), kept, ending.signal);
    return;
  }
  // Whoever watches over it is gone: nobody would begin it again, nor see what holds it up.
  const orphaned = new AbortController();
  process.once('disconnect', () => orphaned.abort());
  const tell = (doing: Doing) => {
    if (process.connected) process.send!(doing);
  };
  try {
    await workForTeam(team, { stages: caseStages(), stamp, tell }, AbortSignal.any([ending.signal, orphaned.signal]), {
      say,
    });
  } finally {
    if (process.connected) process.disconnect();
  }
};
