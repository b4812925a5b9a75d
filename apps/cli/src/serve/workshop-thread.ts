import { Worker } from 'node:worker_threads';
import { Refused } from '@isnad/server';
import type { Workshop } from './workshop.js';
import type { Answered, Call, WorkshopPlace } from './workshop-calls.js';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (why: Error) => void;
}

/** What a person can mend is told as such; anything else is a fault of the program. */
const refusalOf = ({ why, told }: Extract<Answered, { ok: false }>): Error =>
  told
    ? new Refused({
        type: 'about:blank',
        status: 409,
        code: told.code,
        title: 'It could not be done',
        detail: told.what,
      })
    : new Error(why);

/** A workshop in a thread of its own, started when first needed and again when it has died. */
export const threadedWorkshop = (place: WorkshopPlace): Workshop & { readonly end: () => Promise<void> } => {
  let worker: Worker | null = null;
  let number = 0;
  const waiting = new Map<number, Waiting>();

  const failAll = (why: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./workshop.worker.js', import.meta.url), { workerData: place });
    started.on('message', (answer: Answered) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (answer.ok) asked?.resolve(answer.value);
      else asked?.reject(refusalOf(answer));
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => failAll(error as Error));
    started.on('exit', () => failAll(new Error('the workshop ended')));
    return started;
  };
  const ask = <T>(call: Call): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker ??= start();
      worker.ref();
      waiting.set(++number, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ ...call, number });
    });
  return {
    refresh: () => ask({ task: 'refresh', args: [] }),
    explain: (report, offset) => ask({ task: 'explain', args: [report, offset] }),
    exported: (form, asOf) => ask({ task: 'exported', args: [form, asOf] }),
    release: (terms) => ask({ task: 'release', args: [terms] }),
    compare: (from, to) => ask({ task: 'compare', args: [from, to] }),
    prepare: () => ask({ task: 'prepare', args: [] }),
    publication: (asOf) => ask({ task: 'publication', args: [asOf] }),
    end: async () => void (await worker?.terminate()),
  };
};
