import type { ReleasedDecision, ReleasedRecord } from '@isnad/publish';
import { describe, expect, it } from 'vitest';
import { incident, RECORD, WORDS } from '../valley.fixture.js';
import { diffReleases, type ReleaseDiff } from './diff.js';
import { diffPage } from './page.js';

const base: ReleasedRecord = { ...RECORD, decisions: [] };
const [report] = base.reports;

const diff = (after: Partial<ReleasedRecord>, before: Partial<ReleasedRecord> = {}): ReleaseDiff =>
  diffReleases(
    { number: 1, asOf: '2019-04-01', record: { ...base, ...before } },
    { number: 2, asOf: '2019-05-01', record: { ...base, ...after } },
    WORDS,
  );
const said = ({ changes }: ReleaseDiff) => changes.map(({ kind, say }) => `${kind}: ${say.en}`);
const causes = ({ changes }: ReleaseDiff) => changes.flatMap(({ because }) => because.map(({ kind }) => kind));

const decision = (about: readonly string[], kind: ReleasedDecision['kind']): ReleasedDecision => ({
  id: `d:${about.join()}`,
  at: '2019-04-20T10:00:00Z',
  kind,
  about,
  reason: 'seen again',
  retires: null,
});

describe('what changed between two releases', () => {
  it('is nothing between a release and itself', () => {
    expect(diff({}).changes).toEqual([]);
  });

  it('says numbers that rose, fell, or changed in their range only', () => {
    const [strike, ...others] = base.incidents;
    const withKilled = (low: number, best: number, high: number | null) => ({
      incidents: [
        { ...strike!, figures: [{ measure: 'killed', group: 'civilians', low, best, high, claims: ['c:f1'] }] },
        ...others,
      ],
    });
    const where = 'figure: Air strike in Ayn ar-Rayhan (1 March 2019): killed (civilians): ';
    expect(said(diff(withKilled(9, 9, 9)))).toEqual([`${where}up from 5–7 to 9.`]);
    expect(said(diff(withKilled(2, 2, null)))).toEqual([`${where}down from 5–7 to at least 2.`]);
    expect(said(diff(withKilled(5, 5, 12)))).toEqual([`${where}now 5–12, before 5–7.`]);
  });

  it('follows incidents that were merged and split, and says because of which decision', () => {
    const [strike, clash, capture, denied] = base.incidents;
    const joined = { ...clash!, claims: [clash!.id, capture!.id] };
    const merged = diff({
      incidents: [strike!, joined, denied!],
      decisions: [decision([clash!.id, capture!.id], 'merge')],
    });
    expect(said(merged)).toEqual([
      'incident-merged: Two incidents are now held to be one: the capture in Rummana (12 March 2019) is the same as the clashes in Rummana (10 March 2019).',
    ]);
    expect(merged.changes[0]!.because).toEqual([
      {
        kind: 'decision',
        about: ['d:c:clash,c:capture'],
        explain: { ar: 'قرار دمج، 20 أبريل 2019: seen again', en: 'a decision to merge, 20 April 2019: seen again' },
      },
    ]);
    const split = diff({}, { incidents: [strike!, joined, denied!], decisions: [decision([clash!.id], 'merge')] });
    expect(said(split)).toEqual([
      'incident-split: One incident is now held to be two: the capture in Rummana (12 March 2019) was taken out of the clashes in Rummana (10 March 2019).',
    ]);
    expect(causes(split)).toEqual(['decision-retired']);
  });

  it('follows an incident through a new wording of its report at the same address', () => {
    const url = 'https://example.org/strike';
    const id = `sha256:${'b'.repeat(64)}`;
    const before = { reports: [{ ...report!, url }] };
    const after = {
      reports: [{ ...report!, id, url, title: 'تصحيح' }],
      claims: base.claims.map((claim) => ({ ...claim, id: `${claim.id}'`, report: id })),
      incidents: base.incidents.map((one) => ({
        ...one,
        id: `${one.id}'`,
        claims: one.claims.map((claim) => `${claim}'`),
        figures: one.figures.map((figure) => ({ ...figure, claims: figure.claims!.map((claim) => `${claim}'`) })),
        date: one.id === 'c:capture' ? '2019-03-13' : one.date,
      })),
    };
    const changed = diff(after, before);
    expect(changed.reports).toMatchObject({ added: [], gone: [], changed: [{ id }] });
    expect(said(changed)).toEqual([
      'date: The date of the capture in Rummana (12 March 2019) changed from 12 March 2019 to 13 March 2019.',
    ]);
    expect(causes(changed)).toEqual(['report-changed']);
  });

  it('says what came with a new report and went with another', () => {
    const added = { ...report!, id: `sha256:${'c'.repeat(64)}`, path: 'c.txt' };
    const fresh = incident('c:new', { date: '2019-04-02', at: 'rummana' });
    const claim = { ...base.claims[0]!, id: 'c:new', report: added.id };
    const after = { reports: [report!, added], claims: [...base.claims, claim], incidents: [...base.incidents, fresh] };
    expect(said(diff(after))).toEqual(['incident-new: New in the record: air strike in Rummana (2 April 2019).']);
    expect(causes(diff(after))).toEqual(['report-new']);
    expect(said(diff({}, after))).toEqual([
      'incident-gone: No longer in the record: air strike in Rummana (2 April 2019).',
    ]);
    expect(causes(diff({}, after))).toEqual(['report-gone']);
  });

  it('names a new version of the program where nothing else explains a change', () => {
    const [strike, ...others] = base.incidents;
    const moved = { incidents: [{ ...strike!, place: null }, ...others] };
    expect(causes(diff({ ...moved, program: { ...base.program, version: '2' } }))).toEqual(['program']);
    expect(causes(diff(moved))).toEqual(['elsewhere']);
  });

  it('follows running counts, control and disagreements', () => {
    const toll = (points: readonly (readonly [string, number])[]) => ({
      id: 't:1',
      source: 'observatory',
      measure: 'killed',
      group: 'civilians',
      from: '2019-01-01',
      to: null,
      area: null,
      partOf: null,
      checks: [],
      points: points.map(([day, min]) => ({ as_of: day, min, max: min, approximate: false, claim: 'c:f1' })),
    });
    const span = {
      holder: 'faction',
      part: 'whole',
      status: 'taken',
      assessed: false,
      from: '2019-03-12',
      to: null,
    } as const;
    const dispute = (explain: string) => ({
      id: `d:${explain}`,
      kind: 'figure' as const,
      claims: ['c:f1', 'c:f2'],
      explain: { ar: explain, en: explain },
    });
    const changed = diff(
      {
        tolls: [
          toll([
            ['2019-03-01', 40],
            ['2019-03-15', 52],
          ]),
        ],
        control: [{ place: base.incidents[1]!.place!, spans: [{ ...span, claims: ['c:capture'] }] }],
        disputes: [dispute('5 or 8')],
      },
      { tolls: [toll([['2019-03-01', 40]])], disputes: [dispute('5 or 7')] },
    );
    expect(said(changed)).toEqual([
      'toll: The running count of Valley Observatory, killed (civilians), since 1 January 2019: up from 40 to 52 (as of 15 March 2019).',
      'control: Control of Rummana: newly said, Plain Faction: taken, from 12 March 2019, said by one source.',
      'dispute: A disagreement (figure) now reads: 5 or 8',
    ]);
  });

  it('is a page in either language, with the numbers of the releases and $ and # of titles as they are', () => {
    const added = { ...report!, id: `sha256:${'c'.repeat(64)}`, path: 'c.txt', title: "10 # dead, $& $1 '" };
    const fresh = incident('c:new', { date: '2019-04-02' });
    const claim = { ...base.claims[0]!, id: 'c:new', report: added.id };
    const to = {
      number: 2,
      asOf: '2019-05-01',
      record: {
        ...base,
        reports: [report!, added],
        claims: [...base.claims, claim],
        incidents: [...base.incidents, fresh],
      },
    };
    const from = { number: 1, asOf: '2019-04-01', record: base };
    const page = (language: 'ar' | 'en') => diffPage(diffReleases(from, to, WORDS), from, to, language);
    expect(page('en')).toContain('# What changed in “Valley” between release 1 and release 2');
    expect(page('en')).toContain("Because of a new report, “10 # dead, $& $1 '” (صوت الوادي, 2 March 2019).");
    expect(page('ar')).toContain('# ما تغيّر في «Valley» بين الإصدار 1 والإصدار 2');
    expect(page('ar')).toContain("السبب: تقرير جديد «10 # dead, $& $1 '»");
  });
});
