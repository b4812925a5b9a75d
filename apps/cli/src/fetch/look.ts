import { isReport } from '@isnad/archive';
import { type CaseStages, takeIn } from '@isnad/casework';
import type { Note } from '@isnad/model';
import type { Stamp, Store } from '@isnad/store';
import type { Fetch } from '../case/given-files.js';
import { arrivalsOf } from '../disk/documents.js';
import { rememberedOf } from './kept-fetch.js';

/** Most pages that one look at a feed fetches; the rest comes with the next. */
const MOST_PAGES = 200;

/** What a look at a feed brought. */
export interface Look {
  readonly reports: number;
  readonly pages: number;
  readonly remarks: readonly { readonly path: string; readonly note: Note }[];
  /** The feed itself could not be fetched. */
  readonly failed: boolean;
}

export interface Looking {
  readonly store: Store;
  readonly fetch: Fetch;
  readonly stages: CaseStages;
  readonly stamp: () => Stamp;
}

/** Takes in what is behind an address, and gives the addresses that its reports have. */
const takeAddress = async (address: string, { store, fetch, stages, stamp }: Looking) => {
  const remarks: { path: string; note: Note }[] = [];
  const linked: string[] = [];
  let [reports, failed] = [0, false];
  for await (const found of fetch(address)) {
    if (!found.ok) {
      remarks.push(found);
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
          // What an entry says of its own address wins over that of the feed.
          for await (const arrival of arrivalsOf(kept, { given: {}, notes: [] }, true)) {
            const link = arrival.is === 'report' && isReport(arrival.document) ? arrival.document.given.url : undefined;
            if (link !== undefined) linked.push(link);
            yield arrival;
          }
        },
      },
      stages,
      stamp,
    );
    reports += taken.reports;
    remarks.push(...taken.remarks);
  }
  return { reports, remarks, linked, failed };
};

/** Looks at a feed: takes in its entries that are new, and the pages that these lead to where that was asked for. */
export const lookAt = async (url: string, pages: boolean, looking: Looking): Promise<Look> => {
  const feed = await takeAddress(url, looking);
  let [reports, fetched] = [feed.reports, 0];
  const remarks = [...feed.remarks];
  for (const link of pages ? new Set(feed.linked) : []) {
    if (fetched >= MOST_PAGES) break;
    if (link === url || (await rememberedOf(looking.store, link)) !== null) continue;
    fetched++;
    const page = await takeAddress(link, looking);
    reports += page.reports;
    remarks.push(...page.remarks);
  }
  return { reports, pages: fetched, remarks, failed: feed.failed };
};
