import { createRoute, z } from '@hono/zod-openapi';
import { PROBLEM_TYPE, problem } from '../problem.js';

const refused = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: problem } },
});

const REFUSALS = {
  400: refused('The request is not of the expected shape.'),
  403: refused('Not from here, or not for this role.'),
  404: refused('There is no such thing in the case.'),
};

type Schema = z.ZodType;

interface Asked<P extends z.ZodObject, Q extends z.ZodObject> {
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
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
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject;
  readonly answer: Schema;
}

/** The route as the OpenAPI document and the router know it. */
export const openApiRoute = (operationId: string, route: Route) => {
  const { method, path, summary, tag, params, query, body, answer } = route;
  const has = (schema: z.ZodObject) => Object.keys(schema.shape).length > 0;
  return createRoute({
    operationId,
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    summary,
    tags: [tag],
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
