import { Refused } from './refused.js';

/** Bytes of a request that are read at most. */
export const MOST_BYTES = 1_000_000;

const tooLarge = () =>
  new Refused({
    type: 'about:blank',
    status: 413,
    code: 'api/too-large',
    title: 'The request is too large',
    detail: `At most ${MOST_BYTES} bytes are read; divide it.`,
  });

const bytesOf = async (request: Request): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const bad = (status: number, code: string, title: string, detail: string) =>
  new Refused({ type: 'about:blank', status, code, title, detail });

/** JSON nested deeper than this is no request of this API, and would be work for nothing. */
const DEEPEST = 32;

const isDeeper = (value: unknown, left: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((one) => isDeeper(one, left - 1)));

/** A zero byte is no letter of any text, and databases refuse it. */
const holdsZero = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, one]) => key.includes('\0') || holdsZero(one));

/**
 * The JSON of a request. Anything but `application/json` is refused: a form of another site cannot send that without
 * asking first.
 */
export const jsonOf = async (request: Request): Promise<unknown> => {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type!.trim().toLowerCase() !== 'application/json')
    throw bad(415, 'api/not-json', 'The request is not JSON', 'Send it as application/json.');
  const text = new TextDecoder().decode(await bytesOf(request));
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw bad(400, 'api/not-json', 'The request is no JSON', 'Send one JSON object in UTF-8.');
  }
  if (isDeeper(found, DEEPEST))
    throw bad(400, 'api/bad-request', 'The request is nested too deeply', `Nest at most ${DEEPEST} levels.`);
  if (holdsZero(found)) throw bad(400, 'api/bad-request', 'The request holds a zero byte', 'Send text without it.');
  return found;
};
