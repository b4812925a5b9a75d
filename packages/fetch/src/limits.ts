/** How far fetching goes before it gives up. */
export interface FetchLimits {
  /** Most bytes of a body, as it travels and unpacked. */
  readonly bytes: number;
  /** Most bytes of the headers of an answer. */
  readonly headerBytes: number;
  /** How many times its packed size a body may unpack to, beyond the first `unpackedFreely` bytes. */
  readonly ratio: number;
  readonly unpackedFreely: number;
  /** Longest time for one address from the first packet to the last byte, redirects included, in milliseconds. */
  readonly totalMs: number;
  /** Longest silence in it, in milliseconds. */
  readonly silenceMs: number;
  readonly redirects: number;
  /** Most bytes of a robots.txt that are read; what is beyond is cut off, as RFC 9309 allows. */
  readonly robotsBytes: number;
  /** Time between two requests to one host, in milliseconds. */
  readonly pauseMs: number;
  /** Longest pause that a site may ask for and be waited for, in milliseconds; who asks for a longer rest is not asked before. */
  readonly longestPauseMs: number;
}

export const defaultLimits: FetchLimits = {
  bytes: 64 * 1024 * 1024,
  headerBytes: 32 * 1024,
  ratio: 100,
  unpackedFreely: 1024 * 1024,
  totalMs: 120_000,
  silenceMs: 30_000,
  redirects: 5,
  robotsBytes: 512 * 1024,
  pauseMs: 2000,
  longestPauseMs: 60_000,
};
