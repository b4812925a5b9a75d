import type { CaseStages } from '@isnad/casework';
import type { Fetcher } from '@isnad/fetch';
import { openCase, type Stamp, shownCase } from '@isnad/store';
import { Failure } from '../failure.js';
import { dueAt, type Feed, feedsOf, forgetFeed, keepFeed, nameFeeds } from '../fetch/feeds.js';
import { fetchFor } from '../fetch/kept-fetch.js';
import { lookAt } from '../fetch/look.js';
import { forgetPages } from '../fetch/pages.js';
import type { Ending } from '../fetch/wait.js';
import { noteLines } from '../output/notes.js';
import type { Terminal } from '../terminal.js';

export interface WatchOptions {
  /** Minutes between two looks at a feed. */
  readonly every: number;
  readonly pages?: boolean;
  readonly once?: boolean;
  readonly forget?: readonly string[];
}

/** What watching needs of the program. */
export interface WatchStages {
  readonly caseStages: () => CaseStages;
  readonly stamp: () => Stamp;
  readonly fetcher: Fetcher | undefined;
  readonly ending: Ending;
}

/** Looks at every feed that is due, and gives the instant at which the next one is. */
const round = async (
  terminal: Terminal,
  { caseStages, stamp, fetcher, ending: { signal } }: WatchStages & { readonly fetcher: Fetcher },
  folder: string,
  isAll: boolean,
): Promise<number> => {
  const store = await openCase(folder);
  try {
    const fetch = fetchFor(fetcher, store, stamp);
    const now = () => Date.parse(stamp().at);
    const feeds = await feedsOf(store);
    for (const feed of feeds.filter((one) => isAll || dueAt(one) <= now())) {
      if (signal.aborted) break;
      const look = await lookAt(feed.url, feed.pages, { store, fetch, stages: caseStages(), stamp, signal });
      for (const { path, note } of look.remarks) terminal.err(noteLines(path, [note], 'warning'));
      if (look.remarks.some(({ note }) => note.severity === 'error')) terminal.fail();
      const pages = look.pages > 0 ? `, ${look.pages} pages fetched` : '';
      const left = look.left > 0 ? `, ${look.left} pages to be fetched later` : '';
      terminal.err(`isnad: ${feed.url}: ${look.reports} new reports${pages}${left}\n`);
      // A feed whose look was broken off is due again.
      if (signal.aborted) break;
      const seen: Feed = { ...feed, last: now(), failures: look.failed ? feed.failures + 1 : 0 };
      await keepFeed(store, seen);
    }
    return Math.min(...(await feedsOf(store)).map(dueAt));
  } finally {
    await store.close();
  }
};

/** `isnad watch`: looks at feeds again and again, and takes what is new into a case. */
export const watchCommand = async (
  terminal: Terminal,
  stages: WatchStages,
  folder: string,
  feeds: readonly string[],
  { every, pages = false, once = false, forget = [] }: WatchOptions,
): Promise<void> => {
  const { fetcher, stamp, ending } = stages;
  if (!fetcher) throw new Failure('cli/no-fetching', 'this program fetches nothing', 'Save the feed and add its file.');
  const store = await openCase(folder);
  try {
    for (const url of forget) {
      await forgetFeed(store, url);
      await forgetPages(store, url);
    }
    await nameFeeds(store, feeds, { every, pages });
    const count = (await feedsOf(store)).length;
    if (count === 0 && forget.length > 0) return;
    if (count === 0)
      throw new Failure(
        'cli/no-feeds',
        `${shownCase(folder)} watches no feed`,
        'Name the addresses of feeds behind the case.',
      );
  } finally {
    await store.close();
  }
  let next = await round(terminal, { ...stages, fetcher }, folder, once);
  while (!once && !ending.signal.aborted) {
    await ending.wait(Math.max(1000, next - Date.parse(stamp().at)));
    if (!ending.signal.aborted) next = await round(terminal, { ...stages, fetcher }, folder, false);
  }
};
