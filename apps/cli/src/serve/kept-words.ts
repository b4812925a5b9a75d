import type { CaseWords } from '@isnad/server';
import type { RecordHead, Store } from '@isnad/store';

const KEY = 'serve/words/2';

interface Kept {
  readonly basis: RecordHead['basis'];
  readonly hashes?: RecordHead['hashes'];
  readonly words: CaseWords;
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The words that were kept for a record; null when they are of another. */
export const wordsKept = async (store: Store, { basis, hashes }: RecordHead): Promise<CaseWords | null> => {
  const kept = (await store.shelf.get(KEY)) as Kept | null | undefined;
  return kept && isSame([kept.basis, kept.hashes], [basis, hashes]) ? kept.words : null;
};

/** Keeps the words of a record beside it, so that the next server shows it without the lexicon. */
export const keepWords = (store: Store, { basis, hashes }: RecordHead, words: CaseWords): Promise<void> =>
  store.shelf.put(KEY, { basis, ...(hashes ? { hashes } : {}), words } satisfies Kept);
