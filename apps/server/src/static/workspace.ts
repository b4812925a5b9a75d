import path from 'node:path';
import type { Context } from 'hono';
import { WORKSPACE_POLICY } from '../security/headers.js';
import { fileFor, sendFile, TYPES } from './files.js';

const policy = (): string => WORKSPACE_POLICY;

/**
 * Shows the workspace: its files, and its one page for every address that is none of a file, because the workspace keeps
 * its screens and filters in the address. What is below /assets has its content's hash in its name and is kept.
 */
export const showWorkspace = (context: Context, folder: string, base: string): Response => {
  const pathname = new URL(context.req.url).pathname.slice(base.length);
  const file = fileFor(folder, pathname);
  // Ids in an address may hold dots (/places/sy.hajin), so that not every dot begins the ending of a file.
  const isFile = pathname.startsWith('/assets/') || path.extname(pathname) in TYPES;
  if (file === null && isFile) return context.text('There is no such file here.\n', 404);
  const cache = file !== null && pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return sendFile(context, file ?? path.join(folder, 'index.html'), { policy, cache });
};
