import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Failure, systemReason } from '../failure.js';
import type { ServerLog } from './log.js';

/** What is served until it is interrupted. */
export interface Site {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** No more is asked from now on: what listens for news is to let go, so that answers under way can end. */
  readonly ending: () => void;
  /** All answers are given: close what is open. */
  readonly end: () => Promise<void>;
}

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** What is served, in words. */
  readonly what: string;
  readonly log: ServerLog;
}

/** How long an answer under way may take once the end is asked for, in ms. */
const GRACE = 10_000;

/**
 * Serves a site until SIGINT or SIGTERM. Then no more is taken in, answers under way are given (for 10 s), and what is
 * open is closed. A second signal ends at once.
 */
export const listenUntilEnded = async (site: Site, { host, port, what, log }: Listening): Promise<void> => {
  const shown = host.includes(':') ? `[${host}]` : host;
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port, hostname: host }, (address: AddressInfo) => {
      log.told(`serving ${what} on http://${shown}:${address.port}/ (Ctrl+C ends it)`);
    });
    server.on('error', (error: Error) => {
      const failed = `cannot listen on ${shown}:${port}: ${systemReason(error)}`;
      reject(new Failure('cli/cannot-listen', failed, 'Choose another with --port or --host.', { cause: error }));
    });
    const cut = () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    const end = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, end).once(signal, cut);
      site.ending();
      const late = setTimeout(cut, GRACE);
      server.close(() => {
        clearTimeout(late);
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, cut);
        site.end().then(resolve, reject);
      });
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
};
