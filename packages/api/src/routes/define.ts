import { createRoute, z } from '@hono/zod-openapi';
import type { Role } from '@isnad/model';
import { PROBLEM_TYPE, problem } from '../problem.js';

const refused = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problem } },
});

const REFUSALS = {
  400: refused('The request is not of the expected shape.'),
  401: refused('On a team’s server: nobody is signed in.'),
  403: refused('Not from here, or not for this role.'),
  404: refused('There is no such thing in the case; on a team’s server, or no such case for whoever asks.'),
  429: refused('Too many requests.'),
};

/** Ways to say who asks, where a team is served; a folder on one's own machine asks nobody. */
export const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-isnad',
    description: 'The cookie of somebody who signed in; `isnad` on a loopback address.',
  },
  token: { type: 'http', scheme: 'bearer', description: 'A token of `isnad team token`.' },
} as const;

/** The role that an operation asks for, as the OpenAPI document tells it. */
const guarded = (least: Role) => ({
  security: [{ session: [] }, { token: [] }],
  description: `Least role: ${least}.`,
  'x-least-role': least,
});

type Schema = z.ZodType;

interface Asked<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** The least role that may ask. */
  readonly role: Role;
  readonly params?: P;
  readonly query?: Q;
}

const none = z.object({});
type None = typeof none;

/** A route that reads. It carries an ETag; `If-None-Match` is answered with 304. */
export const reads = <A extends Schema, P extends z.ZodObject = None, Q extends z.ZodObject = None>(
  asked: Asked<P, Q> & { readonly answer: A },
) => ({
  method: 'get' as const,
  path: asked.path,
  summary: asked.summary,
  tag: asked.tag,
  role: asked.role,
  params: (asked.params ?? none) as P,
  query: (asked.query ?? none) as Q,
  body: none as z.ZodObject,
  answer: asked.answer,
});

/** A route that writes. With `If-Match` it is refused when its subject has changed meanwhile. */
export const writes = <B extends z.ZodObject, A extends Schema, P extends z.ZodObject = None>(
  asked: Asked<P, None> & { readonly body: B; readonly answer: A },
) => ({
  method: 'post' as const,
  path: asked.path,
  summary: asked.summary,
  tag: asked.tag,
  role: asked.role,
  params: (asked.params ?? none) as P,
  query: none,
  body: asked.body,
  answer: asked.answer,
});

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly role: Role;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject;
  readonly answer: Schema;
}

/** The route as the OpenAPI document and the router know it. */
export const openApiRoute = (operationId: string, route: Route) => {
  const { method, path, summary, tag, role, params, query, body, answer } = route;
  const has = (schema: z.ZodObject) => Object.keys(schema.shape).length > 0;
  return createRoute({
    operationId,
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    summary,
    tags: [tag],
    ...guarded(role),
    request: {
      ...(has(params) ? { params } : {}),
      ...(has(query) ? { query } : {}),
      ...(method === 'post' ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
      headers: z.object(
        method === 'post'
          ? { 'If-Match': z.string().optional().openapi({ description: 'ETag of the subject as it was seen.' }) }
          : { 'If-None-Match': z.string().optional() },
      ),
    },
    responses: {
      [method === 'post' ? 201 : 200]: {
        description: 'Done',
        content: { 'application/json': { schema: answer } },
        headers: z.object({ ETag: z.string() }),
      },
      ...(method === 'post'
        ? {
            409: refused('The case cannot take it as it stands.'),
            412: refused('Its subject has changed since it was seen.'),
            413: refused('Too large.'),
            415: refused('Not JSON.'),
          }
        : { 304: { description: 'Not changed since.' } }),
      ...REFUSALS,
    },
  });
};

/** A route that gives a file or a stream, whose bytes no schema describes. */
export interface PlainRoute {
  /** In which `*` stands for the rest of an address. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly role: Role;
  readonly params: z.ZodObject;
  /** Media type of what it gives. */
  readonly gives: string;
}

export const openApiPlainRoute = (operationId: string, { path, summary, tag, role, params, gives }: PlainRoute) =>
  createRoute({
    operationId,
    method: 'get',
    path: path.replace('*', '{name}').replace(/:(\w+)/g, '{$1}'),
    summary,
    tags: [tag],
    ...guarded(role),
    request: Object.keys(params.shape).length > 0 ? { params } : {},
    responses: {
      200: { description: 'Done', content: { [gives]: { schema: z.string() } } },
      ...REFUSALS,
    },
  });
