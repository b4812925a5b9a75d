import type { Hono } from 'hono';
import { type ApiOptions, createApi } from './http/app.js';
import { NO_ROUTE, problemResponse } from './http/problems.js';
import type { Stage } from './live/stage.js';
import { showPublication } from './static/publication.js';
import { showFolder } from './static/site.js';
import { showWorkspace } from './static/workspace.js';

export interface ServerOptions extends ApiOptions {
  /** Real path of the built workspace; without it the dossier stands in its place. */
  readonly workspace: string | null;
  /** Real path of a built folder, shown below /dossier/; without it what would be published of the case. */
  readonly dossier: string | null;
}

/** Everything that `isnad serve` shows: the API, the workspace, the dossier. */
export const createServer = (stage: Stage, { workspace, dossier, ...options }: ServerOptions): Hono => {
  const app = createApi(stage, options) as Hono;
  app.all('/api/*', () => problemResponse(NO_ROUTE));
  const { base = '' } = options;
  const home = `${base}/dossier/`;
  app.get('/dossier', (context) => context.redirect(home));
  app.all('/dossier/*', async (context) =>
    dossier === null
      ? showPublication(context, stage, await options.viewer(context.req.raw), base)
      : showFolder(context, dossier, '/dossier'),
  );
  if (workspace !== null) app.get('*', (context) => showWorkspace(context, workspace, base));
  else if (dossier !== null) app.all('*', (context) => showFolder(context, dossier, ''));
  else app.get('/', (context) => context.redirect(home));
  return app;
};
