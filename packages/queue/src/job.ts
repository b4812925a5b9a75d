/** Work that waits: what is to be done, never what came of it. */
export interface Job {
  /** Which task does it. */
  readonly task: string;
  readonly case: string;
  /** What of the case: a job with the same task, case and key that waits or is at work is the same job. */
  readonly key: string;
  /** What the task is given besides the case. JSON. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Only one of this task is at work for a case at any time. */
  readonly inTurn?: boolean;
}

/** Jobs of a case by task. */
export interface CaseCounts {
  readonly case: string;
  readonly task: string;
  readonly waiting: number;
  /** Taken by a worker. */
  readonly running: number;
}

/** A job that failed so often that it is not taken again. */
export interface FailedJob {
  readonly task: string;
  readonly case: string;
  readonly key: string;
  /** What the program said last. */
  readonly error: string;
}

/** The name of a job in the queue, from which its parts can be read again. */
export const nameOf = ({ task, case: ofCase, key }: Pick<Job, 'task' | 'case' | 'key'>): string =>
  JSON.stringify([task, ofCase, key]);

export const partsOf = (name: string | null): Pick<Job, 'task' | 'case' | 'key'> | null => {
  if (name === null) return null;
  try {
    const [task, ofCase, key] = JSON.parse(name) as [string, string, string];
    return { task, case: ofCase, key };
  } catch {
    return null;
  }
};
