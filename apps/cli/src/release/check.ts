import { existsSync } from 'node:fs';
import path from 'node:path';
import { eachPage } from '@isnad/casework';
import type { Store } from '@isnad/store';
import { Failure } from '../failure.js';
import { openRelease } from './folder.js';

/** What is wrong with a release of a case. */
export interface ReleaseFault {
  readonly code: 'release/changed' | 'release/no-release' | 'release/not-logged';
  readonly message: string;
}

/** Releases that lie with a case, each held against its manifest and against the custody log. Those kept elsewhere are not asked for. */
export const releaseFaults = async (folder: string, store: Store): Promise<readonly ReleaseFault[]> => {
  const logged = new Map<string, string | null>();
  const custody = (page: { readonly after: number; readonly limit: number }) =>
    store.custody.list(page).then((entries) => entries.map((entry) => ({ ...entry, key: entry.number })));
  for await (const { what, subject, output } of eachPage(custody)) if (what === 'release') logged.set(subject, output);
  const faults: ReleaseFault[] = [];
  for (const [subject, output] of logged) {
    const where = path.join(folder, 'releases', subject.replace(/^release:/, ''));
    if (!existsSync(where)) continue;
    try {
      if (`sha256:${openRelease(where).manifest}` !== output)
        faults.push({
          code: 'release/not-logged',
          message: `The release in ${where} is another than the one that the custody log names. Put that one back.`,
        });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push({ code: error.code as ReleaseFault['code'], message: error.message });
    }
  }
  return faults;
};
