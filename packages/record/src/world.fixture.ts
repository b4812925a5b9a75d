import { eventKinds, loadEventWords } from '@isnad/claims';
import {
  type EventClaim,
  type FigureClaim,
  type PlaceMention,
  type Published,
  plainEventKind,
  type Reading,
} from '@isnad/model';
import { buildRecord, type RecordInput } from './build.js';
import type { KnownPlace, RecordLexicon } from './lexicon/record-lexicon.js';

/**
 * An invented war for the tests: the army and its ally the coalition against the front, around the town of
 * Marj with its market and its east quarter, the village of Ford eight kilometres and the town of Tell twenty kilometres away, and the pocket around both.
 */
const place = (id: string, nameAr: string, kind: string, ancestors: string, lat: number, lon: number): KnownPlace => ({
  id,
  name: id,
  nameAr,
  kind,
  ancestors: ancestors.split(' ').filter(Boolean),
  lat,
  lon,
});

const KINDS = eventKinds(loadEventWords());

const PLACES: readonly KnownPlace[] = [
  place('wadi', 'محافظة الوادي', 'governorate', '', 30.2, 40.2),
  place('pocket', 'جيب المرج', 'region', 'wadi', 30.05, 40.05),
  place('marj', 'المرج', 'town', 'wadi', 30.0, 40.0),
  place('market', 'سوق المرج', 'facility', 'marj wadi', 30.0, 40.0),
  place('east-quarter', 'الحي الشرقي', 'quarter', 'marj wadi', 30.01, 40.01),
  place('tell', 'التل', 'town', 'wadi', 30.15, 40.12),
  place('ford', 'المخاضة', 'town', 'wadi', 30.05, 40.06),
];

const source = (id: string, ar: string, named = true, owner: string | null = null, side: string | null = null) => ({
  id,
  name: { ar, en: id },
  named,
  owner,
  side,
});

const SOURCES = [
  source('observatory', 'المرصد'),
  source('agency', 'الوكالة'),
  source('north-news', 'أخبار الشمال', true, 'media-group'),
  source('south-news', 'أخبار الجنوب', true, 'media-group'),
  source('army', 'الجيش', true, null, 'army'),
  source('front', 'الجبهة', true, null, 'front'),
  source('war-ministry', 'وزارة الحرب', true, null, 'army'),
  source('own-sources', 'مصادرنا', false),
  source('witnesses', 'شهود', false),
];

const actor = (id: string, ar: string, parent: string | null = null, allies: readonly string[] = []) => ({
  id,
  name: { ar, en: id },
  parent,
  allies,
});

const ACTORS = [
  actor('army', 'الجيش', null, ['coalition']),
  actor('air-force', 'سلاح الجو', 'army'),
  actor('coalition', 'التحالف'),
  actor('front', 'الجبهة'),
  actor('rebels', 'الثوار'),
];

const group = (id: string, ar: string, within: string | null) => ({
  id,
  name: { ar, en: id },
  within,
  of: 'people' as const,
});

const GROUPS = [
  group('civilians', 'مدنيون', null),
  group('children', 'أطفال', 'civilians'),
  group('women', 'نساء', 'civilians'),
  group('civilians-foreign', 'مدنيون أجانب', 'civilians'),
  group('children-foreign', 'أطفال أجانب', 'children'),
];

const find = <T extends { readonly id: string }>(list: readonly T[], id: string): T | null =>
  list.find((one) => one.id === id) ?? null;

export const lexicon: RecordLexicon = {
  place: ({ id, text }) => find(PLACES, id) ?? PLACES.find(({ nameAr }) => nameAr === text) ?? null,
  placeNoun: (word) =>
    (({ السوق: 'point', الحي: 'point', بلدة: 'settlement', مدينة: 'settlement' }) as const)[word] ?? null,
  source: (id) => find(SOURCES, id),
  outlet: (name) => find(SOURCES, name),
  actor: (id) => find(ACTORS, id),
  group: (id) => find(GROUPS, id),
  measure: (id) => ({ id, name: { ar: id, en: id }, harm: ['killed', 'wounded'].includes(id) }),
  eventKind: (type) => KINDS.get(type) ?? plainEventKind(type),
};

