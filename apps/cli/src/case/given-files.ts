import path from 'node:path';
import { collectFiles, type Source, unreadDocument } from '@isnad/archive';
import type { GivenFile } from '@isnad/casework';
import { type Given, type Note, note } from '@isnad/model';
import { arrivalsOf, type Overrides, sidecarOf } from '../disk/documents.js';
import { fileSource } from '../disk/file-source.js';
import { diskTree } from '../disk/tree.js';
import { Failure, systemReason } from '../failure.js';

/** What is behind an address, fetched, or why it was not; nothing where it has not changed since the last time. */
export type Fetch = (address: string) => AsyncIterable<
  | {
      readonly ok: true;
      /** Under which it is to stand in the record. */
      readonly name: string;
      readonly source: Source;
      readonly url: string;
      readonly given: Given;
    }
  | { readonly ok: false; readonly path: string; readonly note: Note }
>;

/** A file to be taken in, or why it cannot be. */
export type Found =
  | { readonly ok: true; readonly file: GivenFile }
  | { readonly ok: false; readonly path: string; readonly note: Note };

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/** The name of a file in the case: below the folder that was named, so that adding that folder again gives it again. */
const nameIn = (file: string, named: readonly string[]): string => {
  const home = named.find((folder) => file.startsWith(`${folder.replace(/\/+$/, '')}/`));
  return home === undefined ? path.basename(file) : path.relative(home, file).split(path.sep).join('/');
};

const fileOnDisk = (file: string, name: string, isNamed: boolean, overrides: Overrides): Found => {
  const { given, columns, notes } = sidecarOf(file);
  const known = { ...given, ...overrides };
  const said = { given: known, ...(columns ? { columns } : {}) };
  try {
    const source = fileSource(file, name);
    return {
      ok: true,
      file: { name, source, ...said, arrivals: (preserved) => arrivalsOf(preserved, { ...said, notes }, isNamed) },
    };
  } catch (error) {
    const why = `The file cannot be read: ${systemReason(error)}. Check its name and its permissions.`;
    return {
      ok: false,
      path: unreadDocument(name, known, note('archive/unreadable', 'error', why)).path,
      note: note('archive/unreadable', 'error', why),
    };
  }
};

/** How many files there are to take in, and each of them when its turn comes: a million are never open at once. */
export const givenFiles = (
  sources: readonly string[],
  overrides: Overrides,
  fetch: Fetch | undefined,
): {
  readonly count: number;
  readonly skipped: readonly { path: string; note: Note }[];
  readonly each: () => AsyncIterable<Found>;
} => {
  const addresses = sources.filter(isAddress);
  const paths = sources.filter((source) => !isAddress(source));
  if (addresses.length > 0 && !fetch)
    throw new Failure(
      'cli/no-fetching',
      `${addresses[0]} is an address, and this program fetches nothing`,
      'Save the page and name its file.',
    );
  const { files, skipped } = collectFiles(paths, diskTree);
  const folders = paths.filter((one) => diskTree.kindOf(one) === 'folder');
  const named = new Set(paths);
  return {
    count: files.length + addresses.length,
    skipped: skipped.map(({ path: file, note: remark }) => ({ path: nameIn(file, folders), note: remark })),
    each: async function* () {
      for (const file of files) yield fileOnDisk(file, nameIn(file, folders), named.has(file), overrides);
      for (const address of addresses)
        for await (const fetched of fetch!(address)) {
          if (!fetched.ok) {
            yield fetched;
            continue;
          }
          const { name, source, url, given } = fetched;
          const known = { ...given, ...overrides };
          yield {
            ok: true,
            file: {
              name,
              source,
              url,
              given: known,
              arrivals: (kept) => arrivalsOf(kept, { given: known, notes: [] }, true),
            },
          };
        }
    },
  };
};
