import type { Answer, Operation, Problem } from '@isnad/client';
import { addressOf, createClient, type Given, Refusal } from '@isnad/client';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { base } from './base.js';

/** A session that has ended leads to signing in, and from there back; what somebody was about to keep stays in sight. */
const send: typeof fetch = async (address, init) => {
  const response = await fetch(address, init);
  if (response.status === 401 && init?.method === 'GET')
    location.assign(`/?then=${encodeURIComponent(location.pathname + location.search)}`);
  return response;
};

export const client = createClient(base, send);

/** Raised whenever answers may have changed: a decision was kept, a record was built. */
export const revision = signal(0);

/** Answers by address, so that going back shows at once what was there; the newest are kept. */
const known = new Map<string, unknown>();
const MOST_KNOWN = 80;

const remember = (address: string, value: unknown): void => {
  known.delete(address);
  known.set(address, value);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
};

export const problemOf = (error: unknown): Problem =>
  error instanceof Refusal
    ? error.problem
    : { type: 'about:blank', status: 0, code: 'client/no-answer', title: 'No answer', detail: String(error) };

export interface Loaded<T> {
  /** What was last answered; while another answer is awaited, that of the question before. */
  readonly value: T | null;
  readonly problem: Problem | null;
  /** The value is not (yet) the answer to this question. */
  readonly isStale: boolean;
}

interface State {
  readonly address: string;
  readonly value: unknown;
  readonly problem: Problem | null;
}

/** Asks the server, again whenever the question or the record changes. Null asks nothing. */
export const useAsk = <O extends Operation>(operation: O, given: Given<O> | null): Loaded<Answer<O>> => {
  const address = given === null ? '' : addressOf(operation, given);
  const [state, setState] = useState<State>({ address, value: known.get(address) ?? null, problem: null });
  const asOf = revision.value;
  // The address tells all that was given
  useEffect(() => {
    if (given === null) return undefined;
    const control = new AbortController();
    client.ask(operation, { ...given, signal: control.signal }).then(
      (value) => {
        remember(address, value);
        setState({ address, value, problem: null });
      },
      (error: unknown) => {
        if (!control.signal.aborted) setState({ address, value: null, problem: problemOf(error) });
      },
    );
    return () => control.abort();
  }, [address, asOf]);
  const isAnswered = state.address === address;
  const value = isAnswered ? state.value : (known.get(address) ?? state.value);
  return { value: value as Answer<O> | null, problem: isAnswered ? state.problem : null, isStale: !isAnswered };
};
