import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { openApiTeamRoute, SECURITY, type TeamOperation, teamRoutes } from '@isnad/api';
import type { Team } from '@isnad/team';
import type { Context, Hono } from 'hono';
import type { Write } from '../http/app.js';
import { jsonOf } from '../http/body.js';
import { checked } from '../http/check.js';
import { headersOf, NO_ROUTE, problemOf, problemResponse } from '../http/problems.js';
import { notFound } from '../http/refused.js';
import { isFor, type SeenRequest, seeing } from '../operations/seen.js';
import { safeHeaders, WORKSPACE_POLICY } from '../security/headers.js';
import { fromHere } from '../security/origin.js';
import type { Viewer } from '../security/viewer.js';
import { showWorkspace } from '../static/workspace.js';
import type { TeamCases } from './cases.js';
import { cookiesFor } from './cookies.js';
import { PER_MINUTE, paceOf, TooMany } from './limits.js';
import type { Provider } from './provider.js';
import { addProvider } from './provider-routes.js';
import { admit, teamHandlers } from './sessions.js';
import { notSignedIn, type Signed, signedBy, viewerIn } from './signed.js';

export interface TeamServerOptions {
  readonly team: Team;
  readonly cases: TeamCases;
  /** Names under which the server may be asked for, without port. */
  readonly hosts: readonly string[];
  /** Whether browsers come over HTTPS. */
  readonly isSecure: boolean;
  readonly version: string;
  /** RFC 3339. */
  readonly now: () => string;
  /** Address under which browsers reach the server, `https://host`; without it the one they asked for. */
  readonly origin?: string | undefined;
  /** Who else may say who somebody is. */
  readonly provider?: Provider | null;
  /** Network address of who sent a request. */
  readonly addressOf: (request: Request, context: Context) => string;
  readonly slip?: (error: unknown) => void;
  readonly seen?: (request: SeenRequest) => void;
  readonly operations?: Hono;
  /** Real path of the built workspace. */
  readonly workspace: string | null;
  /** Requests a minute of one account, and of one address that is signed in to none. */
  readonly perMinute?: { readonly known: number; readonly unknown: number };
}

/** One answer for a case that does not exist and one that does not exist for whoever asks. */
const noCase = () => notFound('api/no-case', 'There is no such case', 'Your cases are listed at /.');

const HOME = 'team.html';

const wantsPage = (path: string): boolean => !/^\/cases\/[^/]*\/api(?:\/|$)/.test(path);

