import type { CaseWords } from '@isnad/server';
import type { RecordHead, Store } from '@isnad/store';

const KEY = 'serve/words/2';

interface Kept {
  readonly basis: RecordHead['basis'];
  readonly words: CaseWords;
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The words that were kept for a record; null when they are of another. */
export const wordsKept = async (store: Store, { basis }: RecordHead): Promise<CaseWords | null> => {
  const kept = (await store.shelf.get(KEY)) as Kept | null | undefined;
  return kept && isSame(kept.basis, basis) ? kept.words : null;
};

/** Keeps the words of a record beside it, so that the next server shows it without the lexicon. */
export const keepWords = (store: Store, { basis }: RecordHead, words: CaseWords): Promise<void> =>
  store.shelf.put(KEY, { basis, words } satisfies Kept);
