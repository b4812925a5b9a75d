import { addressOf } from '@isnad/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Loaded } from '../app/ask.js';
import { client, problemOf, revision } from '../app/ask.js';

type Paged = 'incidents' | 'reports' | 'search' | 'decisions' | 'people' | 'places' | 'tolls';
type Page<O extends Paged> = Awaited<ReturnType<typeof client.ask<O>>>;
type Item<O extends Paged> = Page<O>['items'][number];

export interface Pages<T> extends Loaded<readonly T[]> {
  readonly total: number;
  /** Fetches the page behind the last one, where there is one and it is not on its way. */
  readonly more: () => void;
  readonly hasMore: boolean;
}

interface State {
  readonly question: string;
  readonly items: readonly unknown[];
  readonly next: string | null;
  readonly total: number;
  readonly problem: Loaded<unknown>['problem'];
}

/** The items of a list, page after page as they are wanted. */
export const usePages = <O extends Paged>(
  operation: O,
  query: Readonly<Record<string, unknown>>,
  limit: number,
): Pages<Item<O>> => {
  const given = (cursor?: string) =>
    ({ query: { ...query, limit, ...(cursor === undefined ? {} : { cursor }) } }) as never;
  const question = `${addressOf(operation, given())} ${revision.value}`;
  const [state, setState] = useState<State>({ question: '', items: [], next: null, total: 0, problem: null });
  const asking = useRef<AbortController | null>(null);
  const ask = (cursor: string | undefined, before: readonly unknown[]): void => {
    const control = new AbortController();
    asking.current = control;
    client.ask(operation, { ...(given(cursor) as object), signal: control.signal } as never).then(
      (page) => {
        asking.current = null;
        const { items, next, total } = page as Page<O>;
        setState({ question, items: [...before, ...items], next, total, problem: null });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        asking.current = null;
        setState({ question, items: [], next: null, total: 0, problem: problemOf(error) });
      },
    );
  };
  // The question tells all that is asked
  useEffect(() => {
    ask(undefined, []);
    return () => asking.current?.abort();
  }, [question]);
  const { items, next, total, problem } = state;
  return {
    value: state.question === '' ? null : (items as readonly Item<O>[]),
    problem: state.question === question ? problem : null,
    isStale: state.question !== question,
    total,
    hasMore: next !== null,
    more: () => {
      if (next !== null && asking.current === null && state.question === question) ask(next, items);
    },
  };
};
