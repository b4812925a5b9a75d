import type { Bilingual, CaseRecord } from '@isnad/model';
import { folded } from '../filter/said.js';
import { grouped } from './entries.js';

export interface TypeWords {
  readonly label: Bilingual;
  /** Family with which it is shown: one colour and one mark. */
  readonly family: string;
  readonly harm: string | null;
}

export interface GroupWords {
  readonly name: Bilingual;
  readonly singular: readonly string[];
  readonly dual: readonly string[];
  readonly plural: readonly string[];
}

export interface PlaceWords {
  readonly name: string;
  readonly nameAr: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** A place that is written as another one is. */
export interface Namesake extends PlaceWords {
  readonly id: string;
}

/**
 * What is needed of the lexicon to show one record: plain data, kept beside the record, so that a server is ready
 * without the lexicon.
 */
export interface CaseWords {
  readonly types: Readonly<Record<string, TypeWords>>;
  readonly actors: Readonly<Record<string, { readonly name: Bilingual; readonly kind: string }>>;
  /** All groups of the lexicon: names are covered by them too. */
  readonly groups: Readonly<Record<string, GroupWords>>;
  readonly measures: Readonly<Record<string, Bilingual>>;
  readonly sources: Readonly<
    Record<string, { readonly name: Bilingual; readonly named: boolean; readonly kind: string }>
  >;
  /** Source id by the name of an outlet. */
  readonly outlets: Readonly<Record<string, string>>;
  /** Places of the record and those around them. */
  readonly places: Readonly<Record<string, PlaceWords>>;
  /** By place of the record: others of the gazetteer that are written alike and lie elsewhere. */
  readonly namesakes: Readonly<Record<string, readonly Namesake[]>>;
}

export const NO_WORDS: CaseWords = {
  types: {},
  actors: {},
  groups: {},
  measures: {},
  sources: {},
  outlets: {},
  places: {},
  namesakes: {},
};

/** What `wordsOfRecord` asks of a lexicon. */
export interface LexiconWords {
  readonly events: ReadonlyMap<
    string,
    { readonly label: Bilingual; readonly shownWith: string; readonly harms: string | null }
  >;
  readonly actors: ReadonlyMap<string, { readonly name: Bilingual; readonly kind: string }>;
  readonly groups: ReadonlyMap<string, GroupWords>;
  readonly measures: ReadonlyMap<string, { readonly name: Bilingual }>;
  readonly sources: ReadonlyMap<string, { readonly name: Bilingual; readonly named: boolean; readonly kind: string }>;
  readonly places: ReadonlyMap<string, PlaceWords & { readonly forms?: readonly string[] }>;
  /** Id of an outlet by the name that a report gives. */
  readonly outlet: (name: string) => string | null;
}

/** The words that a record needs, out of a whole lexicon. Pure. */
export const wordsOfRecord = (record: CaseRecord, lexicon: LexiconWords): CaseWords => {
  const claims = [...record.claims, ...(record.rejected ?? [])];
  const { incidents, reports, control } = record;
  const outlets = pick(
    reports.flatMap(({ outlet, appearances }) => [outlet, ...(appearances ?? []).map((one) => one.outlet)]),
    lexicon.outlet,
  );
  const sides = [
    ...claims.flatMap((claim) => (claim.kind === 'event' ? [...claim.actors, ...claim.targets] : [claim.group])),
    ...control.flatMap(({ spans }) => spans.map(({ holder }) => holder)),
  ].flatMap((id) => id?.split('+') ?? []);
  const told = [
    ...claims.flatMap(({ places }) => places.map(({ id }) => id)),
    ...incidents.flatMap(({ place }) => place?.id ?? []),
    ...control.map(({ place }) => place.id),
  ];
  return {
    types: pick(
      claims.map((claim) => (claim.kind === 'event' ? claim.type : null)),
      (id) => {
        const kind = lexicon.events.get(id);
        return kind ? { label: kind.label, family: kind.shownWith, harm: kind.harms } : null;
      },
    ),
    actors: pick(sides, (id) => {
      const actor = lexicon.actors.get(id);
      return actor ? { name: actor.name, kind: actor.kind } : null;
    }),
    groups: Object.fromEntries(
      [...lexicon.groups].map(([id, { name, singular, dual, plural }]) => [id, { name, singular, dual, plural }]),
    ),
    measures: Object.fromEntries([...lexicon.measures].map(([id, { name }]) => [id, name])),
    sources: pick([...claims.flatMap(({ attribution }) => attribution), ...Object.values(outlets)], (id) => {
      const source = lexicon.sources.get(id);
      return source ? { name: source.name, named: source.named, kind: source.kind } : null;
    }),
    outlets,
    places: pick(withAround(told, lexicon), (id) => {
      const place = lexicon.places.get(id);
      if (!place) return null;
      const { name, nameAr, kind, parent, lat, lon } = place;
      return { name, nameAr, kind, parent, lat, lon };
    }),
    namesakes: pick(told, namesakesIn(lexicon.places)),
  };
};

const pick = <T>(ids: Iterable<string | null>, find: (id: string) => T | null): Record<string, T> => {
  const found: Record<string, T> = Object.create(null) as Record<string, T>;
  for (const id of [...new Set(ids)].sort()) {
    const one = id === null ? null : find(id);
    if (one !== null) found[id!] = one;
  }
  return found;
};

/** Most namesakes that a place is given. */
const MOST = 8;

/** The function that finds places written as one is; a town and the district named for it are no two places. */
const namesakesIn = (places: LexiconWords['places']): ((id: string) => readonly Namesake[] | null) => {
  const spellings = ({ nameAr, forms = [] }: PlaceWords & { readonly forms?: readonly string[] }) => [
    ...new Set([nameAr, ...forms].map((form) => folded(form).replace(/^ال/, ''))),
  ];
  const byName = grouped(
    [...places].flatMap(([id, place]) => spellings(place).map((form) => [form, { id, ...place }] as const)),
  );
  const lineage = (id: string): readonly string[] => {
    const line: string[] = [];
    for (let at: string | null = id; at !== null && !line.includes(at); at = places.get(at)?.parent ?? null)
      line.push(at);
    return line;
  };
  return (id) => {
    const place = places.get(id);
    if (!place) return null;
    const own = lineage(id);
    const alike = new Map(
      spellings(place)
        .flatMap((form) => byName.get(form) ?? [])
        .map((one) => [one.id, one]),
    );
    const others = [...alike.values()].filter(
      (other) => other.id !== id && !own.includes(other.id) && !lineage(other.id).includes(id),
    );
    if (others.length === 0) return null;
    return others.slice(0, MOST).map(({ id: other, name, nameAr, kind, parent, lat, lon }) => ({
      id: other,
      name,
      nameAr,
      kind,
      parent,
      lat,
      lon,
    }));
  };
};

const withAround = (ids: Iterable<string>, { places }: LexiconWords): ReadonlySet<string> => {
  const around = new Set<string>();
  for (const id of ids)
    for (let at: string | null = id; at !== null && !around.has(at); at = places.get(at)?.parent ?? null)
      around.add(at);
  return around;
};
