import type { Decision, Reading } from '@isnad/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordMemory } from './memory/memory.js';
import { type Draft, event, figure, lexicon, recordOf, report } from './world.fixture.js';

const RUNS = { numRuns: 60, seed: 20200310 };
const side = fc.constantFrom('army', 'coalition', 'front', 'rebels');
const sides = fc.uniqueArray(side, { maxLength: 2 });
const day = fc.constantFrom(
  '2020-03-08',
  '2020-03-09~',
  '2020-03-10',
  '2020-03-08/2020-03-10',
  '2020-01-01/2020-03-10',
  null,
);
const told = fc.record({
  type: fc.constantFrom(
    'air-strike',
    'capture',
    'withdrawal',
    'armed-clash',
    'car-bomb',
    'suicide-attack',
    'statement-control',
  ),
  actors: sides,
  targets: fc.oneof(sides, fc.constant(['civilians'])),
  places: fc.uniqueArray(fc.constantFrom('marj', 'market', 'east-quarter', 'tell', 'pocket'), { maxLength: 2 }),
  date: day,
  modality: fc.constantFrom(
    'asserted' as const,
    'asserted' as const,
    'asserted' as const,
    'denied' as const,
    'planned' as const,
  ),
  attribution: fc.constantFrom([], ['observatory'], ['own-sources'], ['front']),
  repeats: fc.boolean(),
  count: fc.option(
    fc.record({ min: fc.nat(30), more: fc.option(fc.nat(10)), cumulative: fc.boolean(), approximate: fc.boolean() }),
  ),
});
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never;

const drafts = (all: readonly Told[], id: string): readonly Draft[] =>
  all.flatMap(({ repeats, count, type, ...one }, n) => {
    const earlier = all.findIndex((other) => other.type === type);
    const words = `${type} رقم ${n} كما ورد في التقرير ${id}`;
    const claim = event(`e${n}`, type, { ...one, text: words, repeats: repeats && earlier < n ? `e${earlier}` : null });
    if (!count) return [claim];
    const { min, more, cumulative, approximate } = count;
    const scope = cumulative ? ('cumulative' as const) : ('incident' as const);
    const max = more === null ? null : min + more;
    return [
      claim,
      figure(`f${n}`, 'killed', 'civilians', min, {
        max,
        approximate,
        scope,
        event: `e${n}`,
        from: cumulative ? '2020-03-01' : null,
      }),
    ];
  });

const reading = fc.record({
  outlet: fc.constantFrom('north-news', 'south-news', 'agency', null),
  published: fc.constantFrom('2020-03-09', '2020-03-10', '2020-03-11', null),
  told: fc.array(told, { minLength: 1, maxLength: 6 }),
});
const readings = fc
  .array(reading, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(({ outlet, published, told }, n) => report(`r${n}`, { outlet, published }, ...drafts(told, `r${n}`))),
  );

/** Readings and their claims in another order. */
const shuffled = (all: readonly Reading[]): fc.Arbitrary<readonly Reading[]> =>
  fc
    .shuffledSubarray([...all], { minLength: all.length })
    .chain((some) =>
      fc.tuple(
        ...some.map((one) =>
          fc
            .shuffledSubarray([...one.claims], { minLength: one.claims.length })
            .map((claims): Reading => ({ ...one, claims })),
        ),
      ),
    );

