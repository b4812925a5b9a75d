import type { CompareWords, Released } from '@isnad/compare';
import { releaseOf } from '@isnad/publish';
import { type CaseSource, recorded, toPublish } from '../case/recorded.js';

/** What a release of a case, or of a built folder, would hold if it were made now: to be compared with one that was. */
export const releasedNow = async (
  named: string,
  source: CaseSource,
  words: CompareWords,
  today: string,
): Promise<Released> => {
  const input = toPublish(await recorded(named, undefined, source), named, { asOf: undefined, names: false, today });
  return { number: null, asOf: input.asOf, record: releaseOf({ ...input, words }) };
};
