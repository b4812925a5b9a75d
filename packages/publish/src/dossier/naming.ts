import type { Bilingual, CaseRecord, PlaceMention, RecordedPlace } from '@isnad/model';
import terms from '../data/terms.json' with { type: 'json' };
import type { Words } from '../input.js';
import { WITHHELD_PLACE } from '../policy/districts.js';

/** Families of event types: one colour and one mark each. */
export type Family = keyof typeof terms.families;

/** Names of ids in both languages: the lexicon's, else this package's terms, else the id made readable. */
export interface Naming {
  readonly actor: (id: string) => Bilingual;
  readonly source: (id: string) => Bilingual;
  readonly group: (id: string) => Bilingual;
  readonly measure: (id: string) => Bilingual;
  /** An event type, and the family with which it is shown. */
  readonly type: (id: string) => Bilingual;
  readonly family: (type: string) => Family;
  readonly place: (place: RecordedPlace | PlaceMention) => Bilingual;
  /** A place of which only the id, or a name, is known. */
  readonly placeOf: (idOrName: string) => Bilingual;
  /** A composed sentence with the ids of reports said as their numbers. */
  readonly inSentence: (text: Bilingual) => Bilingual;
  readonly isNamedSource: (id: string) => boolean;
}

const readable = (id: string): Bilingual => {
  const plain =
    id
      .replace(/^[a-z]+:/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || id;
  return { ar: plain, en: plain };
};

const entryOf = (table: object, id: string): Bilingual | undefined =>
  Object.hasOwn(table, id) ? (table as Record<string, Bilingual>)[id] : undefined;

/** A term of this package's table, such as a modality or a kind of dispute. */
export const term = (table: Exclude<keyof typeof terms, 'families'>, id: string): Bilingual =>
  entryOf(terms[table], id) ?? readable(id);

/** All terms, by table and id. */
export const TERMS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = terms;

const isFamily = (id: string): id is Family => Object.hasOwn(terms.families, id);
export const FAMILIES = Object.keys(terms.families) as readonly Family[];
export const familyName = (family: Family): Bilingual => terms.families[family];

/** A report whose outlet is not known is its own root source. */
const REPORT = 'report:';
const REPORT_IN_TEXT = /report:(sha256:[0-9a-f]{64})/g;
const ofReport = (number: number | undefined): Bilingual => ({
  ar: `التقرير ${number ?? '?'}`,
  en: `report ${number ?? '?'}`,
});

/** Names as a reader knows them, from the lexicon. */
export const naming = (
  words: Words,
  { reports, incidents, control }: Pick<CaseRecord, 'reports' | 'incidents' | 'control'>,
): Naming => {
  const reportNumber = new Map(reports.map(({ id }, i) => [id, i + 1]));
  const places = [...incidents.flatMap(({ place }) => place ?? []), ...control.map(({ place }) => place)];
  const arabicByName = new Map(places.flatMap(({ name, nameAr }) => (nameAr === undefined ? [] : [[name, nameAr]])));
  const one = (id: string): Bilingual =>
    words.actors.get(id)?.name ??
    words.groups.get(id)?.name ??
    words.sources.get(id)?.name ??
    entryOf(terms.groups, id) ??
    readable(id);
  /** `a+b` is a joint group, such as the dead of two sides counted together. */
  const joint = (id: string): Bilingual => {
    const parts = id.split('+').map(one);
    return { ar: parts.map(({ ar }) => ar).join(' و'), en: parts.map(({ en }) => en).join(' and ') };
  };
  return {
    actor: joint,
    group: joint,
    source: (id) =>
      id.startsWith(REPORT)
        ? ofReport(reportNumber.get(id.slice(REPORT.length)))
        : (words.sources.get(id)?.name ?? one(id)),
    type: (id) => words.events.get(id)?.label ?? readable(id),
    family: (type) => {
      const family = words.events.get(type)?.shownWith ?? 'other';
      return isFamily(family) ? family : 'other';
    },
    measure: (id) => words.measures.get(id)?.name ?? term('measures', id),
    place: (place) => {
      if (place.id === WITHHELD_PLACE.id) return { ar: WITHHELD_PLACE.nameAr, en: WITHHELD_PLACE.name };
      const entry = words.places.get(place.id);
      const written = 'text' in place && /^[\p{Script=Arabic}\s]+$/u.test(place.text) ? place.text : undefined;
      const ar = ('nameAr' in place ? place.nameAr : undefined) ?? entry?.nameAr ?? written ?? place.name;
      return { ar: withoutMarks(ar), en: entry?.name ?? place.name };
    },
    placeOf: (idOrName) => {
      const entry = words.places.get(idOrName);
      return entry
        ? { ar: withoutMarks(entry.nameAr), en: entry.name }
        : { ar: withoutMarks(arabicByName.get(idOrName) ?? idOrName), en: idOrName };
    },
    inSentence: (text) => {
      const said = (language: 'ar' | 'en') =>
        text[language].replace(REPORT_IN_TEXT, (_, id: string) => ofReport(reportNumber.get(id))[language]);
      return { ar: said('ar'), en: said('en') };
    },
    isNamedSource: (id) => words.sources.get(id)?.named ?? true,
  };
};

/** Arabic without vowel marks and tatweel, for labels. */
export const withoutMarks = (text: string): string => text.replace(/[\u064b-\u0652\u0670\u0640]/g, '');
