import { type CompareWords, diffPage, diffReleases, type Released } from '@isnad/compare';
import { canonicalLines } from '@isnad/publish';
import { isCase, shownCase } from '@isnad/store';
import type { CaseSource } from '../case/recorded.js';
import { Failure } from '../failure.js';
import { isRelease, openRelease } from '../release/folder.js';
import { withReleases } from '../release/kept.js';
import { type NamedRelease, namedRelease } from '../release/named.js';
import { releasedNow } from '../release/now.js';
import type { Terminal } from '../terminal.js';

export interface DiffOptions {
  readonly language: 'ar' | 'en';
  readonly format?: 'text' | 'json';
}

const releaseInside = ({ address, number }: NamedRelease): Promise<Released> =>
  withReleases(address, undefined, async (releases) => {
    if ((await releases.numbers()).includes(number)) return releases.open(number);
    throw new Failure(
      'release/no-release',
      `${shownCase(address)} has no release ${number}`,
      'Make one with isnad release, or name another.',
    );
  });

/** `isnad diff`: what changed between two releases, or since one of them, and because of which report or decision. */
export const diffCommand = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => CompareWords },
  [one, other]: readonly [string, string],
  { language, format = 'text', today }: DiffOptions & { readonly today: string },
): Promise<void> => {
  const words = stages.words();
  const released = async (named: string): Promise<Released> => {
    const inside = namedRelease(named);
    if (inside) return releaseInside(inside);
    if (!isCase(named) && isRelease(named)) return openRelease(named);
    return releasedNow(named, stages, words, today);
  };
  const [from, to] = [await released(one), await released(other)];
  const diff = diffReleases(from, to, words);
  await terminal.out(format === 'json' ? canonicalLines(diff) : diffPage(diff, from, to, language));
};
