import type { Answer, Asking, LiveEvent, Operation, Problem } from '@isnad/api';
import { ADDRESSES } from './addresses.js';

/** What is given for an operation: only the parts that it has, and only what must be given. */
export type Given<O extends Operation> = Partial<{
  readonly [Part in keyof Asking<O>]: Asking<O>[Part];
}> & {
  readonly signal?: AbortSignal;
  /** ETag of the subject as it was seen: refused with 412 when it has changed meanwhile. */
  readonly ifMatch?: string;
};

/** An answer with its ETag. */
export interface Answered<O extends Operation> {
  readonly value: Answer<O>;
  readonly etag: string | null;
}

/** A refusal, in the one shape that the server has for it. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'Refusal';
  }
}

export interface Client {
  /** Asks for one operation; throws a `Refusal` when the server refuses. */
  readonly ask: <O extends Operation>(operation: O, given?: Given<O>) => Promise<Answer<O>>;
  /** The same with the ETag. */
  readonly askTagged: <O extends Operation>(operation: O, given?: Given<O>) => Promise<Answered<O>>;
  /** Live events until the returned function is called; a lost connection is taken up again. */
  readonly listen: (heard: (event: LiveEvent) => void) => () => void;
}

/** The address of an operation, its query included. */
export const addressOf = <O extends Operation>(operation: O, given: Given<O> = {}): string => {
  const params = (given.params ?? {}) as Record<string, string>;
  const path = ADDRESSES[operation][1].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  const asked = query.toString();
  return asked === '' ? path : `${path}?${asked}`;
};

const problemOf = async (response: Response): Promise<Problem> => {
  try {
    const problem = (await response.json()) as Problem;
    if (typeof problem.code === 'string') return problem;
  } catch {
    // Not of this server: a proxy, or a connection cut off.
  }
  const { status, statusText } = response;
  return { type: 'about:blank', status, code: 'client/no-problem', title: statusText, detail: `HTTP ${status}` };
};

/**
 * A client of the API at `base` (the empty string: where the page came from).
 *
 * ```ts
 * const client = createClient('');
 * const { items } = await client.ask('incidents', { query: { type: ['air-strike'], from: '2018-12-01' } });
 * ```
 */
export const createClient = (base: string, send: typeof fetch = (...args) => fetch(...args)): Client => {
  const askTagged = async <O extends Operation>(operation: O, given: Given<O> = {} as Given<O>) => {
    const [method] = ADDRESSES[operation];
    const response = await send(base + addressOf(operation, given), {
      method,
      headers: {
        Accept: 'application/json',
        ...(given.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(given.ifMatch === undefined ? {} : { 'If-Match': given.ifMatch }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      ...(given.signal === undefined ? {} : { signal: given.signal }),
    });
    if (!response.ok) throw new Refusal(await problemOf(response));
    return { value: (await response.json()) as Answer<O>, etag: response.headers.get('ETag') };
  };
  return {
    askTagged,
    ask: async (operation, given) => (await askTagged(operation, given)).value,
    listen: (heard) => {
      const source = new EventSource(`${base}/api/events`);
      source.onmessage = ({ data }) => heard(JSON.parse(data as string) as LiveEvent);
      return () => source.close();
    },
  };
};
