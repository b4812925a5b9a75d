import { PROBLEM_TYPE, type Problem } from '@isnad/api';
import { StoreError } from '@isnad/store';
import { TeamError } from '@isnad/team';
import { HTTPException } from 'hono/http-exception';
import { Refused } from './refused.js';

export const problemResponse = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': `${PROBLEM_TYPE}; charset=utf-8`, ...headers },
  });

const plain = (status: number, code: string, title: string, detail: string): Problem => ({
  type: 'about:blank',
  status,
  code,
  title,
  detail,
});

export const NO_ROUTE = plain(404, 'api/no-route', 'There is nothing at this address', 'See /api/openapi.json.');

/** The database is away, or busy beyond patience: the same may be answered in a while. */
const isAway = (error: unknown): boolean =>
  (error instanceof StoreError && ['store/unreachable', 'store/busy'].includes(error.code)) ||
  (error instanceof TeamError && error.code === 'team/unreachable');

/** Seconds after which it is worth asking again when the database is away. */
const AGAIN = '5';

/** Headers that go with a problem. */
export const headersOf = ({ status }: Problem): Readonly<Record<string, string>> =>
  status === 503 ? { 'Retry-After': AGAIN } : {};

/** Whatever a handler throws, as a problem. Of a slip of the program the answer says nothing but that it is one. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Refused) return error.problem;
  if (isAway(error))
    return plain(503, 'api/unavailable', 'The database does not answer', 'Nothing was changed; try again in a while.');
  if (error instanceof HTTPException && error.status < 500)
    return plain(error.status, 'api/bad-request', 'The request cannot be read', error.message || 'Send JSON.');
  return plain(500, 'api/slip', 'The program made a mistake', 'Nothing was changed; the server’s log says where.');
};
