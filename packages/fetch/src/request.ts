import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { FetchLimits } from './limits.js';
import { asRefusal, ended, Refusal } from './refusal.js';
import { unpacked } from './unpack.js';

/** One request to one checked address. */
export interface Exchange {
  readonly url: URL;
  /** IP address to connect to. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  /** Instant (milliseconds since 1970) by which all must be done. */
  readonly until: number;
  readonly now: () => number;
  /** What is beyond the most bytes is cut off instead of refused. */
  readonly cut?: boolean;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Empty unless the status is 2xx. */
  readonly body: Uint8Array;
}

const tooSlow = () => new Refusal('fetch/too-slow', 'The host sends too slowly, so it was given up. Try again later.');

const bodyOf = async (answer: IncomingMessage, { limits, cut }: Exchange): Promise<Uint8Array> => {
  const length = answer.headers['content-length'];
  const most = limits.bytes;
  if (length !== undefined && Number(length) > most && !cut)
    throw new Refusal('fetch/too-big', `The page weighs ${length} bytes, more than the ${most} that are fetched.`);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpacked(answer, answer.headers['content-encoding'], limits)) {
    pieces.push(piece);
    size += piece.length;
    if (size <= most) continue;
    if (cut) break;
    throw new Refusal('fetch/too-big', `The page is longer than the ${most} bytes that are fetched.`);
  }
  const whole = Buffer.concat(pieces).subarray(0, most);
  if (!cut && !answer.complete) throw new Refusal('fetch/torn', 'The answer ends before its end. Try again later.');
  return whole;
};

/** Asks once, and follows nothing. Throws a refusal. */
export const exchange = (asked: Exchange): Promise<Answer> => {
  const { url, address, headers, limits, until, now, signal } = asked;
  const secure = url.protocol === 'https:';
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    let settled = false;
    const request = (secure ? https : http).request({
      host: address,
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { host: url.host, ...headers },
      agent: false,
      maxHeaderSize: limits.headerBytes,
      insecureHTTPParser: false,
      ...(secure ? { servername: isIP(hostname) ? '' : hostname, rejectUnauthorized: true } : {}),
    });
    const end = (error: unknown) => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      request.destroy();
      reject(asRefusal(error));
    };
    const stop = () => end(ended());
    const deadline = setTimeout(() => end(tooSlow()), Math.max(0, until - now()));
    signal?.addEventListener('abort', stop);
    request.setTimeout(limits.silenceMs, () => end(tooSlow()));
    request.on('error', end);
    request.on('response', (answer) => {
      // Whatever happens on the wire once the body is being read shows there.
      answer.on('error', () => undefined);
      const status = answer.statusCode ?? 0;
      const wanted = status >= 200 && status < 300;
      (wanted ? bodyOf(answer, asked) : Promise.resolve(new Uint8Array())).then((body) => {
        if (settled) return;
        settled = true;
        clearTimeout(deadline);
        signal?.removeEventListener('abort', stop);
        request.destroy();
        resolve({ status, headers: answer.headers, body });
      }, end);
    });
    request.end();
  });
};
