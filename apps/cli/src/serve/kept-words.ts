import type { CaseRecord } from '@isnad/model';
import { coveredNames, readingsOf } from '@isnad/publish';
import type { CaseWords } from '@isnad/server';
import { type RecordHead, type Store, sha256 } from '@isnad/store';

const KEY = 'serve/words/2';

interface Kept {
  readonly basis: RecordHead['basis'];
  readonly hashes?: RecordHead['hashes'];
  readonly words: CaseWords;
  /** Of the words; an earlier version of this program kept none. */
  readonly hash?: string;
}

/** The words for a record, and what tells them from others. */
export type WordsKept = Pick<Kept, 'words' | 'hash'>;

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The words that were kept for a record; null when they are of another.
 * @param before what was given the last time: words that are the same are the same object
 */
export const wordsKept = async (
  store: Store,
  { basis, hashes }: RecordHead,
  before: WordsKept | null = null,
): Promise<WordsKept | null> => {
  const kept = (await store.shelf.get(KEY)) as Kept | null | undefined;
  if (!kept || !isSame([kept.basis, kept.hashes], [basis, hashes])) return null;
  return before !== null && before.hash !== undefined && before.hash === kept.hash ? before : kept;
};

/** Under which it is kept what people call a case, names covered. */
export const TITLE = 'serve/title';

/**
 * Keeps the words of a record beside it, so that the next server shows it without the lexicon, and what the case is called,
 * so that a list of cases need not know whom it names.
 */
export const keepWords = async (
  store: Store,
  { basis, hashes }: RecordHead,
  words: CaseWords,
  { case: name, private_persons: persons }: CaseRecord,
): Promise<void> => {
  const cover = coveredNames({
    readings: readingsOf(persons ?? []),
    words: { groups: new Map(Object.entries(words.groups)) },
  });
  await store.shelf.put(TITLE, persons === undefined ? null : cover(name, null));
  const hash = sha256(JSON.stringify(words));
  await store.shelf.put(KEY, { basis, ...(hashes ? { hashes } : {}), words, hash } satisfies Kept);
};
