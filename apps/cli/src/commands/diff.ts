import { type CompareWords, diffPage, diffReleases, type Released } from '@isnad/compare';
import { canonicalLines } from '@isnad/publish';
import { isCase } from '@isnad/store';
import type { CaseSource } from '../case/recorded.js';
import { isRelease, openRelease } from '../release/folder.js';
import { releasedNow } from '../release/now.js';
import type { Terminal } from '../terminal.js';

export interface DiffOptions {
  readonly language: 'ar' | 'en';
  readonly format?: 'text' | 'json';
}

/** `isnad diff`: what changed between two releases, or since one of them, and because of which report or decision. */
export const diffCommand = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => CompareWords },
  [one, other]: readonly [string, string],
  { language, format = 'text', today }: DiffOptions & { readonly today: string },
): Promise<void> => {
  const words = stages.words();
  const released = async (named: string): Promise<Released> => {
    if (!isCase(named) && isRelease(named)) return openRelease(named);
    return releasedNow(named, stages, words, today);
  };
  const [from, to] = [await released(one), await released(other)];
  const diff = diffReleases(from, to, words);
  await terminal.out(format === 'json' ? canonicalLines(diff) : diffPage(diff, from, to, language));
};
