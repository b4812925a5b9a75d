import { realpathSync } from 'node:fs';
import type { CaseRecord } from '@isnad/model';
import { type CaseWords, openStage, type Stage } from '@isnad/server';
import { isAddress, isCase, openCase, type Stamp } from '@isnad/store';
import { atWorkOn } from './at-work.js';
import { builtCase } from './built-case.js';
import { type KeptCase, keptCase } from './kept-case.js';
import { threadedClerk, threadedWorkshop } from './threads/threads.js';

/** What opening a case takes of the program. */
export interface Opening {
  readonly stamp: () => Stamp;
  readonly gazetteer: string | undefined;
  readonly wordsFor: (record: CaseRecord) => CaseWords;
  /** RFC 3339. */
  readonly now: () => string;
}

/** A case that is shown. */
export interface OpenedCase {
  readonly stage: Stage;
  readonly end: () => Promise<void>;
}

/** A case that is kept, or the built one in a folder. */
const bookOf = async (
  named: string,
  { wordsFor, stamp, gazetteer }: Opening,
): Promise<KeptCase & { readonly end: () => Promise<void> }> => {
  if (!isCase(named)) return { book: builtCase(named, wordsFor), current: true, end: async () => {} };
  const place = { folder: isAddress(named) ? named : realpathSync(named), by: stamp().by, gazetteer };
  const [workshop, clerk] = [threadedWorkshop(place), threadedClerk(place)];
  const store = await openCase(named);
  const atWork = atWorkOn(named, store);
  const end = async () => {
    await atWork.end();
    await Promise.all([workshop.end(), clerk.end()]);
    await store.close();
  };
  return { ...(await keptCase(named, store, { workshop, clerk, atWork }, stamp)), end };
};

/** Opens a case to be shown, follows what others add to it, and has its record built when it is not of today. */
export const openedCase = async (
  named: string,
  opening: Opening,
  slip: (error: unknown) => void,
): Promise<OpenedCase> => {
  const { book, current, end } = await bookOf(named, opening);
  const stage = await openStage(book, opening.now, slip);
  if (!current) stage.refresh();
  stage.watch();
  return { stage, end };
};
