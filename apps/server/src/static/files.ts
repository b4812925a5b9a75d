import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';

export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The file of a folder that a path means; null when it is none, a hidden one, or leads out of the folder. */
export const fileFor = (folder: string, pathname: string): string | null => {
  let wanted: string;
  try {
    wanted = decodeURIComponent(pathname);
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

export interface Sending {
  /** Content-Security-Policy, by the content of a page; empty for anything else. */
  readonly policy: (html: string) => string;
  readonly cache: string;
}

/** Sends a file. */
export const sendFile = (context: Context, file: string, { policy, cache }: Sending): Response => {
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  context.header('Content-Type', type);
  context.header('Cache-Control', cache);
  if (type.startsWith('text/html')) {
    const html = readFileSync(file, 'utf8');
    context.header('Content-Security-Policy', policy(html));
    return context.body(html);
  }
  context.header('Content-Length', String(statSync(file).size));
  context.header('Content-Security-Policy', policy(''));
  if (context.req.method === 'HEAD') return context.body(null);
  return context.body(Readable.toWeb(createReadStream(file)) as ReadableStream);
};