const at = (id: string, role: PlaceMention['role'] = 'where'): PlaceMention => ({
  id,
  name: id,
  text: find(PLACES, id)?.nameAr ?? id,
  start: 0,
  end: 0,
  role,
  lat: null,
  lon: null,
  precision: null,
});

type PlaceWord = string | readonly [string, PlaceMention['role']];
const mentions = (words: readonly PlaceWord[]): readonly PlaceMention[] =>
  words.map((word) => (typeof word === 'string' ? at(word) : at(word[0], word[1])));

type Told<T> = Partial<Omit<T, 'kind' | 'id' | 'places' | 'span' | 'trigger'>> & {
  readonly places?: readonly PlaceWord[];
  readonly text?: string;
  readonly trigger?: string;
};

/** A claim that is still to get its place in a report's text. */
export type Draft = (report: string, start: number) => EventClaim | FigureClaim;

const spanOf = (text: string, start: number) => ({ start, end: start + text.length, text });

/** An event claim with id `<report>#<name>`; `repeats`, `event` and `partOf` name claims of the same report. */
export const event =
  (name: string, type: string, told: Told<EventClaim> = {}): Draft =>
  (report, start) => {
    const { places = ['marj'], text = `${type} ${name}`, trigger = text, repeats = null, ...rest } = told;
    return {
      kind: 'event',
      id: `${report}#${name}`,
      type,
      span: spanOf(text, start),
      trigger: spanOf(trigger, start),
      actors: [],
      targets: [],
      places: mentions(places).map((place) => ({ ...place, start, end: start + 1 })),
      date: '2020-03-10',
      modality: 'asserted',
      attribution: [],
      rule: 'test',
      ...rest,
      repeats: repeats && `${report}#${repeats}`,
    };
  };

/** A figure claim; `min` alone means an exact number. */
export const figure =
  (name: string, measure: string, of: string, min: number | null, told: Told<FigureClaim> = {}): Draft =>
  (report, start) => {
    const { places = [], text = `${min} ${of} ${measure}`, event: result = null, partOf = null, ...rest } = told;
    return {
      kind: 'figure',
      id: `${report}#${name}`,
      measure,
      group: of,
      min,
      max: min,
      approximate: false,
      scope: 'incident',
      from: null,
      to: null,
      attribution: [],
      rule: 'test',
      span: spanOf(text, start),
      places: mentions(places),
      ...rest,
      event: result && `${report}#${result}`,
      partOf: partOf && `${report}#${partOf}`,
    };
  };

export interface Heading {
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly basis?: Published['basis'];
  readonly title?: string | null;
}

/** A reading whose claims stand one behind the other in the text. */
export const report = (id: string, heading: Heading, ...drafts: readonly Draft[]): Reading => {
  const { outlet = null, published = '2020-03-10', title = null } = heading;
  let start = 0;
  const claims = drafts.map((draft) => {
    const claim = draft(id, start);
    start = claim.span.end + 300;
    return claim;
  });
  const basis = heading.basis ?? (published === null ? 'none' : 'stated');
  return {
    report: {
      path: `${id}.txt`,
      id,
      language: 'ar',
      title,
      outlet,
      published: { edtf: published, basis, reason: '' },
      furniture: [],
    },
    claims,
    persons: [],
    notes: [],
  };
};

/** The record of some readings in the invented war. */
export const recordOf = (readings: readonly Reading[], more: Partial<RecordInput> = {}) =>
  buildRecord({ caseName: 'test', readings, lexicon, program: { version: '0', lexicon: '0' }, ...more });

/** The claims of each incident that holds more than one, in order. */
export const together = (record: ReturnType<typeof recordOf>): readonly (readonly string[])[] =>
  record.incidents
    .map(({ claims }) => [...claims].sort())
    .filter(({ length }) => length > 1)
    .sort();

/** The incident that holds a claim. */
export const incidentOf = (record: ReturnType<typeof recordOf>, claim: string) =>
  record.incidents.find(({ claims }) => claims.includes(claim))!;
