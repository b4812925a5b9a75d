import type { Store } from '@isnad/store';

/** A page that an entry of a feed leads to, and that was not fetched yet. */
export interface Awaited {
  readonly url: string;
  /** How many times it was asked for in vain. */
  readonly failures: number;
  /** Before this it is not asked for again, milliseconds since 1970. */
  readonly due: number;
}

const PREFIX = 'pages:';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A page that failed so often, over a week or so, is given up. */
const MOST_FAILURES = 14;

/** The pages that a feed has led to and that are still to be fetched, in the order in which they were seen. */
export const awaitedPages = async (store: Store, feed: string): Promise<readonly Awaited[]> =>
  ((await store.shelf.get(PREFIX + feed)) as readonly Awaited[] | null | undefined) ?? [];

const keep = (store: Store, feed: string, pages: readonly Awaited[]): Promise<void> =>
  store.shelf.put(PREFIX + feed, pages.length > 0 ? pages : null);

/** Pages that a feed leads to, kept before the feed itself counts as taken in: a kill loses none. */
export const awaitPages = async (store: Store, feed: string, urls: readonly string[]): Promise<void> => {
  const awaited = await awaitedPages(store, feed);
  const known = new Set(awaited.map(({ url }) => url));
  const fresh = [...new Set(urls)].filter((url) => !known.has(url));
  if (fresh.length > 0) await keep(store, feed, [...awaited, ...fresh.map((url) => ({ url, failures: 0, due: 0 }))]);
};

/** A page that need not be fetched any more. */
export const pageFetched = async (store: Store, feed: string, url: string): Promise<void> =>
  keep(
    store,
    feed,
    (await awaitedPages(store, feed)).filter((page) => page.url !== url),
  );

/** A page that could not be fetched is asked for less and less, down to once a day; true when it is given up. */
export const pageFailed = async (store: Store, feed: string, url: string, now: number): Promise<boolean> => {
  const failures = 1 + ((await awaitedPages(store, feed)).find((page) => page.url === url)?.failures ?? 0);
  if (failures >= MOST_FAILURES) {
    await pageFetched(store, feed, url);
    return true;
  }
  const due = now + Math.min(DAY, 15 * MINUTE * 2 ** (failures - 1));
  const pages = await awaitedPages(store, feed);
  await keep(
    store,
    feed,
    pages.map((page) => (page.url === url ? { url, failures, due } : page)),
  );
  return false;
};

/** What a feed that is watched no longer led to. */
export const forgetPages = (store: Store, feed: string): Promise<void> => keep(store, feed, []);
