import type { MiddlewareHandler } from 'hono';
import { problemResponse } from '../http/problems.js';

/** A name without its port: `[::1]:4750` → `[::1]`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const sameOrigin = (origin: string, host: string): boolean => {
  try {
    return new URL(origin).host.toLowerCase() === host.toLowerCase();
  } catch {
    return false;
  }
};

/**
 * Refuses requests for another host name, so that no page elsewhere can read the case by rebinding its own name to this
 * machine, and requests that a page of another origin makes a browser send.
 */
export const fromHere = (hosts: readonly string[]): MiddlewareHandler => {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!known.has(hostName(host)))
      return problemResponse({
        type: 'about:blank',
        status: 421,
        code: 'api/wrong-host',
        title: 'This server answers only to the name that it was started for',
        detail: 'Ask for it by that name; --host changes it.',
      });
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isForeign =
      (origin !== undefined && !sameOrigin(origin, host)) || site === 'cross-site' || site === 'same-site';
    // Following a link to the workspace from elsewhere is no harm; taking data or writing from there is.
    const isVisit = context.req.header('sec-fetch-mode') === 'navigate' && context.req.method === 'GET';
    if (isForeign && !(isVisit && origin === undefined))
      return problemResponse({
        type: 'about:blank',
        status: 403,
        code: 'api/wrong-origin',
        title: 'This request comes from a page of another site',
        detail: 'Use the workspace that this server itself serves.',
      });
    return next();
  };
};
