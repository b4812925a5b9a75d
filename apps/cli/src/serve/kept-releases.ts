import type { KeptRelease, Releasing } from '@isnad/server';
import type { Releases } from '../release/kept.js';
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

const json = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

const keptRelease = async (releases: Releases, release: number): Promise<KeptRelease> => {
  const about = json(await releases.file(release, 'release.json')) as About;
  const { number, as_of: asOf, note, licence, citation, names, previous, counts } = about;
  const { outputs } = json(await releases.file(release, 'manifest.json')) as {
    readonly outputs: readonly { readonly path: string }[];
  };
  const files = [...outputs.map((one) => one.path), 'manifest.json'];
  return { number, asOf, note, licence, citation, names, previous: previous?.number ?? null, counts, files };
};

/** The releases of a kept case; made and compared in the workshop. */
export const keptReleases = (releases: Releases, workshop: Workshop): Releasing => ({
  list: async () => {
    const kept: KeptRelease[] = [];
    for (const number of await releases.numbers()) kept.push(await keptRelease(releases, number));
    return kept;
  },
  // The server asks only for names that the manifest lists.
  file: (release, name) => releases.file(release, name),
  make: (terms) => workshop.release(terms),
  compare: (from, to) => workshop.compare(from, to),
});
