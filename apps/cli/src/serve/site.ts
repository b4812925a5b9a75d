import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Nothing but the page's own scripts runs: each is named by its hash. */
const policyFor = (html: string): string => {
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

/** The file that a request means; null when it is none of the folder's, a hidden one, or leads out of it. */
const fileFor = (folder: string, url: string): string | null => {
  let wanted: string;
  try {
    wanted = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (wanted.includes('\0') || wanted.split('/').some((part) => part.startsWith('.'))) return null;
  const file = path.join(folder, wanted.endsWith('/') ? `${wanted}index.html` : wanted);
  try {
    const real = realpathSync(file);
    const inside = real.startsWith(folder + path.sep);
    return inside && statSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
};

const send = (context: Context, file: string): Response => {
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (type.startsWith('text/html')) {
    const html = readFileSync(file, 'utf8');
    return context.body(html, 200, { 'Content-Type': type, 'Content-Security-Policy': policyFor(html) });
  }
  context.header('Content-Type', type);
  context.header('Content-Length', String(statSync(file).size));
  context.header('Content-Security-Policy', policyFor(''));
  if (context.req.method === 'HEAD') return context.body(null);
  return context.body(Readable.toWeb(createReadStream(file)) as ReadableStream);
};

/** A name without its port: `[::1]:4750` → `[::1]`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * A read-only site over one folder. Requests for another host name are refused, so that no page of
 * another site can read the folder by rebinding its own name to this machine.
 * @param folder real path of a built folder
 * @param hosts names under which the site may be asked for
 */
export const createSite = (folder: string, hosts: readonly string[]): Hono => {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  const site = new Hono();
  site.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('X-Frame-Options', 'DENY');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
  });
  site.use(async (context, next) => {
    if (!known.has(hostName(context.req.header('host') ?? '')))
      return context.text('This server answers only to the name that it was started for.\n', 421);
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      return context.text('This server only shows files.\n', 405, { Allow: 'GET, HEAD' });
    return next();
  });
  site.get('*', (context) => {
    const file = fileFor(folder, context.req.url);
    return file === null ? context.text('There is no such file here.\n', 404) : send(context, file);
  });
  return site;
};
