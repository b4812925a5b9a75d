import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { safeHeaders } from '../security/headers.js';
import { fromHere } from '../security/origin.js';
import { fileFor, sendFile } from './files.js';

/** Nothing but the page's own scripts runs: each is named by its hash. */
export const policyFor = (html: string): string => {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.length > 0 ? scripts.join(' ') : "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

/** Shows the files of a built folder below `prefix` (`/dossier`, or nothing). */
export const showFolder = (context: Context, folder: string, prefix: string): Response => {
  const { method, url } = context.req;
  if (method !== 'GET' && method !== 'HEAD')
    return context.text('This server only shows files.\n', 405, { Allow: 'GET, HEAD' });
  const file = fileFor(folder, new URL(url).pathname.slice(prefix.length));
  return file === null
    ? context.text('There is no such file here.\n', 404)
    : sendFile(context, file, { policy: policyFor, cache: 'no-store' });
};

/**
 * A read-only site over one folder.
 * @param folder real path of a built folder
 * @param hosts names under which the site may be asked for
 */
export const createSite = (folder: string, hosts: readonly string[]): Hono => {
  const site = new Hono();
  site.use(safeHeaders);
  site.use(fromHere(hosts));
  site.all('*', (context) => showFolder(context, folder, ''));
  return site;
};
