import { eachPage } from '@isnad/casework';
import type { Store } from '@isnad/store';
import { Failure } from '../failure.js';
import { releasesOf } from './kept.js';

/** What is wrong with a release of a case. */
export interface ReleaseFault {
  readonly code: 'release/changed' | 'release/no-release' | 'release/not-logged';
  readonly message: string;
}

/** The manifests that the custody log names, by number of the release: one that is made again somewhere else is named again. */
const loggedManifests = async (store: Store): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const logged = new Map<string, Set<string>>();
  const custody = (page: { readonly after: number; readonly limit: number }) =>
    store.custody.list(page).then((entries) => entries.map((entry) => ({ ...entry, key: entry.number })));
  for await (const { what, subject, output } of eachPage(custody)) {
    if (what !== 'release' || output === null) continue;
    const manifests = logged.get(subject) ?? new Set();
    logged.set(subject, manifests.add(output));
  }
  return logged;
};

/** Releases that lie with a case, each held against its manifest and against the custody log. Those kept elsewhere are not asked for. */
export const releaseFaults = async (folder: string, store: Store): Promise<readonly ReleaseFault[]> => {
  const releases = releasesOf(folder, store);
  const logged = await loggedManifests(store);
  const faults: ReleaseFault[] = [];
  for (const number of await releases.numbers()) {
    try {
      const { manifest, folder: where } = await releases.open(number);
      if (!logged.get(`release:${number}`)?.has(`sha256:${manifest}`))
        faults.push({
          code: 'release/not-logged',
          message: `The custody log knows nothing of the release in ${where} as it is. Put the one back that was published, or take this one away.`,
        });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push({ code: error.code as ReleaseFault['code'], message: error.message });
    }
  }
  return faults;
};
