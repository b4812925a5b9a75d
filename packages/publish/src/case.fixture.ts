import {
  type EventClaim,
  eventClaimId,
  type FigureClaim,
  figureClaimId,
  type Incident,
  isoDay,
  type PersonMention,
  type PlaceMention,
  type RecordedClaim,
  reportId,
} from '@isnad/model';
import type { PublishInput, Words } from './input.js';

/** An invented case of two reports about an invented valley, small enough to be read in one go. */

const FIRST = `غارة جوية على سوق وادي النور
وكالة الوادي - 3 مارس 2019
قتل خمسة مدنيين بينهم طفلان في غارة جوية استهدفت سوق بلدة عين الريحان، بحسب مرصد الوادي. وقالت الشاهدة سلمى عبد الكريم إن الطائرة عادت مرتين.
واستقدمت قوات الحكومة تعزيزات إلى قرية تل الغزال. وسيطر فصيل السهل على بلدة الرمانة.
مقالات ذات صلة`;

const SECOND = `ارتفاع حصيلة غارة السوق إلى 7 قتلى
ارتفعت حصيلة القتلى إلى 7 مدنيين في غارة عين الريحان وفق مرصد الوادي. ونفى متحدث باسم قوات الحكومة قصف السوق. ونقل جثمان لسلمى عبد الكريم إلى مشفى عين الريحان.`;

export const TEXTS = { first: FIRST, second: SECOND } as const;
/** The name of a private person in both reports; in the second with a clitic, and unseen by the reader. */
export const PRIVATE_NAME = 'سلمى عبد الكريم';

const id = (text: string): string => reportId(new TextEncoder().encode(text));
export const REPORTS = { first: id(FIRST), second: id(SECOND) } as const;

const PLACES = {
  'x.ayn': {
    id: 'x.ayn',
    name: 'Ayn ar-Rayhan',
    nameAr: 'عين الريحان',
    kind: 'town',
    parent: 'x.north',
    lat: 35.1,
    lon: 40.4,
  },
  'x.hospital': {
    id: 'x.hospital',
    name: 'Ayn ar-Rayhan hospital',
    nameAr: 'مشفى عين الريحان',
    kind: 'facility',
    parent: 'x.ayn',
    lat: 35.1013,
    lon: 40.4021,
  },
  'x.tall': {
    id: 'x.tall',
    name: 'Tall al-Ghazal',
    nameAr: 'تل الغزال',
    kind: 'village',
    parent: 'x.north',
    lat: 35.2345,
    lon: 40.5432,
  },
  'x.rummana': {
    id: 'x.rummana',
    name: 'Ar-Rummanah',
    nameAr: 'الرمانة',
    kind: 'town',
    parent: 'x.north',
    lat: 34.7,
    lon: 40.9,
  },
  'x.north': {
    id: 'x.north',
    name: 'North District',
    nameAr: 'منطقة الشمال',
    kind: 'district',
    parent: null,
    lat: 35.0,
    lon: 40.5,
  },
} as const;
type PlaceId = keyof typeof PLACES;

const textOf = (report: 'first' | 'second') => TEXTS[report];
const spanOf = (report: 'first' | 'second', words: string) => {
  const start = textOf(report).indexOf(words);
  if (start < 0) throw new Error(`the fixture's text does not hold: ${words}`);
  return { start, end: start + words.length, text: words };
};

const place = (report: 'first' | 'second', which: PlaceId, words: string): PlaceMention => {
  const { id: of, name, lat, lon } = PLACES[which];
  return { ...spanOf(report, words), id: of, name, lat, lon, precision: 1, role: 'where' };
};

const event = (
  report: 'first' | 'second',
  type: string,
  words: string,
  trigger: string,
  more: Partial<EventClaim>,
): RecordedClaim & EventClaim => {
  const span = spanOf(report, words);
  const at = span.start + words.indexOf(trigger);
  return {
    id: eventClaimId(REPORTS[report], span, type),
    kind: 'event',
    type,
    span,
    trigger: { start: at, end: at + trigger.length, text: trigger },
    actors: [],
    targets: [],
    places: [],
    date: '2019-03-03~',
    modality: 'asserted',
    attribution: [],
    repeats: null,
    rule: 'fixture',
    report: REPORTS[report],
    ...more,
  };
};

