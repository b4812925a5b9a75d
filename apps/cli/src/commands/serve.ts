import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { CaseStages } from '@isnad/casework';
import { createMetrics, createOperations, createServer, createSite, OWNER } from '@isnad/server';
import { isAddress, isCase, shownCase } from '@isnad/store';
import { Failure } from '../failure.js';
import { workspaceFolder } from '../installation.js';
import { exampleCase } from '../serve/example-case.js';
import { listenUntilEnded, type Site } from '../serve/listen.js';
import { type ServerLog, serverLog } from '../serve/log.js';
import { type Opening, openedCase } from '../serve/opened-case.js';
import { teamSite } from '../serve/team-site.js';
import type { Settings } from '../settings/schema.js';
import type { Terminal } from '../terminal.js';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly log: 'text' | 'json';
}

/** What serving takes of the program. */
export interface Serving extends Opening {
  readonly caseStages: () => CaseStages;
  readonly version: string;
  readonly settings: Settings;
}

const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];
/** Addresses that stand for every address of the machine. */
const EVERY = new Set(['0.0.0.0', '::']);

const hostsFor = (host: string): readonly string[] => (LOCAL.includes(host) ? LOCAL : [host]);

const siteOf = async (folder: string, hosts: readonly string[], log: ServerLog, serving: Serving): Promise<Site> => {
  const built = isCase(folder) ? null : realpathSync(folder);
  if (built !== null && !existsSync(path.join(folder, 'record.json')))
    return { fetch: createSite(built, hosts).fetch, ending: () => {}, end: async () => {} };
  const metrics = createMetrics(() => [stage.about()]);
  const slip = (error: unknown) => {
    metrics.slipped();
    log.slip(error);
  };
  const { stage, end } = await openedCase(folder, serving, slip);
  let isEnding = false;
  const { token } = serving.settings.metrics ?? {};
  const { fetch } = createServer(stage, {
    hosts,
    version: serving.version,
    viewer: () => OWNER,
    slip,
    seen: (request) => {
      metrics.saw(request);
      log.seen(request);
    },
    operations: createOperations({
      ready: async () => !isEnding && (await stage.ready()),
      metrics,
      ...(token === undefined ? {} : { metricsToken: token }),
    }),
    workspace: workspaceFolder(),
    dossier: built,
  });
  const ending = () => {
    isEnding = true;
    stage.end();
  };
  return { fetch, ending, end };
};

/** `isnad serve`: shows a case, or a built folder, until it is interrupted. */
export const serveCommand = async (
  terminal: Terminal,
  named: string | undefined,
  { port, host, log: form }: ServeOptions,
  serving: Serving,
): Promise<void> => {
  const folder = named ?? (await exampleCase(terminal, serving));
  if (!isCase(folder) && !existsSync(path.join(folder, 'index.html')))
    throw new Failure(
      'cli/nothing-to-serve',
      `${folder} holds no index.html and is no case`,
      'Name a case (isnad init), or build a folder first: isnad build REPORTS --out DIR.',
    );
  // A team's server has accounts, and answers only to the name of the proxy before it.
  if (EVERY.has(host) && !(isAddress(folder) && serving.settings.serve?.origin !== undefined))
    throw new Failure(
      'cli/every-address',
      `--host ${host} would open the case to every network of this machine`,
      'Name the one address or host name under which it is to be reached.',
    );
  const log = serverLog(form, terminal, process.env.ISNAD_DEBUG === '1');
  const hosts = [...hostsFor(host.includes(':') ? `[${host}]` : host), ...(serving.settings.serve?.names ?? [])];
  const site = isAddress(folder)
    ? await teamSite(folder, host, log, serving)
    : await siteOf(folder, hosts, log, serving);
  await listenUntilEnded(site, { host, port, what: shownCase(folder), log });
};
