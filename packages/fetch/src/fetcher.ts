import type { Note } from '@isnad/model';
import { webAddress } from './address.js';
import { defaultLimits, type FetchLimits } from './limits.js';
import { checkedAddresses, type NamedHosts, type Resolve, systemResolve } from './public-address.js';
import { Rates, realTime, type Time } from './rates.js';
import { asRefusal, ended, Refusal } from './refusal.js';
import { type Answer, exchange } from './request.js';
import { ROBOT, RobotRules } from './robots.js';

/** What an earlier answer said of itself, so that it need not be sent again. */
export interface Before {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What lies behind an address, that it has not changed, or why it was not fetched. */
export type Fetched =
  | {
      readonly is: 'fetched';
      /** The address that answered, after redirects. */
      readonly url: string;
      readonly body: Uint8Array;
      /** As the host says. */
      readonly contentType: string | null;
      readonly before: Before;
      /** Addresses on the way. */
      readonly redirects: readonly string[];
    }
  | { readonly is: 'unchanged'; readonly url: string }
  | { readonly is: 'refused'; readonly url: string; readonly note: Note };

export interface FetcherOptions {
  readonly version: string;
  /** Where those can write who run the sites: told with each request. */
  readonly contact?: string;
  /** Hosts that may be private because a person named them. */
  readonly named?: NamedHosts;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
  readonly time?: Time;
  /** Ends what is under way, and refuses what is asked for afterwards (`fetch/ended`). */
  readonly signal?: AbortSignal;
}

/** Fetches addresses, one after the other, and nothing but these. Never throws for what a host does. */
export interface Fetcher {
  readonly fetch: (address: string, before?: Before) => Promise<Fetched>;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Most connections that are tried for one request. */
const TRIES = 3;

const one = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];

/** Until when an address is waited for, milliseconds since 1970. */
interface Span {
  until: number;
}

/** How long a host asks to be left alone, in milliseconds; null where it does not say. */
const retryAfter = (answer: Answer, now: number): number | null => {
  const said = one(answer.headers['retry-after']);
  if (said === undefined) return null;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : null;
};

const refuseStatus = (answer: Answer, now: number): Refusal => {
  const { status } = answer;
  if (status === 429 || status === 503) {
    const wait = retryAfter(answer, now);
    const when = wait === null ? '' : ` It asks to wait ${Math.ceil(wait / 1000)} seconds.`;
    return new Refusal('fetch/try-later', `The host is busy (${status}).${when} Add the address again later.`);
  }
  return new Refusal('fetch/status', `The host answers ${status} and no page. Look at the address in a browser.`);
};

/** Makes a fetcher: the pauses and rules that it keeps hold for all that it is asked for. */
export const createFetcher = (options: FetcherOptions): Fetcher => {
  const { version, contact, named = new Set(), resolve = systemResolve, time = realTime, signal } = options;
  const limits: FetchLimits = { ...defaultLimits, ...options.limits };
  const rates = new Rates(time, limits.longestPauseMs);
  const robots = new RobotRules(time, limits);
  const agent = `${ROBOT}/${version}${contact === undefined ? '' : ` (${contact.replace(/[^\x20-\x7e]|[()]/g, '')})`}`;
  const headers = {
    'user-agent': agent,
    accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.8',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'ar, en;q=0.8',
  };

  /** One request to one address of a host, the next where it cannot be reached. */
  const askNow = async (
    url: URL,
    until: number,
    more: Readonly<Record<string, string>>,
    cut?: number,
  ): Promise<Answer> => {
    const addresses = await checkedAddresses(url, resolve, named);
    let last: Refusal | undefined;
    for (const address of addresses.slice(0, TRIES)) {
      try {
        return await exchange({
          url,
          address,
          headers: { ...headers, ...more },
          limits: cut === undefined ? limits : { ...limits, bytes: cut },
          until,
          now: time.now,
          ...(signal && { signal }),
          ...(cut === undefined ? {} : { cut: true }),
        });
      } catch (error) {
        last = asRefusal(error);
        if (last.note.code !== 'fetch/unreachable') throw last;
      }
    }
    throw last!;
  };

  /** One request when its host's turn has come; a host that says that it is busy is left alone from then on. */
  const ask = async (
    url: URL,
    span: Span,
    { pauseMs, more = {}, cut }: { pauseMs: number; more?: Readonly<Record<string, string>>; cut?: number },
  ): Promise<Answer> => {
    // What is spent waiting for a turn is none of the host's time.
    span.until += await rates.turn(url.host, pauseMs, signal);
    if (signal?.aborted) throw ended();
    const answer = await askNow(url, span.until, more, cut);
    const wait = answer.status < 400 ? null : retryAfter(answer, time.now());
    if (wait !== null) rates.hold(url.host, wait);
    return answer;
  };

  /** Where an answer sends on to, checked; null where it does not. */
  const nextOf = (url: URL, { status, headers: said }: Answer): URL | null => {
    const location = one(said.location);
    if (!REDIRECTS.has(status) || location === undefined) return null;
    const next = webAddress(location, url);
    if (url.protocol === 'https:' && next.protocol === 'http:')
      throw new Refusal(
        'fetch/redirects',
        `The page sends on from https to http (${next.host}), where anybody on the way could change it.`,
      );
    return next;
  };

  const tooMany = () =>
    new Refusal('fetch/redirects', `The page sends on more than ${limits.redirects} times. Look at it in a browser.`);

  /** The rules of a site; its robots.txt may itself be sent on. */
  const rulesOf = (url: URL, span: Span) =>
    robots.of(url, async (file) => {
      let at = file;
      for (let hop = 0; hop <= limits.redirects; hop++) {
        const answer = await ask(at, span, { pauseMs: limits.pauseMs, cut: limits.robotsBytes });
        const next = nextOf(at, answer);
        if (next === null) return answer;
        at = next;
      }
      throw tooMany();
    });

  const fetched = async (address: string, before: Before): Promise<Fetched> => {
    let url = webAddress(address);
    const redirects: string[] = [];
    const span: Span = { until: time.now() + limits.totalMs };
    const conditions = {
      ...(before.etag === undefined ? {} : { 'if-none-match': before.etag }),
      ...(before.lastModified === undefined ? {} : { 'if-modified-since': before.lastModified }),
    };
    for (;;) {
      const { allows, pauseMs } = await rulesOf(url, span);
      if (!allows(url))
        throw new Refusal(
          'fetch/robots',
          `The site's robots.txt asks programs not to fetch ${url.pathname}. Save the page by hand if you may.`,
        );
      const answer = await ask(url, span, { pauseMs: pauseMs ?? limits.pauseMs, more: conditions });
      if (answer.status === 304) return { is: 'unchanged', url: url.href };
      const next = nextOf(url, answer);
      if (next !== null) {
        redirects.push(url.href);
        if (redirects.length > limits.redirects) throw tooMany();
        url = next;
        continue;
      }
      if (answer.status < 200 || answer.status >= 300) throw refuseStatus(answer, time.now());
      if (answer.body.length === 0)
        throw new Refusal('fetch/empty', 'The host answers with an empty page. Try again later.');
      const [etag, lastModified] = [one(answer.headers.etag), one(answer.headers['last-modified'])];
      return {
        is: 'fetched',
        url: url.href,
        body: answer.body,
        contentType: one(answer.headers['content-type']) ?? null,
        before: {
          ...(etag === undefined ? {} : { etag }),
          ...(lastModified === undefined ? {} : { lastModified }),
        },
        redirects,
      };
    }
  };

  return {
    fetch: async (address, before = {}) => {
      try {
        return await fetched(address, before);
      } catch (error) {
        return { is: 'refused', url: address, note: asRefusal(error).note };
      }
    },
  };
};
