import type { z } from '@hono/zod-openapi';
import { Refused } from './refused.js';

/** A part of a request by its schema; refused with what stands where when it is of another shape. */
export const checked = <S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> => {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  throw new Refused({
    type: 'about:blank',
    status: 400,
    code: 'api/bad-request',
    title: `The ${part} of the request is not of the expected shape`,
    detail: 'See /api/openapi.json for what is expected.',
    faults: found.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  });
};

/** A query as an object: what is given several times is a list. */
export const queryOf = (url: URL): Record<string, string | readonly string[]> => {
  const query: Record<string, string | readonly string[]> = Object.create(null) as Record<string, string>;
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? values[0]! : values;
  }
  return query;
};