describe('whatever is told', () => {
  test('the order of reports and of their claims changes nothing', () => {
    const both = readings.chain((all) => fc.tuple(fc.constant(all), shuffled(all)));
    fc.assert(
      fc.property(both, ([all, other]) => {
        expect(recordOf(other)).toEqual(recordOf(all));
      }),
      RUNS,
    );
  });

  test('a build that remembers the builds before it gives the bytes of one that does not', () => {
    const steps = readings.chain((all) => {
      const claims = all.flatMap((one) => one.claims.map(({ id }) => id));
      const made = fc.record({
        kind: fc.constantFrom('merge' as const, 'split' as const, 'reject' as const, 'grade' as const, 'date' as const),
        about: fc.uniqueArray(fc.constantFrom(...claims, ...all.map(({ report: { id } }) => id)), {
          minLength: 1,
          maxLength: 3,
        }),
        value: fc.constantFrom({ grade: 'weak' }, { date: '2020-03-05' }),
        upTo: fc.integer({ min: 1, max: all.length }),
      });
      return fc.tuple(fc.constant(all), fc.array(made, { minLength: 1, maxLength: 5 }));
    });
    fc.assert(
      fc.property(steps, ([all, made]) => {
        const memory = recordMemory(lexicon);
        const decisions: Decision[] = [];
        made.forEach(({ upTo, ...decision }, n) => {
          const at = `2020-04-01T00:00:0${n}Z`;
          decisions.push({ ...decision, id: `d${n}`, at, by: 'e', reason: 'r', retires: null });
          const [some, more] = [all.slice(0, upTo), { decisions: [...decisions] }];
          expect(JSON.stringify(recordOf(some, { ...more, memory }))).toBe(JSON.stringify(recordOf(some, more)));
        });
      }),
      RUNS,
    );
  });

  test('every event claim is in exactly one incident; every figure in an incident, a toll, or standing by itself', () => {
    fc.assert(
      fc.property(readings, (all) => {
        const { claims, incidents, tolls } = recordOf(all);
        const homes = incidents.flatMap((incident) => incident.claims);
        const events = claims.filter(({ kind }) => kind === 'event').map(({ id }) => id);
        expect(homes.filter((id) => events.includes(id)).sort()).toEqual([...events].sort());
        const placed = new Set([...homes, ...tolls.flatMap(({ points }) => points.map(({ claim }) => claim))]);
        const loose = claims.filter(
          (claim) => claim.kind === 'figure' && claim.scope !== 'standing' && !placed.has(claim.id),
        );
        expect(loose).toEqual([]);
      }),
      RUNS,
    );
  });

  test('low ≤ best ≤ high', () => {
    fc.assert(
      fc.property(readings, (all) => {
        for (const { low, best, high } of recordOf(all).incidents.flatMap(({ figures }) => figures)) {
          expect(low === null || best === null || low <= best).toBe(true);
          expect(high === null || best === null || best <= high).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('independent roots are never more than roots, nor roots more than claims', () => {
    fc.assert(
      fc.property(readings, (all) => {
        for (const { roots, independent, claims, reports, outlets } of recordOf(all).incidents) {
          expect(independent).toBeLessThanOrEqual(roots.length);
          expect(roots.length).toBeLessThanOrEqual(claims.length);
          expect(Math.min(reports, outlets, independent)).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  test('a split and then a merge of the same claims restore every incident', () => {
    const decision = (id: string, kind: Decision['kind'], about: readonly string[]): Decision => ({
      id,
      at: `2026-01-0${id}T00:00:00Z`,
      by: 'editor',
      kind,
      about,
      reason: '',
      retires: null,
    });
    fc.assert(
      fc.property(readings, fc.nat(), fc.nat(), (all, i, j) => {
        const before = recordOf(all);
        const larger = before.incidents.filter(({ claims }) => claims.filter((id) => id.includes('#e')).length > 1);
        fc.pre(larger.length > 0);
        const incident = larger[i % larger.length]!;
        const others = incident.claims.filter((id) => id !== incident.id && id.includes('#e'));
        const about = [incident.id, others[j % others.length]!];
        const after = recordOf(all, { decisions: [decision('1', 'split', about), decision('2', 'merge', about)] });
        expect(after.incidents.map(({ claims }) => claims)).toEqual(before.incidents.map(({ claims }) => claims));
        const parted = recordOf(all, { decisions: [decision('1', 'split', about)] });
        const homes = about.map((claim) => parted.incidents.find(({ claims }) => claims.includes(claim))!.id);
        expect(homes[0]).not.toBe(homes[1]);
      }),
      RUNS,
    );
  });

  test('a copied report adds to reports and outlets and never to independent roots', () => {
    fc.assert(
      fc.property(readings, fc.nat(), (all, n) => {
        const original = all[n % all.length]!;
        fc.pre(original.report.published.edtf !== null);
        const texts = new Map(
          all.map(({ report }) => [report.id, Array.from({ length: 60 }, (_, k) => `${report.id}كلمة${k}`).join(' ')]),
        );
        texts.set('copy', `${texts.get(original.report.id)} نقلا عن موقع آخر`);
        const before = recordOf(all, { texts });
        const after = recordOf([...all, copyOf(original)], { texts });
        expect(after.reports.find(({ id }) => id === 'copy')!.copies_of).toEqual([original.report.id]);
        for (const claim of original.claims.filter(({ kind }) => kind === 'event')) {
          const [was, is] = [before, after].map(
            (record) => record.incidents.find(({ claims }) => claims.includes(claim.id))!,
          );
          expect(is!.claims).toContain(claim.id.replace(original.report.id, 'copy'));
          expect(is!.reports).toBeGreaterThan(1);
          expect(is!.roots).not.toContain('A copyist');
          if (is!.claims.filter((id) => !id.startsWith('copy')).length === was!.claims.length)
            expect(is!.independent).toBe(was!.independent);
        }
      }),
      RUNS,
    );
  });
});

/** The same claims under another outlet, a day later than anything. */
const copyOf = ({ report, claims, ...rest }: Reading): Reading => {
  const rename = <T extends string | null>(id: T): T => (id?.replace(`${report.id}#`, 'copy#') ?? null) as T;
  return {
    ...rest,
    report: {
      ...report,
      id: 'copy',
      path: 'copy.txt',
      outlet: 'A copyist',
      published: { edtf: '2020-03-12', basis: 'stated', reason: '' },
    },
    claims: claims.map((claim) =>
      claim.kind === 'event'
        ? { ...claim, id: rename(claim.id), repeats: rename(claim.repeats) }
        : { ...claim, id: rename(claim.id), event: rename(claim.event), partOf: rename(claim.partOf) },
    ),
  };
};
