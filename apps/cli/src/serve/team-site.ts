import { getConnInfo } from '@hono/node-server/conninfo';
import {
  createMetrics,
  createOperations,
  createServer,
  createTeamServer,
  openIdProvider,
  type Provider,
} from '@isnad/server';
import { casesOf, onShelves, parseAddress } from '@isnad/store';
import { openTeam } from '@isnad/team';
import type { Serving } from '../commands/serve.js';
import { Failure } from '../failure.js';
import { workspaceFolder } from '../installation.js';
import type { Settings } from '../settings/schema.js';
import { TITLE } from './kept-words.js';
import type { Site } from './listen.js';
import type { ServerLog } from './log.js';
import { type OpenedCase, openedCase } from './opened-case.js';

/** How long the list of cases is taken as it was, ms: each request asks for it. */
const FRESH = 3_000;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** Where browsers reach a team's server, and under which names. */
export const reachOf = (
  host: string,
  origin: string | undefined,
  names: readonly string[],
): { readonly hosts: readonly string[]; readonly isSecure: boolean; readonly isProxied: boolean } => {
  if (origin !== undefined)
    return { hosts: [new URL(origin).hostname, ...names], isSecure: origin.startsWith('https:'), isProxied: true };
  if (!LOOPBACK.has(host))
    throw new Failure(
      'cli/no-https',
      `people would sign in to ${host} without encryption`,
      'Put a proxy with HTTPS before it, and name its address with the setting serve.origin.',
    );
  return { hosts: ['127.0.0.1', 'localhost', '[::1]', ...names], isSecure: false, isProxied: false };
};

/** The identity provider, where all that is needed of it is set. */
export const providerOf = ({ provider }: Settings): Provider | null => {
  if (provider === undefined) return null;
  const { name, issuer, client, secret } = provider;
  if (issuer !== undefined && client !== undefined && secret !== undefined)
    return openIdProvider({ name: name ?? new URL(issuer).hostname, issuer, client, secret });
  throw new Failure(
    'cli/provider',
    'the identity provider is set in part only',
    'Set provider.issuer, provider.client and provider.secret, or none of them.',
  );
};

/** What is asked for anew only when some time has gone by. */
const forAWhile = <T>(ask: () => Promise<T>): { readonly get: () => Promise<T> } => {
  let last: { readonly value: Promise<T>; readonly until: number } | null = null;
  return {
    get: () => {
      if (last === null || performance.now() > last.until) {
        const value = ask();
        last = { value, until: performance.now() + FRESH };
        value.catch(() => {
          last = null;
        });
      }
      return last.value;
    },
  };
};

/** Every case of a team, for those with a role in it. */
export const teamSite = async (address: string, host: string, log: ServerLog, serving: Serving): Promise<Site> => {
  const { settings } = serving;
  const reach = reachOf(host, settings.serve?.origin, settings.serve?.names ?? []);
  const team = await openTeam(parseAddress(address).connection);
  const opened = new Map<string, OpenedCase>();
  const metrics = createMetrics(() => [...opened.values()].map(({ stage }) => stage.about()));
  const slip = (error: unknown) => {
    metrics.slipped();
    log.slip(error);
  };
  const shared = { hosts: reach.hosts, version: serving.version, slip, workspace: workspaceFolder() };

  const only = parseAddress(address).name;
  const listed = forAWhile(() =>
    casesOf(parseAddress(address)).then((all) => (only === null ? all : all.filter((one) => one === only))),
  );
  const names = () => listed.get();
  const titles = forAWhile(
    async () =>
      new Map(
        [...(await onShelves(parseAddress(address), TITLE))].flatMap(([name, title]) =>
          typeof title === 'string' ? [[name, title] as const] : [],
        ),
      ),
  );
  const addressOfCase = (name: string): string => {
    const url = new URL(address);
    url.searchParams.set('case', name);
    return url.href;
  };

  let isEnding = false;
  const ready = async (): Promise<boolean> => {
    await team.audit.list({ after: 0, limit: 1 });
    const all = await Promise.all([...opened.values()].map(({ stage }) => stage.ready()));
    return !isEnding && all.every(Boolean);
  };
  const server = createTeamServer({
    ...shared,
    team,
    isSecure: reach.isSecure,
    origin: settings.serve?.origin,
    provider: providerOf(settings),
    now: serving.now,
    // The proxy writes last who asked it; what stands before that anybody may have written.
    addressOf: (request, context) =>
      (reach.isProxied ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined) ??
      getConnInfo(context).remote.address ??
      'unknown',
    seen: (request) => {
      metrics.saw(request);
      log.seen(request);
    },
    operations: createOperations({ ready, metrics, metricsToken: settings.metrics?.token ?? null }),
    cases: {
      names,
      titles: () => titles.get(),
      open: async (name, mount) => {
        const one = await openedCase(addressOfCase(name), serving, slip);
        opened.set(name, one);
        return createServer(one.stage, { ...shared, ...mount, dossier: null });
      },
    },
  });
  return {
    fetch: server.fetch,
    ending: () => {
      isEnding = true;
      for (const { stage } of opened.values()) stage.end();
    },
    end: async () => {
      await Promise.all([...opened.values()].map(({ end }) => end()));
      await team.close();
    },
  };
};
