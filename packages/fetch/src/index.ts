/** What lies behind an address of the web, fetched politely and safely; nothing that was not asked for. */
export { type Before, createFetcher, type Fetched, type Fetcher, type FetcherOptions } from './fetcher.js';
export { defaultLimits, type FetchLimits } from './limits.js';
export { isPublic, type NamedHosts, type Resolve } from './public-address.js';
export type { Time } from './rates.js';
