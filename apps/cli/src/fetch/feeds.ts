import type { Store } from '@isnad/store';

/** A feed that a case watches. */
export interface Feed {
  readonly url: string;
  /** Minutes between two looks. */
  readonly every: number;
  /** Fetch the pages that its entries lead to as well. */
  readonly pages: boolean;
  /** When it was last looked at, milliseconds since 1970; null before the first time. */
  readonly last: number | null;
  /** How many looks in a row failed. */
  readonly failures: number;
}

const PREFIX = 'feed:';

/** A feed that fails is asked less and less, down to once a day. */
const LONGEST = 24 * 60;

/** When a feed is to be looked at next, milliseconds since 1970. */
export const dueAt = ({ last, every, failures }: Feed): number =>
  last === null ? 0 : last + Math.min(LONGEST, every * 2 ** failures) * 60_000;

export const feedsOf = async (store: Store): Promise<readonly Feed[]> =>
  (await store.shelf.list(PREFIX)).flatMap(([, feed]) => (feed === null ? [] : [feed as Feed]));

export const keepFeed = (store: Store, feed: Feed): Promise<void> => store.shelf.put(PREFIX + feed.url, feed);

/** Feeds that are newly named, or named with another rhythm; what is known of them stays. */
export const nameFeeds = async (
  store: Store,
  urls: readonly string[],
  how: Pick<Feed, 'every' | 'pages'>,
): Promise<void> => {
  const known = new Map((await feedsOf(store)).map((feed) => [feed.url, feed]));
  for (const url of urls) await keepFeed(store, { last: null, failures: 0, ...known.get(url), url, ...how });
};

/** A feed that is watched no longer; what it brought stays. */
export const forgetFeed = (store: Store, url: string): Promise<void> => store.shelf.put(PREFIX + url, null);
