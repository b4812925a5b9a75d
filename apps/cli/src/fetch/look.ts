import { isReport } from '@isnad/archive';
import { type CaseStages, takeIn } from '@isnad/casework';
import { type Note, note } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import type { Fetch } from '../case/given-files.js';
import { arrivalsOf } from '../disk/documents.js';
import { rememberedOf } from './kept-fetch.js';
import { awaitedPages, awaitPages, pageFailed, pageFetched } from './pages.js';

/** Most pages that one look at a feed fetches; the rest comes with the next. */
const MOST_PAGES = 200;

/** What a look at a feed brought. */
export interface Look {
  readonly reports: number;
  readonly pages: number;
  /** Pages that it leads to and that are still to be fetched. */
  readonly left: number;
  readonly remarks: readonly { readonly path: string; readonly note: Note }[];
  /** The feed itself could not be fetched. */
  readonly failed: boolean;
}

export interface Looking {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly stages: CaseStages;
  readonly stamp: () => Stamp;
  readonly signal: AbortSignal;
}

/** Takes in what is behind an address; `leads` gets the addresses that its reports have before it counts as taken in. */
const takeAddress = async (
  address: string,
  { store, fetch, stages, stamp }: Looking,
  leads: (urls: readonly string[]) => Promise<void>,
) => {
  const remarks: { path: string; note: Note }[] = [];
  let [reports, failed] = [0, false];
  for await (const found of fetch(address)) {
    if (!found.ok) {
      // Nothing is wrong with what was broken off because the program ends.
      if (found.note.code !== 'fetch/ended') remarks.push(found);
      failed = true;
      continue;
    }
    const { name, source, url, given } = found;
    const taken = await takeIn(
      store,
      {
        name,
        source,
        url,
        given,
        arrivals: async function* (kept) {
          const linked: string[] = [];
          // What an entry says of its own address wins over that of the feed.
          for await (const arrival of arrivalsOf(kept, { given: {}, notes: [] }, true)) {
            const link = arrival.is === 'report' && isReport(arrival.document) ? arrival.document.given.url : undefined;
            if (link !== undefined) linked.push(link);
            yield arrival;
          }
          await leads(linked);
        },
      },
      stages,
      stamp,
    );
    reports += taken.reports;
    remarks.push(...taken.remarks);
  }
  return { reports, remarks, failed };
};

/** What is wrong with a host, and so with its other pages as well. */
const OF_HOST = /^fetch\/(?:try-later|robots-unknown|unreachable|no-host|too-slow|tls|private-address)$/;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

const GIVEN_UP = note(
  'fetch/given-up',
  'warning',
  'The page that an entry leads to was asked for in vain for a week or more, and is not any more. Add its address yourself when it is there again.',
);

/** Fetches the pages that a feed has led to and that are still to be fetched, as many as one look fetches. */
const fetchPages = async (feed: string, looking: Looking) => {
  const { store, stamp, signal } = looking;
  const now = () => Date.parse(stamp().at);
  const remarks: { path: string; note: Note }[] = [];
  const resting = new Set<string>();
  let [reports, pages] = [0, 0];
  for (const { url, due } of await awaitedPages(store, feed)) {
    if (signal.aborted || pages >= MOST_PAGES) break;
    if (due > now() || resting.has(hostOf(url))) continue;
    if (url === feed || (await rememberedOf(store, url)) !== null) {
      await pageFetched(store, feed, url);
      continue;
    }
    pages++;
    const page = await takeAddress(url, looking, async () => undefined);
    reports += page.reports;
    if (signal.aborted && page.failed) break;
    remarks.push(...page.remarks);
    if (!page.failed) await pageFetched(store, feed, url);
    else if (await pageFailed(store, feed, url, now())) remarks.push({ path: url, note: GIVEN_UP });
    if (page.failed && page.remarks.some(({ note: { code } }) => OF_HOST.test(code))) resting.add(hostOf(url));
  }
  return { reports, pages, remarks, left: (await awaitedPages(store, feed)).length };
};

/** Looks at a feed: takes in its entries that are new, and the pages that these lead to where that was asked for. */
export const lookAt = async (url: string, withPages: boolean, looking: Looking): Promise<Look> => {
  const feed = await takeAddress(url, looking, async (urls) => {
    if (withPages) await awaitPages(looking.store, url, urls);
  });
  if (!withPages || looking.signal.aborted)
    return { reports: feed.reports, pages: 0, left: 0, remarks: feed.remarks, failed: feed.failed };
  const { reports, pages, left, remarks } = await fetchPages(url, looking);
  return {
    reports: feed.reports + reports,
    pages,
    left,
    remarks: [...feed.remarks, ...remarks],
    failed: feed.failed,
  };
};
