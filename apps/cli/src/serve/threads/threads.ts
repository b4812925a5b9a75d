import { Worker } from 'node:worker_threads';
import type { Decision } from '@isnad/model';
import { Refused } from '@isnad/server';
import type { Stamp } from '@isnad/store';
import type { Workshop } from '../workshop.js';
import type { Answered, Place } from './calls.js';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (why: Error) => void;
  readonly tell: ((...told: never[]) => void) | undefined;
}

/** What a person can mend is told as such; anything else is a fault of the program. */
const refusalOf = ({ why, told }: Extract<Answered, { is: 'failed' }>): Error =>
  told
    ? new Refused({
        type: 'about:blank',
        status: 409,
        code: told.code,
        title: 'It could not be done',
        detail: told.what,
      })
    : new Error(why);

/** A thread that is started when first asked, and again when it has died. */
const thread = (file: string, place: Place) => {
  let worker: Worker | null = null;
  let number = 0;
  const waiting = new Map<number, Waiting>();

  const heard = (answer: Answered): void => {
    const asked = waiting.get(answer.number);
    if (answer.is === 'told') {
      asked?.tell?.(...(answer.args as never[]));
      return;
    }
    waiting.delete(answer.number);
    if (answer.is === 'done') asked?.resolve(answer.value as never);
    else asked?.reject(refusalOf(answer));
    // An idle thread keeps nobody from ending the program.
    if (waiting.size === 0) worker?.unref();
  };
  const start = (): Worker => {
    const started = new Worker(new URL(file, import.meta.url), { workerData: place });
    const died = (why: Error): void => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    };
    started.on('message', heard);
    started.on('error', (error) => died(error as Error));
    started.on('exit', () => died(new Error(`${file} ended`)));
    return started;
  };
  return {
    ask: <T>(task: string, args: readonly unknown[], tell?: (...told: never[]) => void): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        worker ??= start();
        worker.ref();
        waiting.set(++number, { resolve, reject, tell });
        worker.postMessage({ number, task, args });
      }),
    end: async (): Promise<void> => void (await worker?.terminate()),
  };
};

/** The workshop of a case in a thread of its own. */
export const threadedWorkshop = (place: Place): Workshop & { readonly end: () => Promise<void> } => {
  const { ask, end } = thread('./workshop.worker.js', place);
  return {
    refresh: (progress) => ask('refresh', [], progress),
    explain: (report, offset) => ask('explain', [report, offset]),
    exported: (form, asOf) => ask('exported', [form, asOf]),
    release: (terms) => ask('release', [terms]),
    compare: (from, to) => ask('compare', [from, to]),
    prepare: () => ask('prepare', []),
    publication: (asOf) => ask('publication', [asOf]),
    end,
  };
};

/** Whoever keeps the decisions of a case. */
export interface Clerk {
  /** Opens the case, so that the first decision need not wait for that. */
  readonly ready: () => Promise<void>;
  readonly decide: (decision: Decision, stamp: Stamp) => Promise<void>;
}

export const threadedClerk = (place: Place): Clerk & { readonly end: () => Promise<void> } => {
  const { ask, end } = thread('./clerk.worker.js', place);
  return { ready: () => ask('ready', []), decide: (decision, stamp) => ask('decide', [decision, stamp]), end };
};
