import { type CaseStages, dueIn, openWorkbench, type ReadingRange, readRange, type Workbench } from '@isnad/casework';
import type { Job, Task, Tasks } from '@isnad/queue';
import type { Stamp } from '@isnad/store';
import type { TeamCases } from './team-cases.js';

/** What a worker is doing, for whoever watches it. */
export type Doing =
  | { readonly is: 'reading'; readonly case: string; readonly appearance: number }
  | { readonly is: 'recording'; readonly case: string }
  | { readonly is: 'nothing' };

export interface Worker {
  readonly cases: TeamCases;
  readonly stages: CaseStages;
  readonly stamp: () => Stamp;
  readonly tell: (doing: Doing) => void;
}

/** Work of one version of reader and lexicon: workers of another version leave it alone. */
export const readTask = (reader: string): string => `read ${reader}`;
export const recordTask = (reader: string): string => `record ${reader}`;

export const readJob = (ofCase: string, reader: string, { from, to }: ReadingRange): Job => ({
  task: readTask(reader),
  case: ofCase,
  key: String(from),
  payload: { from, to },
});

export const recordJob = (ofCase: string, reader: string): Job => ({
  task: recordTask(reader),
  case: ofCase,
  key: '',
  inTurn: true,
});

/** A case of more reports is not kept at hand: it is some hundreds of megabytes. */
const MOST_AT_HAND = 20_000;

/** One thing after the other. */
const inTurn = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(steps: () => Promise<T>): Promise<T> => {
    const next = last.then(steps, steps);
    last = next.catch(() => undefined);
    return next;
  };
};

/** What a worker does with the jobs of a team. */
export const tasksOf = ({ cases, stages, stamp, tell }: Worker): Tasks => {
  const { reader } = stages;
  const oneRecord = inTurn();
  // Only the case that was worked on last is kept at hand: two large ones may be more than a machine holds.
  let last: { readonly case: string; readonly bench: Workbench } | null = null;
  const letGo = () => {
    last = null;
    stages.forget?.();
  };
  const read: Task = async ({ case: ofCase, payload, isAgain }) => {
    const range = payload as unknown as ReadingRange;
    const begin = (appearance: number) => tell({ is: 'reading', case: ofCase, appearance });
    const rest = () => tell({ is: 'nothing' });
    try {
      await readRange(await cases.open(ofCase), stages, range, { isAgain, stamp, begin, rest });
    } finally {
      rest();
    }
  };
  const record: Task = ({ case: ofCase }) =>
    oneRecord(async () => {
      const store = await cases.open(ofCase);
      // What came in meanwhile is read by jobs, and this is asked for again behind them.
      if (!(await dueIn(store, reader)).record) return;
      if (last && last.case !== ofCase) letGo();
      last ??= { case: ofCase, bench: openWorkbench(store, stages) };
      tell({ is: 'recording', case: ofCase });
      try {
        const { reports } = await last.bench.record(stamp());
        if (reports.length > MOST_AT_HAND) letGo();
      } finally {
        tell({ is: 'nothing' });
      }
    });
  return { [readTask(reader)]: read, [recordTask(reader)]: record };
};
