import type { MiddlewareHandler } from 'hono';

/** What is kept of a request that was answered: never its address, its words, who asked or what was said. */
export interface SeenRequest {
  /** Operation id of the API; `other` for files and for addresses at which there is nothing. */
  readonly operation: string;
  readonly method: string;
  readonly status: number;
  /** From the request to the head of the answer. */
  readonly ms: number;
}

const operations = new WeakMap<Request, string>();

/** Tells which operation a request is for; a server within another one tells it for both. */
export const isFor = (request: Request, operation: string): void => void operations.set(request, operation);

/** Methods as they are counted: whatever else is asked does not make a new count. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);

/** Tells of every request once it is answered. */
export const seeing =
  (seen: (request: SeenRequest) => void): MiddlewareHandler =>
  async (context, next) => {
    const begun = performance.now();
    await next();
    const { method } = context.req;
    seen({
      operation: operations.get(context.req.raw) ?? 'other',
      method: METHODS.has(method) ? method : 'other',
      status: context.res.status,
      ms: performance.now() - begun,
    });
  };
