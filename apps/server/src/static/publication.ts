import path from 'node:path';
import type { Context } from 'hono';
import { awaitedIn } from '../case/entries.js';
import { bytesOf } from '../http/bytes.js';
import type { Stage } from '../live/stage.js';
import type { Viewer } from '../security/viewer.js';
import { TYPES } from './files.js';
import { policyFor } from './site.js';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** The working record holds names; what is shown here is what may be published. */
const WORKING = new Set(['record.json', 'claims.ndjson']);

/** Shows what would be published of a kept case today, below /dossier/; made anew when the record or the day changes. */
export const showPublication = async (
  context: Context,
  stage: Stage,
  viewer: Viewer,
  base: string,
): Promise<Response> => {
  const { book, once, now } = stage.scene(viewer);
  const asOf = now().slice(0, 10);
  const kept = once('publications', () => new Map<string, Promise<Files | null>>());
  const files = await awaitedIn(kept, asOf, 1, () => book.publication(asOf));
  const name = new URL(context.req.url).pathname.slice(`${base}/dossier/`.length) || 'index.html';
  const content = WORKING.has(name) ? undefined : files?.get(name);
  if (content === undefined) return context.text('There is no such file here.\n', 404);
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  const page = type.startsWith('text/html') && typeof content === 'string' ? content : '';
  return context.body(bytesOf(content), 200, { 'Content-Type': type, 'Content-Security-Policy': policyFor(page) });
};
