import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KeptRelease, Releasing } from '@isnad/server';
import { isRelease, releaseFolder, releaseNumbers, releasesBeside } from '../release/folder.js';
import type { Workshop } from './workshop.js';

interface About {
  readonly number: number;
  readonly as_of: string;
  readonly note: string;
  readonly licence: string | null;
  readonly citation: string | null;
  readonly names: boolean;
  readonly previous: { readonly number: number } | null;
  readonly counts: Readonly<Record<string, number>>;
}

const json = (...parts: readonly string[]): unknown => JSON.parse(readFileSync(path.join(...parts), 'utf8'));

const releaseIn = (folder: string): KeptRelease => {
  const {
    number,
    as_of: asOf,
    note,
    licence,
    citation,
    names,
    previous,
    counts,
  } = json(folder, 'release.json') as About;
  const { outputs } = json(folder, 'manifest.json') as { readonly outputs: readonly { readonly path: string }[] };
  const files = [...outputs.map((one) => one.path), 'manifest.json'];
  return { number, asOf, note, licence, citation, names, previous: previous?.number ?? null, counts, files };
};

/** The releases of a kept case; made and compared in the workshop. */
export const keptReleases = (folder: string, workshop: Workshop): Releasing => {
  const into = releasesBeside(folder);
  return {
    list: async () =>
      releaseNumbers(into)
        .map((number) => releaseFolder(into, number))
        .filter(isRelease)
        .map(releaseIn),
    // The server asks only for names that the manifest lists.
    file: async (release, name) => readFileSync(path.join(releaseFolder(into, release), ...name.split('/'))),
    make: (terms) => workshop.release(terms),
    compare: (from, to) => workshop.compare(from, to),
  };
};