const figure = (
  report: 'first' | 'second',
  group: string,
  words: string,
  count: number,
  more: Partial<FigureClaim>,
): RecordedClaim & FigureClaim => {
  const span = spanOf(report, words);
  return {
    id: figureClaimId(REPORTS[report], span, 'killed', group),
    kind: 'figure',
    measure: 'killed',
    group,
    min: count,
    max: count,
    approximate: false,
    scope: 'incident',
    from: null,
    to: '2019-03-03',
    partOf: null,
    event: null,
    places: [],
    span,
    attribution: ['valley-observatory'],
    rule: 'fixture',
    report: REPORTS[report],
    ...more,
  };
};

const strike = event('first', 'air-strike', 'غارة جوية استهدفت سوق بلدة عين الريحان', 'غارة', {
  actors: ['government'],
  targets: ['civilians'],
  places: [place('first', 'x.ayn', 'عين الريحان')],
  attribution: ['valley-observatory'],
});
const reinforcement = event('first', 'reinforcement', 'واستقدمت قوات الحكومة تعزيزات إلى قرية تل الغزال', 'تعزيزات', {
  actors: ['government'],
  places: [place('first', 'x.tall', 'تل الغزال')],
});
const capture = event('first', 'capture', 'وسيطر فصيل السهل على بلدة الرمانة', 'وسيطر', {
  actors: ['plain-faction'],
  places: [place('first', 'x.rummana', 'الرمانة')],
});
const again = event('second', 'air-strike', 'غارة عين الريحان', 'غارة', {
  places: [place('second', 'x.ayn', 'عين الريحان')],
  attribution: ['valley-observatory'],
});
const denial = event('second', 'shelling', 'ونفى متحدث باسم قوات الحكومة قصف السوق', 'قصف', {
  actors: ['government'],
  modality: 'denied',
  attribution: ['government'],
});
const transfer = event('second', 'other', 'ونقل جثمان لسلمى عبد الكريم إلى مشفى عين الريحان', 'ونقل', {
  places: [place('second', 'x.hospital', 'مشفى عين الريحان')],
});
const five = figure('first', 'civilians', 'خمسة مدنيين', 5, { event: strike.id });
const children = figure('first', 'children', 'طفلان', 2, { event: strike.id, partOf: five.id });
const seven = figure('second', 'civilians', '7 مدنيين', 7, { event: again.id, replaces: true, to: '2019-03-05' });

export const CLAIMS = { strike, reinforcement, capture, again, denial, transfer, five, children, seven } as const;

const recorded = (which: PlaceId) => {
  const { id: of, name, nameAr, lat, lon } = PLACES[which];
  return { id: of, name, nameAr, lat, lon, precision: 1 };
};

const incident = (founding: EventClaim, where: PlaceId | null, more: Partial<Incident>): Incident => ({
  id: founding.id,
  type: founding.type,
  title: {
    ar: `${founding.trigger.text} · ${where ? PLACES[where].nameAr : 'الوادي'}`,
    en: `${founding.type} · ${where ? PLACES[where].name : 'the valley'}`,
  },
  date: founding.date,
  place: where ? recorded(where) : null,
  actors: founding.actors,
  targets: founding.targets,
  figures: [],
  claims: [founding.id],
  reports: 1,
  outlets: 1,
  roots: ['valley-observatory'],
  independent: 1,
  grade: null,
  modality: founding.modality,
  disputes: [],
  related: [],
  why: [],
  ...more,
});

const person: PersonMention = {
  ...spanOf('first', PRIVATE_NAME),
  role: 'witness',
  public: false,
  age: null,
  sex: 'female',
};

const names = (entries: Readonly<Record<string, readonly [string, string]>>) =>
  new Map(Object.entries(entries).map(([key, [ar, en]]) => [key, { name: { ar, en } }]));

const words: Words = {
  actors: names({
    government: ['قوات الحكومة', 'Government forces'],
    'plain-faction': ['فصيل السهل', 'Plain Faction'],
  }),
  sources: new Map([['valley-observatory', { name: { ar: 'مرصد الوادي', en: 'Valley Observatory' }, named: true }]]),
  groups: new Map(),
  measures: new Map(),
  events: new Map([
    ['air-strike', { label: { ar: 'غارة جوية', en: 'Air strike' }, shownWith: 'air', sensitive: null }],
    ['capture', { label: { ar: 'سيطرة', en: 'Capture' }, shownWith: 'ground', sensitive: null }],
    [
      'reinforcement',
      {
        label: { ar: 'تعزيزات وتحشدات', en: 'Reinforcement' },
        shownWith: 'ground',
        sensitive: { ar: 'مواضع القوات وتعزيزاتها', en: 'troop positions and reinforcements' },
      },
    ],
  ]),
  places: new Map(Object.entries(PLACES)),
};

