import { existsSync, realpathSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { CaseStages } from '@isnad/casework';
import type { CaseRecord } from '@isnad/model';
import { type CaseWords, createServer, createSite, OWNER, openStage } from '@isnad/server';
import { isCaseFolder, openCase, type Stamp } from '@isnad/store';
import { Failure, systemReason } from '../failure.js';
import { builtCase } from '../serve/built-case.js';
import { exampleCase } from '../serve/example-case.js';
import { type KeptCase, keptCase } from '../serve/kept-case.js';
import { threadedClerk, threadedWorkshop } from '../serve/threads/threads.js';
import type { Terminal } from '../terminal.js';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

/** What serving takes of the program. */
export interface Serving {
  readonly stamp: () => Stamp;
  readonly gazetteer: string | undefined;
  readonly caseStages: () => CaseStages;
  readonly wordsFor: (record: CaseRecord) => CaseWords;
  readonly version: string;
  /** RFC 3339. */
  readonly now: () => string;
}

const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];
/** Addresses that stand for every address of the machine. */
const EVERY = new Set(['0.0.0.0', '::']);

/** The built workspace, where it is part of this installation. */
const workspaceFolder = (): string | null => {
  const folder = fileURLToPath(new URL('../../../workspace/dist', import.meta.url));
  return existsSync(path.join(folder, 'index.html')) ? realpathSync(folder) : null;
};

const hostsFor = (host: string): readonly string[] => (LOCAL.includes(host) ? LOCAL : [host]);

type Site = { readonly fetch: (request: Request) => Response | Promise<Response> };

/** The case in a folder, which may be kept or only built. */
const caseIn = async (
  folder: string,
  { wordsFor, stamp, gazetteer }: Serving,
): Promise<KeptCase & { readonly end: () => Promise<void> }> => {
  if (!isCaseFolder(folder)) return { book: builtCase(folder, wordsFor), current: true, end: async () => {} };
  const place = { folder: realpathSync(folder), by: stamp().by, gazetteer };
  const [workshop, clerk] = [threadedWorkshop(place), threadedClerk(place)];
  const store = await openCase(folder);
  const end = async () => {
    await Promise.all([workshop.end(), clerk.end()]);
    await store.close();
  };
  return { ...(await keptCase(folder, store, { workshop, clerk }, stamp)), end };
};

interface Served extends Site {
  readonly end: () => Promise<void>;
}

const siteOf = async (
  terminal: Terminal,
  folder: string,
  hosts: readonly string[],
  serving: Serving,
): Promise<Served> => {
  const real = realpathSync(folder);
  if (!isCaseFolder(folder) && !existsSync(path.join(folder, 'record.json')))
    return { fetch: createSite(real, hosts).fetch, end: async () => {} };
  const { book, current, end } = await caseIn(folder, serving);
  const told = (what: string) => (error: unknown) =>
    terminal.err(`isnad: ${what} failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  const stage = await openStage(book, serving.now, told('building the record anew'));
  if (!current) stage.refresh();
  stage.watch();
  const { fetch } = createServer(stage, {
    hosts,
    version: serving.version,
    viewer: () => OWNER,
    slip: told('a request'),
    workspace: workspaceFolder(),
    dossier: isCaseFolder(folder) ? null : real,
  });
  return { fetch, end };
};

/** `isnad serve`: shows a case, or a built folder, until it is interrupted. */
export const serveCommand = async (
  terminal: Terminal,
  named: string | undefined,
  { port, host }: ServeOptions,
  serving: Serving,
): Promise<void> => {
  const folder = named ?? (await exampleCase(terminal, serving));
  if (!isCaseFolder(folder) && !existsSync(path.join(folder, 'index.html')))
    throw new Failure(
      'cli/nothing-to-serve',
      `${folder} holds no index.html and is no case`,
      'Name a case (isnad init), or build a folder first: isnad build REPORTS --out DIR.',
    );
  if (EVERY.has(host))
    throw new Failure(
      'cli/every-address',
      `--host ${host} would open the case to every network of this machine`,
      'Name the one address or host name under which it is to be reached.',
    );
  const shown = host.includes(':') ? `[${host}]` : host;
  const site = await siteOf(terminal, folder, hostsFor(shown), serving);
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port, hostname: host }, (address: AddressInfo) => {
      terminal.err(`isnad: serving ${folder} on http://${shown}:${address.port}/ (Ctrl+C ends it)\n`);
    });
    server.on('error', (error: Error) => {
      const what = `cannot listen on ${shown}:${port}: ${systemReason(error)}`;
      reject(new Failure('cli/cannot-listen', what, 'Choose another with --port or --host.', { cause: error }));
    });
    // A listener to live events would keep the server open.
    const end = () => {
      server.close(() => void site.end().then(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
};
