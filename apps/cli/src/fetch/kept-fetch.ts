import { memorySource } from '@isnad/archive';
import type { Before, Fetcher } from '@isnad/fetch';
import { type Stamp, type Store, sha256 } from '@isnad/store';
import type { Fetch } from '../case/given-files.js';
import { nameOfAddress } from './name.js';

/** What a case remembers of an address: how to ask whether it changed, and when it was last asked. No address, only its hash. */
export interface Remembered {
  readonly before: Before;
  /** RFC 3339. */
  readonly at: string;
  /** Hash of what it answered. */
  readonly body: string;
}

const keyOf = (address: string): string => `fetched:${sha256(address)}`;

/** What was remembered of an address when it was last fetched into a case. */
export const rememberedOf = async (store: Store, address: string): Promise<Remembered | null> =>
  ((await store.shelf.get(keyOf(address))) as Remembered | undefined) ?? null;

/**
 * Fetches for a case: asks a host only whether something changed since the last time, and leaves a line of custody. What was
 * fetched is remembered once it has been taken in, so that after a kill it is fetched again.
 */
export const fetchFor = (fetcher: Fetcher, store: Store, stamp: () => Stamp): Fetch =>
  async function* (address) {
    const known = await rememberedOf(store, address);
    const fetched = await fetcher.fetch(address, known?.before ?? {});
    if (fetched.is === 'refused') {
      yield { ok: false, path: address, note: fetched.note };
      return;
    }
    if (fetched.is === 'unchanged') {
      if (known) await store.shelf.put(keyOf(address), { ...known, at: stamp().at });
      return;
    }
    const { url, body, contentType, before } = fetched;
    const name = nameOfAddress(url, contentType);
    yield { ok: true, name, source: memorySource(name, body), url, given: { url } };
    const [made, now] = [sha256(body), stamp()];
    await store.custody.append([{ what: 'fetch', subject: sha256(address), input: null, output: made }], now);
    await store.shelf.put(keyOf(address), { before, at: now.at, body: made } satisfies Remembered);
  };
