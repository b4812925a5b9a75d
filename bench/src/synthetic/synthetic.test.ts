import { buildRecord } from '@isnad/record';
import { describe, expect, it } from 'vitest';
import { syntheticCase } from './case.js';
import { plantFaults } from './faults.js';
import type { SyntheticCase } from './reports.js';
import { scorePairs } from './score.js';
import { NO_NOISE } from './tellings.js';
import type { World } from './world.js';

const recordOf = ({ readings, texts, world }: SyntheticCase & { readonly world: World }) =>
  buildRecord({
    caseName: 'synthetic',
    readings,
    texts,
    lexicon: world.lexicon,
    program: { version: 'test', lexicon: 'synthetic' },
  });

/** What the record says against some claims: kinds of failed checks and of disputes. */
const saidOf = (record: ReturnType<typeof recordOf>, claims: readonly string[]): readonly string[] => [
  ...record.checks.filter(({ ok, claims: of }) => !ok && claims.every((id) => of.includes(id))).map(({ kind }) => kind),
  ...record.disputes.filter(({ claims: of }) => claims.every((id) => of.includes(id))).map(({ kind }) => kind),
];

describe('a synthetic case', () => {
  it('is the same for the same seed, and another for another', () => {
    const texts = (seed: number) => [...syntheticCase(300, seed).texts.values()].join('');
    expect(texts(3)).toBe(texts(3));
    expect(texts(3)).not.toBe(texts(4));
  });

  it('has claims that are slices of their texts', () => {
    const { readings, texts } = syntheticCase(300, 5);
    for (const { report, claims } of readings)
      for (const { span } of claims) expect(texts.get(report.id)!.slice(span.start, span.end)).toBe(span.text);
  });

  it('comes out whole where nothing is wrong: every incident, no check failed, no dispute', () => {
    const clean = syntheticCase(2_000, 11, NO_NOISE);
    const record = recordOf(clean);
    expect(scorePairs(record, clean.truth).f1).toBe(1);
    expect(record.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(record.disputes).toEqual([]);
    expect(record.reports.filter(({ copies_of }) => copies_of.length > 0)).toEqual([]);
  });

  it.each([21, 22, 23])('at the default noise keeps nine pairs in ten right (seed %i)', (seed) => {
    const noisy = syntheticCase(4_000, seed);
    expect(scorePairs(recordOf(noisy), noisy.truth).f1).toBeGreaterThanOrEqual(0.9);
  });
});

describe('planted faults', () => {
  const { faulty, faults } = plantFaults(syntheticCase(600, 31, NO_NOISE));
  const record = recordOf(faulty);
  const found: Readonly<Record<(typeof faults)[number]['kind'], readonly string[]>> = {
    'falling-toll': ['never-falls'],
    'part-above-whole': ['parts-fit'],
    'two-holders': ['control'],
    'copied-report': [],
    'swapped-digit': ['figure'],
  };
  it.each(faults.filter(({ kind }) => kind !== 'copied-report'))('$kind is flagged', ({ kind, shows }) => {
    expect(saidOf(record, shows)).toEqual(expect.arrayContaining([...found[kind]]));
  });
  it('a copied report is named as one, and is no voice of its own', () => {
    const [copy] = faults.find(({ kind }) => kind === 'copied-report')!.shows;
    expect(record.reports.find(({ id }) => id === copy)?.copies_of).toEqual(['original']);
    const incident = record.incidents.find(({ claims }) => claims.includes(`${copy}#0`))!;
    expect([incident.reports, incident.independent]).toEqual([2, 1]);
  });
  it('nothing else is flagged', () => {
    const planted = new Set(faults.flatMap(({ shows }) => shows));
    const others = [...record.checks.filter(({ ok }) => !ok), ...record.disputes].filter(
      ({ claims }) => !claims.some((id) => planted.has(id)),
    );
    expect(others).toEqual([]);
  });
});
