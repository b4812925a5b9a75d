import { createHash } from 'node:crypto';

const isOneOf = (tag: string, header: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);

/** Whether a client has this answer already (`If-None-Match`). */
export const isKnown = (tag: string, header: string | undefined): boolean =>
  header !== undefined && isOneOf(tag, header);

/** Whether a client saw the subject as it now is (`If-Match`); without the header it is not asked. */
export const isAsSeen = (tag: string, header: string | undefined): boolean =>
  header === undefined || isOneOf(tag, header);

/** ETag of an answer by what is in it. */
export const tagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 24)}"`;
