import { createRoute, type z } from '@hono/zod-openapi';
import { PROBLEM_TYPE, problem } from '../problem.js';
import { account, credentials, done, newPassword, nothing, signInWays } from '../resources/team.js';

/** Whom a route of the team itself is for: anybody, whoever is signed in (with a token too), or a person at a browser. */
export type TeamAudience = 'anybody' | 'signed-in' | 'session';

export interface TeamRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly audience: TeamAudience;
  readonly body: z.ZodObject;
  readonly answer: z.ZodType;
}

/** Routes of a team's server that belong to no case. */
export const teamRoutes = {
  signInWays: {
    method: 'get',
    path: '/api/sign-in',
    summary: 'How one signs in here',
    audience: 'anybody',
    body: nothing,
    answer: signInWays,
  },
  signIn: {
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with a password; the answer sets the cookie of a new session',
    audience: 'anybody',
    body: credentials,
    answer: account,
  },
  account: {
    method: 'get',
    path: '/api/account',
    summary: 'Who is signed in, and their cases',
    audience: 'signed-in',
    body: nothing,
    answer: account,
  },
  signOut: {
    method: 'post',
    path: '/api/session/end',
    summary: 'End this session',
    audience: 'session',
    body: nothing,
    answer: done,
  },
  signOutEverywhere: {
    method: 'post',
    path: '/api/session/end-all',
    summary: 'End all sessions of whoever is signed in, this one too',
    audience: 'session',
    body: nothing,
    answer: done,
  },
  changePassword: {
    method: 'post',
    path: '/api/password',
    summary: 'Set one’s own password; all other sessions end, and the answer sets the cookie of a new one',
    audience: 'session',
    body: newPassword,
    answer: account,
  },
} as const satisfies Readonly<Record<string, TeamRoute>>;

export type TeamOperation = keyof typeof teamRoutes;

const refused = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problem } } });

const SECURITY_OF: Readonly<Record<TeamAudience, Record<string, string[]>[]>> = {
  anybody: [],
  'signed-in': [{ session: [] }, { token: [] }],
  session: [{ session: [] }],
};

export const openApiTeamRoute = (operationId: string, { method, path, summary, audience, body, answer }: TeamRoute) =>
  createRoute({
    operationId,
    method,
    path,
    summary,
    tags: ['team'],
    security: SECURITY_OF[audience],
    description: `For: ${audience}.`,
    'x-audience': audience,
    request: method === 'post' ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {},
    responses: {
      [method === 'post' ? 201 : 200]: { description: 'Done', content: { 'application/json': { schema: answer } } },
      400: refused('The request is not of the expected shape.'),
      401: refused('Nobody is signed in, or name and password do not go together.'),
      403: refused('Not from here, or not with a token.'),
      429: refused('Too many tries; `Retry-After` says when to try again.'),
    },
  });
