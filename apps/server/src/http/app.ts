import { OpenAPIHono } from '@hono/zod-openapi';
import { type Operation, openApiPlainRoute, openApiRoute, plainRoutes, routes, SECURITY } from '@isnad/api';
import { isAtLeast } from '@isnad/model';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { getPath } from 'hono/utils/url';
import { handlers } from '../handlers.js';
import type { Stage } from '../live/stage.js';
import { isFor, type SeenRequest, seeing } from '../operations/seen.js';
import { filesOf } from '../resources/publishing.js';
import { releaseFile } from '../resources/releases.js';
import { safeHeaders } from '../security/headers.js';
import { fromHere } from '../security/origin.js';
import { guard, mayName, type Viewer } from '../security/viewer.js';
import { jsonOf } from './body.js';
import { bytesOf } from './bytes.js';
import { checked, queryOf } from './check.js';
import type { Handler, Scene } from './handler.js';
import { keptAnswers, sentOf } from './kept-answers.js';
import { headersOf, NO_ROUTE, problemOf, problemResponse } from './problems.js';
import { changed, noSuch } from './refused.js';
import { isAsSeen, isKnown, tagOf } from './tags.js';

export interface ApiOptions {
  /** Names under which the server may be asked for, without port. */
  readonly hosts: readonly string[];
  readonly version: string;
  /** Who asks; refused by what it throws. */
  readonly viewer: (request: Request) => Viewer | Promise<Viewer>;
  /** What stands before every address: `/cases/NAME`; nothing for a case that is served alone. */
  readonly base?: string;
  /** Called before something is written, and again when that failed. What throws here keeps it from being written. */
  readonly writes?: (write: Write) => Promise<void>;
  /** How long a listener hears nothing before a sign of life, and before it is asked again who listens, ms. */
  readonly signOfLife?: number;
  /** Told of slips of the program. */
  readonly slip?: (error: unknown) => void;
  /** Told of every request once it is answered. */
  readonly seen?: (request: SeenRequest) => void;
  /** Answered before it is asked who is there and under which name: health and metrics. */
  readonly operations?: Hono;
}

/** Something that is about to be written, or could not be. */
export interface Write {
  readonly operation: Operation;
  readonly viewer: Viewer;
  /** What kind of decision, and the ids that it is about: never its words. */
  readonly kind: string | null;
  readonly about: readonly string[];
  readonly failed: boolean;
}

const writeOf = (
  operation: Operation,
  { params, body }: { readonly params: { readonly id?: string }; readonly body: Readonly<Record<string, unknown>> },
  viewer: Viewer,
): Omit<Write, 'failed'> => {
  const about = (body['about'] as readonly string[] | undefined) ?? (params.id === undefined ? [] : [params.id]);
  return { operation, viewer, kind: (body['kind'] as string | undefined) ?? null, about };
};

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

/** A pause that keeps no process from ending. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** The API over one case. */
export const createApi = (
  stage: Stage,
  { hosts, version, viewer, slip, seen, operations, writes, base = '', signOfLife = SIGN_OF_LIFE }: ApiOptions,
): OpenAPIHono => {
  const app = new OpenAPIHono({ getPath: (request) => getPath(request).slice(base.length) });
  if (seen) app.use(seeing(seen));
  app.use(safeHeaders);
  if (operations) app.route('/', operations);
  app.use(fromHere(hosts));
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status >= 500) slip?.(error);
    return problemResponse(problem, headersOf(problem));
  });
  app.notFound(() => problemResponse(NO_ROUTE));

  /** The scene for whoever asks for a file or a stream. */
  const sceneOf = async (context: Context, route: keyof typeof plainRoutes): Promise<Scene> => {
    isFor(context.req.raw, route);
    const who = await viewer(context.req.raw);
    guard(who, plainRoutes[route].role);
    return stage.scene(who);
  };
  const stillMay = (context: Context): Promise<boolean> =>
    sceneOf(context, 'events').then(
      () => true,
      () => false,
    );
  const written = async <T>(write: Omit<Write, 'failed'>, keep: () => T | Promise<T>): Promise<T> => {
    await writes?.({ ...write, failed: false });
    try {
      return await keep();
    } catch (error) {
      await writes?.({ ...write, failed: true });
      throw error;
    }
  };
  const kept = keptAnswers();
  const answer = async <O extends Operation>(operation: O, context: Context): Promise<Response> => {
    const route = routes[operation];
    const url = new URL(context.req.url);
    const who = await viewer(context.req.raw);
    guard(who, route.role);
    const asked = {
      params: checked(route.params, paramsOf(context, route.path), 'path'),
      query: checked(route.query, queryOf(url), 'query'),
      body: route.method === 'post' ? checked(route.body, await jsonOf(context.req.raw), 'body') : {},
    } as Parameters<Handler<O>>[0];
    const scene = stage.scene(who);
    if (route.method === 'post') await sawSubject(asked as never, scene, context.req.header('if-match'));
    const key = `${stage.tag()} ${who.role} ${url.pathname}${url.search}`;
    const isKept = KEPT.has(route.tag);
    const known = isKept ? kept.get(key) : undefined;
    const made = () => (handlers[operation] as Handler<O>)(asked, scene);
    const { body, tag } =
      known ??
      sentOf(await (route.method === 'post' ? written(writeOf(operation, asked as never, who), made) : made()));
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
      isFor(context.req.raw, operation);
      return answer(operation as Operation, context);
    });
  }

  for (const [operation, route] of Object.entries(plainRoutes))
    app.openAPIRegistry.registerPath(openApiPlainRoute(operation, route));
  for (const [name, scheme] of Object.entries(SECURITY))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);

  app.get(plainRoutes.exportFile.path, async (context) => {
    const scene = await sceneOf(context, 'exportFile');
    const { form, file } = context.req.param();
    const content = (await filesOf(form, scene)).files.get(file);
    if (content === undefined) throw noSuch('file', file);
    return download(context, file, content);
  });

  app.get(plainRoutes.releaseFile.path, async (context) => {
    const scene = await sceneOf(context, 'releaseFile');
    const { number } = context.req.param();
    const name = new URL(context.req.url).pathname.slice(`${base}/api/releases/${number}/files/`.length);
    return download(context, name, await releaseFile(Number(number), unescaped(name), scene));
  });

  app.get(plainRoutes.events.path, async (context) => {
    const { view, book, viewer: who } = await sceneOf(context, 'events');
    if (stage.hub.count() >= MOST_LISTENERS)
      return problemResponse({
        type: 'about:blank',
        status: 429,
        code: 'api/too-many',
        title: 'Too many listen already',
        detail: 'Close other windows of the workspace, and try again.',
      });
    if (isAtLeast(who.role, routes.decide.role) && book.writable) book.prepare();
    return streamSSE(context, async (stream) => {
      const write = (event: object) => void stream.writeSSE({ data: JSON.stringify(event) });
      const end = stage.hub.listen(write, () => void stream.close());
      stream.onAbort(end);
      write({ event: 'hello', revision: view.revision });
      while (!stream.aborted && !stream.closed) {
        await pause(signOfLife);
        // Whoever was signed out, or lost the role, hears nothing more.
        if (!(await stillMay(context))) break;
        await stream.write(': here\n\n');
      }
      end();
      await stream.close();
    });
  });

  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    servers: [{ url: base === '' ? '/' : base }],
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
    (mayName(scene.viewer) ? (['covered', 'shown'] as const) : (['covered'] as const)).map(async (names) => {
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