const published = (edtf: string, reason: string) => ({ edtf, basis: 'stated' as const, reason });

/** The whole input, published long after the events; tests change what they are about. */
export const CASE: PublishInput = {
  record: {
    case: 'وادي النور',
    program: { name: 'isnad', version: '0.0.0', lexicon: 'fixture' },
    reports: [
      {
        id: REPORTS.first,
        path: 'first.txt',
        outlet: 'وكالة الوادي',
        title: 'غارة جوية على سوق وادي النور',
        published: published('2019-03-03', 'سطر التاريخ'),
        root_sources: ['valley-observatory'],
        copies_of: [],
        url: 'https://example.org/first',
      },
      {
        id: REPORTS.second,
        path: 'second.txt',
        outlet: null,
        title: 'ارتفاع حصيلة غارة السوق إلى 7 قتلى',
        published: published('2019-03-05', `بعد قول ${PRIVATE_NAME}`),
        root_sources: ['valley-observatory', `report:${REPORTS.second}`],
        copies_of: [],
      },
    ],
    claims: [strike, five, children, reinforcement, capture, again, seven, denial, transfer],
    incidents: [
      incident(strike, 'x.ayn', {
        claims: [strike.id, again.id],
        figures: [
          { measure: 'killed', group: 'civilians', low: 5, best: 7, high: 7, claims: [five.id, seven.id] },
          { measure: 'killed', group: 'children', low: 2, best: 2, high: 2, claims: [children.id] },
        ],
        reports: 2,
        outlets: 2,
        grade: { value: 'weak', by: 'suggested' },
        disputes: ['d:strike'],
        why: [{ a: strike.id, b: again.id, because: ['same place', `named by ${PRIVATE_NAME}`] }],
      }),
      incident(reinforcement, 'x.tall', {}),
      incident(capture, 'x.rummana', { related: [{ incident: reinforcement.id, how: 'follows' }] }),
      incident(denial, null, { disputes: ['d:strike'] }),
      incident(transfer, 'x.hospital', { date: null }),
    ],
    tolls: [
      {
        id: 't:civilians',
        source: 'valley-observatory',
        measure: 'killed',
        group: 'civilians',
        from: '2019-03-03',
        to: '2019-03-05',
        area: 'x.ayn',
        partOf: null,
        points: [
          { as_of: '2019-03-03', min: 5, max: 5, approximate: false, claim: five.id },
          { as_of: '2019-03-05', min: 7, max: 7, approximate: false, claim: seven.id },
        ],
        checks: ['k:falls'],
      },
      {
        id: 't:children',
        source: 'valley-observatory',
        measure: 'killed',
        group: 'children',
        from: '2019-03-03',
        to: '2019-03-05',
        area: 'x.ayn',
        partOf: 't:civilians',
        points: [{ as_of: '2019-03-03', min: 2, max: 2, approximate: false, claim: children.id }],
        checks: [],
      },
    ],
    control: [
      {
        place: recorded('x.rummana'),
        spans: [
          {
            holder: 'government',
            part: 'whole',
            status: 'held',
            assessed: false,
            from: null,
            to: '2019-03-02',
            claims: [],
          },
          {
            holder: 'plain-faction',
            part: 'whole',
            status: 'taken',
            assessed: true,
            from: '2019-03-03',
            to: null,
            claims: [capture.id],
          },
        ],
      },
    ],
    checks: [
      {
        id: 'k:falls',
        kind: 'never-falls',
        ok: true,
        claims: [five.id, seven.id],
        explain: { ar: 'خمسة ثم سبعة', en: 'five, then seven' },
      },
    ],
    disputes: [
      {
        id: 'd:strike',
        kind: 'occurrence',
        claims: [strike.id, denial.id],
        explain: { ar: `تقولها ${PRIVATE_NAME} وتنفيها الحكومة`, en: '=said, and denied by the government' },
      },
    ],
  },
  texts: new Map([
    [REPORTS.first, FIRST],
    [REPORTS.second, SECOND],
  ]),
  readings: new Map([
    [REPORTS.first, { report: { furniture: [spanOf('first', 'مقالات ذات صلة')], language: 'ar' }, persons: [person] }],
    [REPORTS.second, { report: { furniture: [], language: 'ar' }, persons: [] }],
  ]),
  words,
  asOf: '2020-01-01',
  names: false,
};

/** The input as of a day so many days after the first report. */
export const asOfDaysAfter = (days: number): PublishInput => ({
  ...CASE,
  asOf: isoDay(Date.UTC(2019, 2, 3) / 86_400_000 + days),
});
