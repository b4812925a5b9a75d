import type { QueueName, Task } from '@isnad/client';
import { askToDecide, decideAtOnce } from '../../parts/decide/decide.js';
import { words } from '../../words/words.js';

/** What one can do about a task; the first is done with the key `a`, the second with `r`. */
export interface Action {
  readonly label: string;
  readonly key: string | null;
  readonly run: () => void;
}

const settle = (task: Task): Action => {
  const { overview } = words.value;
  return {
    label: overview.settle,
    key: 'a',
    run: () =>
      void decideAtOnce(overview.settle, {
        kind: 'accept',
        about: [...task.about],
        value: { settles: task.id },
        reason: overview.settleReason,
      }),
  };
};

const judgeClaim = (task: Task): readonly Action[] => {
  const { overview, decide } = words.value;
  const about = [...task.about];
  return [
    {
      label: overview.acceptClaim,
      key: 'a',
      run: () => void decideAtOnce(overview.acceptClaim, { kind: 'accept', about, reason: decide.acceptReason }),
    },
    {
      label: overview.rejectClaim,
      key: 'r',
      run: () => void decideAtOnce(overview.rejectClaim, { kind: 'reject', about, reason: decide.rejectReason }),
    },
  ];
};

const lookAlike = (task: Task): readonly Action[] => {
  const { overview } = words.value;
  const about = [...task.about];
  return [
    {
      label: overview.different,
      key: 'a',
      run: () =>
        void decideAtOnce(overview.different, {
          kind: 'accept',
          about,
          value: { settles: task.id },
          reason: overview.different,
        }),
    },
    { label: overview.same, key: 'm', run: () => askToDecide(overview.same, { kind: 'merge', about }) },
  ];
};

const dateReport = (task: Task): readonly Action[] => {
  const { overview, fields } = words.value;
  return [
    {
      label: overview.giveDate,
      key: 'a',
      run: () =>
        askToDecide(
          overview.giveDate,
          { kind: 'date', about: [...task.about] },
          [{ name: 'date', label: fields.date, value: '', kind: 'text', help: fields.dateHelp }],
          ({ date = '' }) => (date === '' ? fields.dateHelp : { date }),
        ),
    },
  ];
};

const ACTIONS: Readonly<Record<QueueName, (task: Task) => readonly Action[]>> = {
  disputes: (task) => [settle(task)],
  'failed-checks': (task) => [settle(task)],
  'look-alikes': lookAlike,
  'ambiguous-places': (task) => [settle(task)],
  'low-confidence': judgeClaim,
  'undated-reports': dateReport,
  'orphaned-decisions': () => [],
  'coder-disagreements': (task) => [settle(task)],
};

/** What one can do about a task of a queue. */
export const actionsFor = (task: Task): readonly Action[] => ACTIONS[task.queue](task);
