import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAddress, isCase, openCase, RELEASE_KEY, type ReleasedFiles, type Store, shownCase } from '@isnad/store';
import {
  checkedRelease,
  isRelease,
  openRelease,
  type ReleaseFolder,
  releaseFolder,
  releaseNumbers,
  releasesBeside,
  taken,
  writeRelease,
} from './folder.js';

/** The numbered releases of a case, wherever they are kept. */
export interface Releases {
  /** In ascending order. */
  readonly numbers: () => Promise<readonly number[]>;
  /** A release, found whole. */
  readonly open: (number: number) => Promise<ReleaseFolder>;
  /** Names of its files. */
  readonly names: (number: number) => Promise<readonly string[]>;
  readonly file: (number: number, name: string) => Promise<Uint8Array>;
  /**
   * Writes a release that is there whole or not at all; gives where.
   * @param log called when all is kept and before it stands in its place: a kill leaves no release that is not logged
   */
  readonly write: (
    number: number,
    files: ReadonlyMap<string, string | Uint8Array>,
    log: () => Promise<void>,
  ) => Promise<string>;
}

/** Releases as folders in a folder: those of a case that is one, or elsewhere if somebody wants them there. */
export const releasesIn = (into: string): Releases => ({
  numbers: async () => releaseNumbers(into).filter((number) => isRelease(releaseFolder(into, number))),
  open: async (number) => openRelease(releaseFolder(into, number)),
  names: async (number) => openRelease(releaseFolder(into, number)).names,
  file: async (number, name) => readFileSync(path.join(releaseFolder(into, number), ...name.split('/'))),
  write: (number, files, log) => writeRelease(into, number, files, log),
});

const whole = async (store: Store, id: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of store.bytes.stream(id)) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** Releases in the store of the case itself: servers and workers of a team have no folder in common. */
export const releasesInStore = (store: Store, shown: string): Releases => {
  const placeOf = (number: number) => `${shown}, release ${number}`;
  const filesOf = async (number: number): Promise<ReleasedFiles['files']> =>
    ((await store.shelf.get(`${RELEASE_KEY}${number}`)) as ReleasedFiles | undefined)?.files ?? [];
  const file: Releases['file'] = async (number, name) => {
    const found = (await filesOf(number)).find((one) => one.name === name);
    if (!found) throw new Error(`${placeOf(number)} has no ${name}`);
    return whole(store, found.id);
  };
  return {
    numbers: async () =>
      (await store.shelf.list(RELEASE_KEY)).map(([key]) => Number(key.slice(RELEASE_KEY.length))).sort((a, b) => a - b),
    names: async (number) => (await filesOf(number)).map(({ name }) => name),
    file,
    open: async (number) => {
      const files = new Map<string, Uint8Array>();
      for (const { name, id } of await filesOf(number)) files.set(name, await whole(store, id));
      return checkedRelease(
        placeOf(number),
        () => [...files.keys()],
        (name) => {
          const bytes = files.get(name);
          if (!bytes) throw new Error(`it has no ${name}`);
          return bytes;
        },
      );
    },
    write: async (number, files, log) => {
      const key = `${RELEASE_KEY}${number}`;
      if ((await store.shelf.get(key)) !== undefined) throw taken(shown, number);
      const kept: { name: string; id: string; size: number }[] = [];
      for (const [name, content] of files) {
        const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
        const once = async function* () {
          yield bytes;
        };
        kept.push({ name, ...(await store.bytes.put(once())) });
      }
      await log();
      const released: ReleasedFiles = { files: kept };
      // Said again after a lost connection, it may be there by the first time.
      const isThere = async () => JSON.stringify(await store.shelf.get(key)) === JSON.stringify(released);
      if (!(await store.shelf.add(key, released)) && !(await isThere())) throw taken(shown, number);
      return placeOf(number);
    },
  };
};

/** Releases in two places; a new one goes into the first. */
const both = (here: Releases, there: Releases): Releases => {
  const placeOf = async (number: number) => ((await here.numbers()).includes(number) ? here : there);
  return {
    numbers: async () => [...new Set([...(await here.numbers()), ...(await there.numbers())])].sort((a, b) => a - b),
    open: async (number) => (await placeOf(number)).open(number),
    names: async (number) => (await placeOf(number)).names(number),
    file: async (number, name) => (await placeOf(number)).file(number, name),
    write: here.write,
  };
};

/** The releases of an open case. One that was copied out of a database into a folder holds earlier ones in its store. */
export const releasesOf = (named: string, store: Store): Releases => {
  const kept = releasesInStore(store, shownCase(named));
  return isAddress(named) ? kept : both(releasesIn(releasesBeside(named)), kept);
};

/** Works on the releases of a case, of a built folder, or in a folder that somebody named. */
export const withReleases = async <T>(
  named: string,
  into: string | undefined,
  work: (releases: Releases) => Promise<T>,
): Promise<T> => {
  if (into !== undefined || !isCase(named)) return work(releasesIn(into ?? releasesBeside(named)));
  const store = await openCase(named);
  try {
    return await work(releasesOf(named, store));
  } finally {
    await store.close();
  }
};
