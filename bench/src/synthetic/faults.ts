import type { Claim, EventClaim, FigureClaim, Reading } from '@isnad/model';
import { isoDay, type SyntheticCase } from './reports.js';
import { ARMY, FRONT, type World } from './world.js';

/** Something wrong that was put into a case on purpose, and the claims that show it. */
export interface Fault {
  readonly kind: 'falling-toll' | 'part-above-whole' | 'two-holders' | 'copied-report' | 'swapped-digit';
  /** Ids of claims, or of the one report that is a copy. */
  readonly shows: readonly string[];
}

const DAY = Date.UTC(2021, 2, 1) / 86_400_000;

/** Writes reports about a far town, where nothing else happens. */
const writerFor = (world: World) => {
  const town = world.governorates[0]!.towns[0]!;
  return (
    id: string,
    outlet: string,
    day: number,
    told: readonly (readonly [string, Partial<EventClaim> | Partial<FigureClaim>])[],
  ) => {
    let text = '';
    const claims = told.map(([wording, given], n): Claim => {
      const span = { start: text.length, end: text.length + wording.length, text: wording };
      text += `${wording}.\n`;
      const at = {
        start: span.start,
        end: span.start,
        text: town.nameAr!,
        role: 'where' as const,
        precision: 1 as const,
      };
      const places = [{ id: town.id, name: town.name, lat: town.lat, lon: town.lon, ...at }];
      const shared = { id: `${id}#${n}`, places, span, attribution: [], rule: 'synthetic' };
      if ('measure' in given)
        return {
          ...shared,
          kind: 'figure',
          measure: 'killed',
          group: 'civilians',
          min: null,
          approximate: false,
          scope: 'incident',
          from: null,
          to: null,
          partOf: null,
          event: null,
          ...given,
          max: given.min ?? null,
        };
      const event = { trigger: span, actors: [], targets: [], date: isoDay(day), modality: 'asserted' as const };
      return { ...shared, kind: 'event', type: 'shelling', ...event, repeats: null, ...(given as Partial<EventClaim>) };
    });
    const published = { edtf: isoDay(day), basis: 'given' as const, reason: 'given with the report' };
    const report = { path: `${id}.txt`, id, language: 'ar', title: null, outlet, published, furniture: [] };
    return { reading: { report, claims, persons: [], notes: [] } satisfies Reading, text };
  };
};

/** A case with one fault of each kind added. */
export const plantFaults = (
  given: SyntheticCase & { readonly world: World },
): { readonly faulty: SyntheticCase & { readonly world: World }; readonly faults: readonly Fault[] } => {
  const write = writerFor(given.world);
  const toll = (min: number): Partial<FigureClaim> => ({
    measure: 'killed',
    min,
    scope: 'cumulative',
    from: isoDay(DAY),
    attribution: ['observatory'],
  });
  const killed = (min: number, more: Partial<FigureClaim> = {}): Partial<FigureClaim> => ({
    measure: 'killed',
    min,
    ...more,
  });
  const [first, second, third, fourth] = given.world.outlets as [string, string, string, string];
  const original = ['قصف', 'البلدة', ...Array.from({ length: 40 }, (_, n) => `لفظ${n}`)].join(' ');
  const written = [
    write('toll-1', first, DAY + 10, [['بلغت حصيلة القتلى 100', { ...toll(100), to: isoDay(DAY + 10) }]]),
    write('toll-2', first, DAY + 20, [['بلغت حصيلة القتلى 112', { ...toll(112), to: isoDay(DAY + 20) }]]),
    write('toll-3', first, DAY + 30, [['بلغت حصيلة القتلى 95', { ...toll(95), to: isoDay(DAY + 30) }]]),
    write('parts', second, DAY + 60, [
      ['قصف على البلدة', { type: 'shelling', actors: [ARMY] }],
      ['مقتل 10 مدنيين', killed(10, { event: 'parts#0' })],
      ['بينهم 12 طفلا', killed(12, { event: 'parts#0', group: 'children', partOf: 'parts#1' })],
    ]),
    write('holder-1', first, DAY + 90, [['سيطر الجيش على البلدة', { type: 'capture', actors: [ARMY] }]]),
    write('holder-2', second, DAY + 90, [['سيطرت الجبهة على البلدة', { type: 'capture', actors: [FRONT] }]]),
    write('original', third, DAY + 120, [[original, { type: 'shelling', actors: [ARMY] }]]),
    write('copy', fourth, DAY + 121, [[original, { type: 'shelling', actors: [ARMY], date: isoDay(DAY + 120) }]]),
    write('digits-1', first, DAY + 150, [
      ['تفجير سيارة مفخخة', { type: 'car-bomb', actors: [FRONT] }],
      ['مقتل 12 مدنيا', killed(12, { event: 'digits-1#0', attribution: ['observatory'] })],
    ]),
    write('digits-2', second, DAY + 150, [
      ['تفجير سيارة مفخخة في السوق', { type: 'car-bomb', actors: [FRONT] }],
      ['مقتل 21 مدنيا', killed(21, { event: 'digits-2#0', attribution: ['observatory'] })],
    ]),
  ];
  return {
    faulty: {
      ...given,
      readings: [...given.readings, ...written.map(({ reading }) => reading)],
      texts: new Map([...given.texts, ...written.map(({ reading, text }) => [reading.report.id, text] as const)]),
    },
    faults: [
      { kind: 'falling-toll', shows: ['toll-2#0', 'toll-3#0'] },
      { kind: 'part-above-whole', shows: ['parts#1', 'parts#2'] },
      { kind: 'two-holders', shows: ['holder-1#0', 'holder-2#0'] },
      { kind: 'copied-report', shows: ['copy'] },
      { kind: 'swapped-digit', shows: ['digits-1#1', 'digits-2#1'] },
    ],
  };
};
