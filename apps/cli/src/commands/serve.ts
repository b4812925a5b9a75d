import { existsSync, realpathSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Failure, systemReason } from '../failure.js';
import { createSite } from '../serve/site.js';
import type { Terminal } from '../terminal.js';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];
/** Addresses that stand for every address of the machine. */
const EVERY = new Set(['0.0.0.0', '::']);

/** `isnad serve`: shows a built folder until it is interrupted. */
export const serveCommand = async (terminal: Terminal, folder: string, { port, host }: ServeOptions): Promise<void> => {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Failure(
      'cli/nothing-to-serve',
      `${folder} holds no index.html`,
      'Build it first: isnad build REPORTS --out DIR.',
    );
  if (EVERY.has(host))
    throw new Failure(
      'cli/every-address',
      `--host ${host} would open the case to every network of this machine`,
      'Name the one address or host name under which it is to be reached.',
    );
  const shown = host.includes(':') ? `[${host}]` : host;
  const hosts = LOCAL.includes(shown) ? LOCAL : [shown];
  const site = createSite(realpathSync(folder), hosts);
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port, hostname: host }, (address: AddressInfo) => {
      terminal.err(`isnad: serving ${folder} on http://${shown}:${address.port}/ (Ctrl+C ends it)\n`);
    });
    server.on('error', (error: Error) => {
      const what = `cannot listen on ${shown}:${port}: ${systemReason(error)}`;
      reject(new Failure('cli/cannot-listen', what, 'Choose another with --port or --host.', { cause: error }));
    });
    const end = () => server.close(() => resolve());
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
};
