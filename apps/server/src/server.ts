import type { Hono } from 'hono';
import { type ApiOptions, createApi } from './http/app.js';
import { NO_ROUTE, problemResponse } from './http/problems.js';
import type { Stage } from './live/stage.js';
import { showFolder } from './static/site.js';
import { showWorkspace } from './static/workspace.js';

export interface ServerOptions extends ApiOptions {
  /** Real path of the built workspace; without it the dossier stands in its place. */
  readonly workspace: string | null;
  /** Real path of a built folder, shown below /dossier/. */
  readonly dossier: string | null;
}

/** Everything that `isnad serve` shows: the API, the workspace, the dossier. */
export const createServer = (stage: Stage, { workspace, dossier, ...options }: ServerOptions): Hono => {
  const app = createApi(stage, options) as Hono;
  if (dossier !== null) {
    app.get('/dossier', (context) => context.redirect('/dossier/'));
    app.all('/dossier/*', (context) => showFolder(context, dossier, '/dossier'));
  }
  app.all('/api/*', () => problemResponse(NO_ROUTE));
  if (workspace !== null) app.get('*', (context) => showWorkspace(context, workspace));
  else if (dossier !== null) app.all('*', (context) => showFolder(context, dossier, ''));
  return app;
};