/** A team's server: signing in, the list of one's cases, and each case below `/cases/NAME/`. */
export const createTeamServer = (options: TeamServerOptions): Hono => {
  const { team, hosts, isSecure, version, now, addressOf, workspace } = options;
  const cookies = cookiesFor(isSecure);
  const pace = paceOf(options.perMinute ?? PER_MINUTE);
  const scene = { team, cookies, provider: options.provider?.name ?? null, cases: options.cases, now };
  const app = new OpenAPIHono();
  if (options.seen) app.use(seeing(options.seen));
  app.use(safeHeaders);
  if (isSecure)
    app.use(async (context, next) => {
      await next();
      context.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
    });
  if (options.operations) app.route('/', options.operations);
  app.use(fromHere(hosts));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500) options.slip?.(error);
    return problemResponse(problem, {
      ...headersOf(problem),
      ...(error instanceof TooMany ? { 'Retry-After': String(error.wait) } : {}),
    });
  });
  app.notFound(() => problemResponse(NO_ROUTE));

  const signed = async (context: Context): Promise<Signed | null> => {
    const found = await signedBy(context.req.raw, team, cookies.session, now());
    await (found ? pace.known(found.token?.id ?? found.person.id) : pace.unknown(addressOf(context.req.raw, context)));
    return found;
  };

  for (const [name, scheme] of Object.entries(SECURITY))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  for (const [name, route] of Object.entries(teamRoutes)) {
    const operation = name as TeamOperation;
    app.openAPIRegistry.registerPath(openApiTeamRoute(operation, route));
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      isFor(context.req.raw, operation);
      const who = await signed(context);
      admit(who, route.audience);
      const body = route.method === 'post' ? checked(route.body, await jsonOf(context.req.raw), 'body') : {};
      const from = addressOf(context.req.raw, context);
      const { value, cookies: set = [] } = await teamHandlers[operation](
        { request: context.req.raw, body, signed: who, from },
        scene,
      );
      for (const cookie of set) context.header('Set-Cookie', cookie, { append: true });
      return context.json(value, route.method === 'post' ? 201 : 200, { 'Cache-Control': 'no-store' });
    });
  }
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Isnad, a team',
      version,
      description: 'Each case has its own document at /cases/NAME/api/openapi.json.',
    },
  });
  app.all('/api/*', () => problemResponse(NO_ROUTE));
  if (options.provider)
    addProvider(app as Hono, {
      team,
      provider: options.provider,
      cookies,
      now,
      originOf: (context) => options.origin ?? `http://${context.req.header('host')}`,
      pace: async (context) => {
        const wait = await team.limits.address.take(addressOf(context.req.raw, context));
        if (wait > 0) throw new TooMany(wait, 'Too many tries to sign in');
      },
      slip: (error) => options.slip?.(error),
    });

  const home = (context: Context, status: 200 | 404): Response => {
    if (workspace === null) return problemResponse(NO_ROUTE);
    context.header('Content-Security-Policy', WORKSPACE_POLICY);
    context.header('Cache-Control', 'no-cache');
    return context.html(readFileSync(path.join(workspace, HOME), 'utf8'), status);
  };

  const viewers = new WeakMap<Request, Viewer>();
  /** Asked anew each time but the first, so that a stream that stays open ends with the session. */
  const viewerOf = async (request: Request, name: string): Promise<Viewer> => {
    const found = viewers.get(request);
    viewers.delete(request);
    if (found) return found;
    const who = await signedBy(request, team, cookies.session, now());
    const viewer = who && viewerIn(who, name);
    if (!viewer) throw notSignedIn();
    return viewer;
  };
  const writer =
    (name: string) =>
    async ({ operation, viewer, kind, about, failed }: Write): Promise<void> =>
      team.audit.append(
        {
          what: failed ? `${operation}-failed` : operation,
          subject: about[0] ?? name,
          case: name,
          details: {
            kind,
            about: about.slice(0, MOST_NAMED),
            more: Math.max(0, about.length - MOST_NAMED),
            token: viewer.token ?? null,
          },
        },
        { by: viewer.account ?? '', at: now() },
      );
  const opened = new Map<string, Promise<Pick<Hono, 'fetch'>>>();
  const caseOf = (name: string): Promise<Pick<Hono, 'fetch'>> => {
    const known = opened.get(name);
    if (known) return known;
    const mount = {
      base: `/cases/${name}`,
      viewer: (request: Request) => viewerOf(request, name),
      writes: writer(name),
    };
    const opening = options.cases.open(name, mount);
    opened.set(name, opening);
    // One that could not be opened may be the next time.
    opening.catch(() => opened.delete(name));
    return opening;
  };

  // Before it is asked whether there is such a case.
  app.get('/cases/:name', (context) => context.redirect(`/cases/${encodeURIComponent(context.req.param('name'))}/`));
  app.all('/cases/:name/*', async (context) => {
    const name = context.req.param('name');
    const isPage = wantsPage(context.req.path);
    const who = await signed(context);
    if (!who) {
      if (!isPage || context.req.method !== 'GET') throw notSignedIn();
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(`/?then=${encodeURIComponent(pathname + search)}`);
    }
    const viewer = viewerIn(who, name);
    const isPlain = new URL(context.req.url).pathname.startsWith(`/cases/${name}/`);
    if (!viewer || !isPlain || !(await options.cases.names()).includes(name)) {
      if (!isPage || context.req.method !== 'GET') throw noCase();
      return home(context, 404);
    }
    viewers.set(context.req.raw, viewer);
    return (await caseOf(name)).fetch(context.req.raw);
  });
  app.get('/', (context) => home(context, 200));
  if (workspace !== null) app.get('/assets/*', (context) => showWorkspace(context, workspace, ''));
  return app as Hono;
};

/** Ids that a line of the audit trail names. */
const MOST_NAMED = 20;
