import { readFileSync } from 'node:fs';
import { type CompareWords, diffPage, diffReleases, type ReleaseDiff, type Released } from '@isnad/compare';
import { canonicalLines, manifest, releaseParts, sha256 } from '@isnad/publish';
import { isCase, openCase, shownCase } from '@isnad/store';
import { type CaseSource, recorded, toPublish } from '../case/recorded.js';
import { Failure } from '../failure.js';
import { METHODOLOGY } from '../installation.js';
import type { ReleaseFolder } from '../release/folder.js';
import { type Releases, withReleases } from '../release/kept.js';
import type { Terminal } from '../terminal.js';

export interface ReleaseOptions {
  /** Folder of the releases of the case. */
  readonly into?: string;
  readonly texts?: string;
  readonly asOf?: string;
  readonly names?: boolean;
  readonly licence?: string;
  readonly citation?: string;
  readonly note?: string;
}

/** What changed since the release before, in both languages and for programs. */
const changeFiles = (diff: ReleaseDiff, from: Released, to: Released): readonly (readonly [string, string])[] => [
  ['CHANGES.ar.md', diffPage(diff, from, to, 'ar')],
  ['CHANGES.en.md', diffPage(diff, from, to, 'en')],
  ['changes.json', canonicalLines(diff)],
];

const namedBy = (last: ReleaseFolder | null) => last && { number: last.number, manifest: last.manifest };

/** `isnad release`: freezes what may be published of a case as a numbered folder, with what changed since the last; gives its number. */
export const releaseCommand = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => CompareWords },
  named: string,
  options: ReleaseOptions & { readonly today: string },
): Promise<number> =>
  withReleases(named, options.into, (releases) => release(terminal, stages, named, releases, options));

const release = async (
  terminal: Terminal,
  stages: CaseSource & { readonly words: () => CompareWords },
  named: string,
  releases: Releases,
  { into: _, texts, asOf, names = false, note = '', today, ...terms }: ReleaseOptions & { readonly today: string },
): Promise<number> => {
  const before = (await releases.numbers()).at(-1);
  const last = before === undefined ? null : await releases.open(before);
  const number = (last?.number ?? 0) + 1;
  const kept = await recorded(named, texts, stages);
  // Not the first release alone: readers would take an emptied one for a record of nothing.
  if (kept.record.reports.length === 0)
    throw new Failure(
      'cli/nothing-to-release',
      `${shownCase(named)} holds no report`,
      'Add reports first, with isnad add.',
    );
  const input = toPublish(kept, named, { asOf, names, today });
  const { record, files } = await releaseParts({ ...input, words: stages.words(), ...terms });
  const now: Released = { number, asOf: input.asOf, record };
  const diff = last && diffReleases(last, now, stages.words());
  const about = {
    number,
    case: record.case,
    as_of: input.asOf,
    program: record.program,
    names,
    licence: terms.licence ?? null,
    citation: terms.citation ?? null,
    note,
    previous: namedBy(last),
    counts: {
      reports: record.reports.length,
      claims: record.claims.length,
      incidents: record.incidents.length,
      tolls: record.tolls.length,
      disputes: record.disputes.length,
    },
  };
  const outputs = new Map([
    ...files,
    ['METHODOLOGY.md', readFileSync(METHODOLOGY, 'utf8')],
    ...(diff ? changeFiles(diff, last, now) : []),
    ['release.json', canonicalLines(about)],
  ]);
  const list = manifest({
    record,
    asOf: input.asOf,
    names,
    lifted: null,
    inputs: record.reports.map(({ path: file, id }) => ({ path: file, sha256: id })),
    outputs,
  });
  const log = async (): Promise<void> => {
    if (!isCase(named)) return;
    const store = await openCase(named);
    try {
      const act = { what: 'release', subject: `release:${number}`, input: last && `sha256:${last.manifest}` } as const;
      await store.custody.append([{ ...act, output: `sha256:${sha256(list)}` }], stages.stamp());
    } finally {
      await store.close();
    }
  };
  const written = await releases.write(number, new Map([...outputs, ['manifest.json', list]]), log);
  const since = diff ? `; ${diff.changes.length} changes since release ${last.number}` : '';
  terminal.err(`isnad: release ${number} of ${record.reports.length} reports in ${written}${since}\n`);
  return number;
};
