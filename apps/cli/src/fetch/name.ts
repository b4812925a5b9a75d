import { createHash } from 'node:crypto';

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'application/rss+xml': '.xml',
  'application/atom+xml': '.xml',
  'application/xml': '.xml',
  'text/xml': '.xml',
  'application/pdf': '.pdf',
  'application/json': '.json',
  'application/feed+json': '.json',
  'application/zip': '.zip',
  'text/csv': '.csv',
  'text/plain': '.txt',
};

/** Controls, and marks that turn the order of letters, have no place in a name. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LONGEST = 180;

const readable = (pathname: string): string => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
};

/**
 * The name under which what lies behind an address stands in a case: host and path, the query as a hash, and an ending that
 * says what the host says it is. The same address always has the same name.
 */
export const nameOfAddress = (address: string, contentType: string | null): string => {
  const url = new URL(address);
  const path = readable(url.pathname)
    .replace(HIDDEN, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .slice(0, LONGEST);
  const query = url.search === '' ? '' : `~${createHash('sha256').update(url.search).digest('hex').slice(0, 8)}`;
  const ending = ENDINGS[(contentType ?? '').split(';')[0]!.trim().toLowerCase()] ?? '';
  const base = path === '' ? 'index' : path;
  const has = ending !== '' && base.toLowerCase().endsWith(ending);
  const stem = has ? base.slice(0, -ending.length) : base;
  return `${url.host.replace(':', '_')}/${stem}${query}${ending}`;
};
