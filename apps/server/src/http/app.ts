import { OpenAPIHono } from '@hono/zod-openapi';
import { type Operation, openApiRoute, routes } from '@isnad/api';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { handlers } from '../handlers.js';
import type { Stage } from '../live/stage.js';
import { OPERATION, type SeenRequest, seeing } from '../operations/seen.js';
import { filesOf } from '../resources/publishing.js';
import { releaseFile } from '../resources/releases.js';
import { safeHeaders } from '../security/headers.js';
import { fromHere } from '../security/origin.js';
import type { Viewer } from '../security/viewer.js';
import { jsonOf } from './body.js';
import { bytesOf } from './bytes.js';
import { checked, queryOf } from './check.js';
import type { Handler, Scene } from './handler.js';
import { keptAnswers, sentOf } from './kept-answers.js';
import { NO_ROUTE, problemOf, problemResponse } from './problems.js';
import { changed, noSuch } from './refused.js';
import { isAsSeen, isKnown, tagOf } from './tags.js';

export interface ApiOptions {
  /** Names under which the server may be asked for, without port. */
  readonly hosts: readonly string[];
  readonly version: string;
  /** Who asks; accounts and roles come in here. */
  readonly viewer: (request: Request) => Viewer | Promise<Viewer>;
  /** Told of slips of the program. */
  readonly slip?: (error: unknown) => void;
  /** Told of every request once it is answered. */
  readonly seen?: (request: SeenRequest) => void;
  /** Answered before it is asked who is there and under which name: health and metrics. */
  readonly operations?: Hono;
}

const paramsOf = (context: Context, path: string): Record<string, string> =>
  Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, context.req.param(name!) ?? '']));

/** A file to be kept, never shown in place: a page of an export is no page of this server. */
const download = (context: Context, name: string, content: string | Uint8Array): Response =>
  context.body(bytesOf(content), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(unescaped(name).split('/').at(-1)!)}`,
  });

const unescaped = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Tags of routes whose answers follow from record and decisions alone. */
const KEPT: ReadonlySet<string> = new Set(['incidents', 'tolls', 'places', 'actors', 'sources']);

/** Windows that listen at a time. */
const MOST_LISTENERS = 200;

/** How long a listener hears nothing before a sign of life, in ms. */
const SIGN_OF_LIFE = 20_000;

/** The API over one case. */
export const createApi = (
  stage: Stage,
  { hosts, version, viewer, slip, seen, operations }: ApiOptions,
): OpenAPIHono => {
  const app = new OpenAPIHono();
  if (seen) app.use(seeing(seen));
  app.use(safeHeaders);
  if (operations) app.route('/', operations);
  app.use(fromHere(hosts));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500) slip?.(error);
    return problemResponse(problem);
  });
  app.notFound(() => problemResponse(NO_ROUTE));

  const kept = keptAnswers();
  const answer = async <O extends Operation>(operation: O, context: Context): Promise<Response> => {
    const route = routes[operation];
    const url = new URL(context.req.url);
    const asked = {
      params: checked(route.params, paramsOf(context, route.path), 'path'),
      query: checked(route.query, queryOf(url), 'query'),
      body: route.method === 'post' ? checked(route.body, await jsonOf(context.req.raw), 'body') : {},
    } as Parameters<Handler<O>>[0];
    const scene = stage.scene(await viewer(context.req.raw));
    if (route.method === 'post') await sawSubject(asked as never, scene, context.req.header('if-match'));
    const key = `${stage.tag()} ${JSON.stringify(scene.viewer)} ${url.pathname}${url.search}`;
    const isKept = KEPT.has(route.tag);
    const known = isKept ? kept.get(key) : undefined;
    const { body, tag } = known ?? sentOf(await (handlers[operation] as Handler<O>)(asked, scene));
    if (isKept && !known) kept.put(key, { body, tag });
    const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' };
    if (route.method === 'get' && isKnown(tag, context.req.header('if-none-match')))
      return new Response(null, { status: 304, headers });
    return new Response(body, {
      status: route.method === 'post' ? 201 : 200,
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    });
  };

  for (const [operation, route] of Object.entries(routes)) {
    const { method, path } = route;
    app.openAPIRegistry.registerPath(openApiRoute(operation, route));
    app.on(method.toUpperCase(), path, (context) => {
      context.set(OPERATION as never, operation as never);
      return answer(operation as Operation, context);
    });
  }

  app.get('/api/exports/:form/:file', async (context) => {
    const scene = stage.scene(await viewer(context.req.raw));
    const { form, file } = context.req.param();
    const content = (await filesOf(form, scene)).files.get(file);
    if (content === undefined) throw noSuch('file', file);
    return download(context, file, content);
  });

  app.get('/api/releases/:number/files/*', async (context) => {
    const scene = stage.scene(await viewer(context.req.raw));
    const { number } = context.req.param();
    const name = new URL(context.req.url).pathname.slice(`/api/releases/${number}/files/`.length);
    return download(context, name, await releaseFile(Number(number), unescaped(name), scene));
  });

  app.get('/api/events', async (context) => {
    const { view, book, viewer: who } = stage.scene(await viewer(context.req.raw));
    if (stage.hub.count() >= MOST_LISTENERS)
      return problemResponse({
        type: 'about:blank',
        status: 429,
        code: 'api/too-many',
        title: 'Too many listen already',
        detail: 'Close other windows of the workspace, and try again.',
      });
    if (who.mayDecide && book.writable) book.prepare();
    return streamSSE(context, async (stream) => {
      const write = (event: object) => void stream.writeSSE({ data: JSON.stringify(event) });
      const end = stage.hub.listen(write, () => void stream.close());
      stream.onAbort(end);
      write({ event: 'hello', revision: view.revision });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(SIGN_OF_LIFE);
        await stream.write(': here\n\n');
      }
      end();
    });
  });

  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Isnad', version, description: 'A case: reports, claims, incidents, and what people decided.' },
  });
  return app;
};

/** With `If-Match`, a decision is refused when its subject is no longer what its author saw. */
const sawSubject = async (
  { body, params }: { body: { about?: readonly string[] }; params: { id?: string } },
  scene: Scene,
  header: string | undefined,
): Promise<void> => {
  const subject = body.about?.[0] ?? params.id;
  if (header === undefined || subject === undefined) return;
  const tags = await Promise.all(
    (scene.viewer.mayName ? (['covered', 'shown'] as const) : (['covered'] as const)).map(async (names) => {
      const asked = { params: { id: subject }, query: { names }, body: {} };
      const { view, log } = scene;
      if (log.byId.has(subject)) return tagOf(JSON.stringify(await handlers.decision(asked, scene)));
      if (view.reports.has(subject)) return tagOf(JSON.stringify(await handlers.report(asked, scene)));
      const claim = view.claims.has(subject) ? tagOf(JSON.stringify(await handlers.claim(asked, scene))) : '';
      if (isAsSeen(claim, header)) return claim;
      return view.incidentOf(subject) ? tagOf(JSON.stringify(await handlers.incident(asked, scene))) : claim;
    }),
  );
  if (!tags.some((tag) => isAsSeen(tag, header)))
    throw changed('api/changed', 'This has changed since you saw it', 'Look at it anew and decide again.');
};
