import type { CaseRecord, EventClaim, FigureClaim, Incident, RecordedClaim } from '@isnad/model';
import type { CompareWords } from './held/subject.js';

// An invented war in a valley: three places, two sides, one observatory.

const place = (
  id: string,
  name: string,
  nameAr: string,
  lat: number,
  lon: number,
  kind: 'town' | 'district' = 'town',
) => [id, { id, name, nameAr, kind, parent: kind === 'town' ? 'north' : null, lat, lon, country: 'SY' }] as const;

const group = (ar: string, en: string, within: string | null) => ({
  name: { ar, en },
  singular: [],
  dual: [],
  plural: [],
  within,
  of: 'people' as const,
});

export const WORDS: CompareWords = {
  actors: new Map([
    [
      'syrian-government',
      {
        name: { ar: 'قوات الحكومة', en: 'Government forces' },
        kind: 'state-forces',
        countries: ['SY'],
        parent: null,
        allies: [],
        forms: { neutral: ['الجيش الحكومي'] },
      },
    ],
    [
      'faction',
      {
        name: { ar: 'فصيل السهل', en: 'Plain Faction' },
        kind: 'rebel-group',
        countries: ['SY'],
        parent: null,
        allies: [],
      },
    ],
  ]),
  sources: new Map([
    [
      'observatory',
      {
        name: { ar: 'مرصد الوادي', en: 'Valley Observatory' },
        named: true,
        kind: 'observatory',
        country: 'SY',
        side: null,
      },
    ],
  ]),
  groups: new Map([
    ['persons', group('أشخاص', 'persons', null)],
    ['civilians', group('مدنيون', 'civilians', 'persons')],
  ]),
  measures: new Map([
    ['killed', { name: { ar: 'قتلى', en: 'killed' } }],
    ['wounded', { name: { ar: 'جرحى', en: 'wounded' } }],
  ]),
  events: new Map([
    ['air-strike', { label: { ar: 'غارة جوية', en: 'air strike' }, shownWith: 'air' }],
    ['armed-clash', { label: { ar: 'اشتباكات', en: 'clashes' }, shownWith: 'fighting' }],
    ['capture', { label: { ar: 'سيطرة', en: 'capture' }, shownWith: 'ground' }],
  ]) as unknown as CompareWords['events'],
  places: new Map([
    place('ayn', 'Ayn ar-Rayhan', 'عين الريحان', 35.1, 40.4),
    place('rummana', 'Rummana', 'الرمانة', 35.3, 40.4),
    place('far', 'Tall Ba‘id', 'تل بعيد', 33.0, 38.0),
    place('north', 'North District', 'منطقة الشمال', 35.2, 40.5, 'district'),
  ]) as unknown as CompareWords['places'],
};

const REPORT = `sha256:${'a'.repeat(64)}`;

const figure = (id: string, measure: string, of: string, min: number, max: number): RecordedClaim =>
  ({
    id,
    report: REPORT,
    kind: 'figure',
    measure,
    group: of,
    min,
    max,
    approximate: false,
    scope: 'incident',
    from: null,
    to: null,
    partOf: null,
    event: null,
    places: [],
    span: { start: 0, end: 1, text: 'x' },
    attribution: ['observatory'],
    rule: 'figure/test',
  }) satisfies FigureClaim & { readonly report: string };

const event = (id: string, type: string): RecordedClaim =>
  ({
    id,
    report: REPORT,
    kind: 'event',
    type,
    span: { start: 0, end: 1, text: 'x' },
    trigger: { start: 0, end: 1, text: 'x' },
    actors: [],
    targets: [],
    places: [],
    date: null,
    modality: 'asserted',
    attribution: ['observatory'],
    repeats: null,
    rule: 'event/test',
  }) satisfies EventClaim & { readonly report: string };

/** An incident of the invented war, with what it is told of it. */
export const incident = (id: string, told: Partial<Incident> & { readonly at?: string }): Incident => {
  const entry = WORDS.places.get(told.at ?? 'ayn');
  return {
    id,
    type: 'air-strike',
    title: { ar: `غارة · ${entry?.nameAr ?? ''}`, en: `air strike · ${entry?.name ?? ''}` },
    date: '2019-03-01',
    place: entry
      ? { id: entry.id, name: entry.name, nameAr: entry.nameAr, lat: entry.lat, lon: entry.lon, precision: 1 }
      : null,
    actors: ['syrian-government'],
    targets: ['civilians'],
    figures: [],
    claims: [id],
    reports: 1,
    outlets: 1,
    roots: ['observatory'],
    independent: 1,
    grade: null,
    modality: 'asserted',
    disputes: [],
    related: [],
    why: [],
    ...told,
  };
};

const killed = (low: number, high: number, claim: string, of = 'civilians') => ({
  measure: 'killed',
  group: of,
  low,
  best: low,
  high,
  claims: [claim],
});

export const INCIDENTS: readonly Incident[] = [
  incident('c:strike', { figures: [killed(5, 7, 'c:f1')], grade: { value: 'weak', by: 'suggested' } }),
  incident('c:clash', {
    type: 'armed-clash',
    at: 'rummana',
    date: '2019-03-10',
    actors: ['syrian-government', 'faction'],
    targets: [],
    figures: [killed(3, 3, 'c:f2', 'faction')],
  }),
  incident('c:capture', {
    type: 'capture',
    at: 'rummana',
    date: '2019-03-12',
    actors: ['faction'],
    targets: ['syrian-government'],
  }),
  incident('c:denied', { date: '2019-03-20', modality: 'denied' }),
];

export const RECORD: CaseRecord = {
  case: 'Valley',
  program: { name: 'isnad', version: '0', lexicon: '0' },
  reports: [
    {
      id: REPORT,
      path: 'a.txt',
      outlet: 'صوت الوادي',
      title: 'غارة على عين الريحان',
      published: { edtf: '2019-03-02', basis: 'stated', reason: '' },
      root_sources: ['observatory'],
      copies_of: [],
    },
  ],
  claims: [
    ...INCIDENTS.map(({ id, type }) => event(id, type)),
    figure('c:f1', 'killed', 'civilians', 5, 7),
    figure('c:f2', 'killed', 'faction', 3, 3),
  ],
  incidents: INCIDENTS,
  tolls: [],
  control: [],
  checks: [],
  disputes: [],
};
