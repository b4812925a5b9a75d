import { fold } from '@isnad/arabic';
import type { Place } from '../entries.js';
import { Phrases } from '../phrases.js';
import { kilometres, type Point } from './distance.js';
import { loadPlaceWords, type PlaceWords } from './heads.js';
import { loadPlaces } from './load.js';
import { foldEnglish, isSide, looseSpellings } from './spellings.js';

/** The places, and the ways to find them. */
export interface Gazetteer {
  readonly places: readonly Place[];
  readonly words: PlaceWords;
  byId(id: string): Place | undefined;
  /** By its ISO 3166-1 alpha-2 code. */
  country(code: string): Place | undefined;
  /** All forms, as the automaton finds them in a text. */
  readonly phrases: Phrases<Place>;
  /**
   * Forms of imported places that no place of the project's own tables bears; null without an import. There are
   * many, named like common words and like each other: they count where a head noun or a place beside them says so.
   */
  readonly imported: Phrases<Place> | null;
  /** Looser spellings (سوسة ↔ السوسة, البوعمر as أبو عمر): to be trusted behind a head noun only. */
  readonly loosePhrases: Phrases<Place>;
  /** Places of which this is a whole written form. */
  named(arabic: string): readonly Place[];
  /** Places of which this is a looser spelling: candidates behind a head noun. */
  namedLoosely(arabic: string): readonly Place[];
  /** Places with this English name, transcription of the article aside. */
  namedInEnglish(name: string): readonly Place[];
  /** The places that contain it, the nearest first. */
  ancestors(id: string): readonly Place[];
  /** The place itself and all that it contains. */
  inside(id: string): readonly Place[];
  /** Whether `outer` is or contains `inner`. */
  contains(outer: string, inner: string): boolean;
  /** Kilometres between two places; null when one has no point. */
  distanceKm(a: string, b: string): number | null;
  /** Places within `km` of a point, the nearest first. */
  near(lat: number, lon: number, km: number): readonly Place[];
}

const pointOf = (place: Place | undefined): Point | null =>
  place && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null;

const grouped = (
  places: readonly Place[],
  keysOf: (place: Place) => Iterable<string>,
): ReadonlyMap<string, readonly Place[]> => {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    for (const key of new Set(keysOf(place))) {
      const group = groups.get(key);
      if (group) group.push(place);
      else groups.set(key, [place]);
    }
  }
  return groups;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Forms of imported places; a form of the own tables is left to them. */
const importedPhrases = (imported: readonly Place[], own: Phrases<Place>, words: PlaceWords): Phrases<Place> | null => {
  if (imported.length === 0) return null;
  const phrases = new Phrases<Place>({ nouns: true });
  const relations = new Set(words.relations.flatMap(({ forms }) => forms));
  // Villages are called Village (قرى), Camp (مخيم) and Eastern (الشرقي), too: such words announce places in a report.
  const isTaken = (form: string): boolean =>
    isSide(form) || words.headOfFolded(form) !== undefined || relations.has(form) || own.holds(form);
  for (const place of imported) for (const form of place.forms) if (!isTaken(form)) phrases.addFolded(form, place);
  return phrases;
};

/** Builds the gazetteer over loaded tables; `imported` places stand behind the project's own. */
export const gazetteerOf = (own: readonly Place[], words: PlaceWords, imported: readonly Place[] = []): Gazetteer => {
  const places = imported.length === 0 ? own : [...own, ...imported];
  const index = new Map(places.map((place) => [place.id, place]));
  /** Looser spellings, and the name without its head noun, so that سجن "سوسة" meets سجن سوسة. */
  const looseFormsOf = (form: string): readonly string[] => {
    const [first, ...rest] = form.split(' ');
    const hasOwnName = rest.length > 0 && words.headOfFolded(first!)?.role === 'name' && !words.headOfFolded(rest[0]!);
    const bare = hasOwnName ? [rest.join(' ')] : [];
    return [...looseSpellings(form), ...bare, ...bare.flatMap(looseSpellings)];
  };
  const phrases = new Phrases<Place>({ nouns: true });
  const loosePhrases = new Phrases<Place>({ nouns: true });
  for (const place of own) {
    const forms = new Set(place.forms);
    for (const form of forms) {
      phrases.addFolded(form, place);
      for (const loose of looseFormsOf(form)) if (!forms.has(loose)) loosePhrases.addFolded(loose, place);
    }
  }
  // Readers find names with the automata; these tables are for look-ups of single names, and wait for the first.
  const arabic = once(() => inOrder((list) => grouped(list, (place) => place.forms)));
  const loosely = once(() =>
    grouped(own, (place) => place.forms.flatMap(looseFormsOf).filter((form) => !place.forms.includes(form))),
  );
  const english = once(() =>
    inOrder((list) => grouped(list, (place) => [place.name, ...(place.also ?? [])].map(foldEnglish))),
  );
  /** The own places of a key, else the imported. */
  const inOrder = (
    table: (list: readonly Place[]) => ReadonlyMap<string, readonly Place[]>,
  ): ReadonlyMap<string, readonly Place[]> => new Map([...table(imported), ...table(own)]);
  const above = new Map<string, readonly Place[]>();
  const holders = new Map<string, ReadonlySet<string>>();
  const holdersOf = (id: string): ReadonlySet<string> => {
    let known = holders.get(id);
    if (!known) {
      known = new Set([id, ...ancestors(id).map((place) => place.id)]);
      if (index.has(id)) holders.set(id, known);
    }
    return known;
  };
  const ancestors = (id: string): readonly Place[] => {
    const known = above.get(id);
    if (known) return known;
    const parent = index.get(index.get(id)?.parent ?? '');
    const found = parent ? [parent, ...ancestors(parent.id)] : [];
    if (index.has(id)) above.set(id, found);
    return found;
  };
  // The first of two wins: the project's own.
  const countries = once(
    () =>
      new Map([...places].reverse().flatMap((one) => (one.kind === 'country' ? [[one.country, one] as const] : []))),
  );
  const held = once(() => grouped(places, ({ id }) => holdersOf(id)));
  return {
    places,
    words,
    byId: (id) => index.get(id),
    country: (code) => countries().get(code),
    phrases,
    imported: importedPhrases(imported, phrases, words),
    loosePhrases,
    named: (form) => arabic().get(fold(form)) ?? [],
    namedLoosely: (form) => loosely().get(fold(form)) ?? [],
    namedInEnglish: (name) => english().get(foldEnglish(name)) ?? [],
    ancestors,
    inside: (id) => held().get(id) ?? [],
    contains: (outer, inner) => outer === inner || holdersOf(inner).has(outer),
    distanceKm: (a, b) => {
      const [from, to] = [pointOf(index.get(a)), pointOf(index.get(b))];
      return from && to ? kilometres(from, to) : null;
    },
    near: (lat, lon, km) =>
      places
        .flatMap((place) => {
          const point = pointOf(place);
          const away = point ? kilometres(point, { lat, lon }) : Infinity;
          return away <= km ? [{ place, away }] : [];
        })
        .sort((a, b) => a.away - b.away || (a.place.id < b.place.id ? -1 : 1))
        .map(({ place }) => place),
  };
};

/** The gazetteer of the project's own tables. */
export const loadGazetteer = (): Gazetteer => gazetteerOf(loadPlaces(), loadPlaceWords());
