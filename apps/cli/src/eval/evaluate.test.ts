import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Claim, Reading } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.js';
import { type Scored, scoredGold, scoredReading } from './scored.js';

const shared = path.resolve(import.meta.dirname, '../../../../../shared');
const scorer = path.join(shared, 'score/score.mjs');

/** What a reader might have read: the gold with every nth claim lost, and others read wrongly. */
const misread = (name: string, gold: Scored, text: string): Reading => {
  const quote = ([start, end]: readonly [number, number]) => ({ start, end, text: text.slice(start, end) });
  const places = (list: Scored['events'][number]['places']) =>
    list.map((place) => ({ ...place, id: place.name, start: 0, end: 0, lat: null, lon: null, precision: null }));
  const events = gold.events.map((event, n) => ({
    id: event.id,
    kind: 'event',
    type: n % 7 === 3 ? 'shelling' : event.type,
    span: quote(event.span),
    trigger: quote(event.trigger),
    actors: n % 5 === 1 ? event.targets : event.actors,
    targets: n % 4 === 1 ? [] : event.targets,
    places: places(n % 6 === 2 ? event.places.slice(1) : event.places),
    date: n % 3 === 1 ? '2018-12' : n % 8 === 5 ? `../${event.date ?? '2018-12-10'}` : event.date,
    modality: n % 9 === 4 ? 'denied' : event.modality,
    attribution: n % 5 === 2 ? [] : event.attribution,
    repeats: n % 6 === 1 ? null : event.sameAs,
    rule: 'test',
  }));
  const figures = gold.figures.map((figure, n) => ({
    id: figure.id,
    kind: 'figure',
    measure: n % 6 === 2 ? 'casualties' : figure.measure,
    group: n % 5 === 3 ? 'persons' : figure.group,
    min: figure.min,
    max: n % 4 === 1 ? (figure.max ?? 0) + 1 : figure.max,
    approximate: false,
    scope: n % 7 === 1 ? 'standing' : figure.scope,
    from: n % 3 === 1 ? null : figure.from,
    to: figure.to,
    partOf: n % 5 === 4 ? (gold.figures[0]?.id ?? null) : figure.partOf,
    event: null,
    places: [],
    span: quote(figure.span),
    attribution: figure.attribution,
    rule: 'test',
  }));
  const claims = [...events, ...figures].filter((_, n) => n % 8 !== 6) as unknown as Claim[];
  const furniture = (gold.furniture ?? []).slice(1).map(([start, end]) => ({ start, end }));
  const published = { edtf: gold.published?.replace('2018', '2017') ?? null, basis: 'stated' as const, reason: '' };
  const report = { path: `${name}.txt`, id: name, language: 'ar', title: null, outlet: null, published, furniture };
  return { report, claims, persons: [], notes: [] };
};

/** Sums depend on their order in the last digit. */
const rounded = (measures: unknown): unknown =>
  JSON.parse(
    JSON.stringify(measures, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)),
  );

describe.runIf(existsSync(scorer))('the measures are those of the annotation guide’s scorer', () => {
  it.each([
    ['five reports', 'gold/five', 'gold/five-texts', ''],
    ['reports of other wars', 'gold/dev', 'gold/texts', ''],
    ['with a report that was not read', 'gold/five', 'gold/five-texts', 'skip'],
  ])('%s', (_what, goldFolder, textsFolder, skip) => {
    const names = readdirSync(path.join(shared, goldFolder))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => file.slice(0, -5));
    const reports = names.map((name, n) => {
      const text = readFileSync(path.join(shared, textsFolder, `${name}.txt`), 'utf8');
      const gold = scoredGold(JSON.parse(readFileSync(path.join(shared, goldFolder, `${name}.json`), 'utf8')), text);
      const reading = skip !== '' && n === 1 ? null : misread(name, gold, text);
      return { name, text, gold, reading };
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'eval-'));
    const lines = path.join(folder, 'read.ndjson');
    writeFileSync(lines, reports.flatMap(({ reading }) => (reading ? [JSON.stringify(reading)] : [])).join('\n'));
    const args = [scorer, path.join(shared, goldFolder), lines, '--texts', path.join(shared, textsFolder), '--json'];
    const wanted: unknown = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    rmSync(folder, { recursive: true });

    const { misses, furnitureUnits, ...measures } = evaluate(
      reports.map(({ reading, ...report }) => ({ ...report, found: reading && scoredReading(reading) })),
    );
    expect(rounded(measures)).toEqual(rounded(wanted));
    expect(misses.length).toBeGreaterThan(5);
    expect(furnitureUnits).toBeGreaterThanOrEqual(0);
  });
});

describe('evaluating', () => {
  const text = 'قصف الطيران هجين فقتل 5 مدنيين بينهم طفلان.'; // aircraft bombed Hajin and killed 5 civilians, two children among them
  const gold = scoredGold(
    {
      published: { edtf: '2018-12-17' },
      events: [
        {
          id: 'e1',
          quote: 'قصف الطيران هجين',
          trigger: 'قصف',
          type: 'air-strike',
          actor: ['coalition'],
          target: [],
          places: [{ name: 'Hajin', text: 'هجين' }],
          date: '2018-12-16',
          modality: 'asserted',
          attribution: [],
        },
      ],
      figures: [
        {
          id: 'f1',
          quote: '5 مدنيين',
          measure: 'killed',
          group: 'civilians',
          min: 5,
          max: 5,
          scope: 'incident',
          attribution: [],
        },
        {
          id: 'f2',
          quote: 'طفلان',
          measure: 'killed',
          group: 'children',
          min: 2,
          max: 2,
          scope: 'incident',
          subset_of: 'f1',
          attribution: [],
        },
      ],
    },
    text,
  );

  it('finds its own gold perfect', () => {
    const { published, events, figures, misses } = evaluate([{ name: 'x', text, gold, found: gold }]);
    expect([published, events.strict.f1, figures.full.f1, figures.parts.f1]).toEqual([1, 1, 1, 1]);
    expect(misses).toEqual([]);
  });

  it('counts a drone strike for an air strike by family only, and names what was missed', () => {
    const found = {
      ...gold,
      events: gold.events.map((event) => ({ ...event, type: 'drone-strike' })),
      figures: gold.figures.slice(1),
    };
    const { events, figures, misses } = evaluate([{ name: 'x', text, gold, found }]);
    expect([events.strict.f1, events.lenient.f1, figures.full.recall]).toEqual([0, 1, 0.5]);
    expect(misses).toEqual([{ report: 'x', kind: 'figure missed', what: 'killed civilians 5-5', words: '5 مدنيين' }]);
  });
});
