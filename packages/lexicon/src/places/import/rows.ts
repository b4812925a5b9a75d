import type { Place } from '../../entries.js';
import type { PlaceWords } from '../heads.js';
import { isWide } from '../kinds.js';
import { PLACE_COLUMNS, type PlaceCells } from '../row.js';
import type { ForeignPlace } from './foreign.js';
import { Grid } from './grid.js';
import type { Merged } from './merge.js';

/** A place whose neighbours of the tables within this distance all lie in one governorate lies there too. */
const NEIGHBOUR_KM = 30;
const NEIGHBOURS = 3;

type Located = Place & { readonly lat: number; readonly lon: number };

const isLocated = (place: Place): place is Located =>
  place.lat !== null && place.lon !== null && place.parent !== null && !isWide(place.kind);

/** The governorate (or country) of the project's tables that a point lies in, told by the places around it. */
const areaFinder = (own: readonly Place[]): ((place: ForeignPlace) => string | null) => {
  const byId = new Map(own.map((place) => [place.id, place]));
  const countries = new Map(own.filter(({ kind }) => kind === 'country').map((place) => [place.country, place.id]));
  const governorateOf = (place: Place): string | null => {
    let here: Place | undefined = place;
    for (let steps = 0; here && steps < 10; steps++) {
      if (here.kind === 'governorate') return here.id;
      here = here.parent === null ? undefined : byId.get(here.parent);
    }
    return null;
  };
  const grid = new Grid(own.filter(isLocated));
  return (place) => {
    const around = grid
      .near(place, NEIGHBOUR_KM)
      .filter(({ thing }) => thing.country === place.country)
      .slice(0, NEIGHBOURS)
      .map(({ thing }) => governorateOf(thing));
    const [first] = around;
    const agree = first != null && around.every((other) => other === first);
    return agree ? first : (countries.get(place.country) ?? null);
  };
};

/** Written forms of an area, each with its head noun: the bare name is that of its town. */
const areaNames = (place: ForeignPlace, words: PlaceWords): readonly string[] => {
  const heads = words.heads.filter(({ kinds, role }) => role === 'grammar' && kinds[0] === place.kind);
  return place.arabic.flatMap((name) => {
    const [first, ...rest] = name.split(' ');
    if (rest.length > 0 && words.headOf(first!)?.role === 'grammar') return [name];
    return heads.map(({ head }) => `${head} ${name}`);
  });
};

/**
 * New places as rows of a table of places, in the order of their ids. A row's parent is what the foreign file says
 * contains it, else what the project's own places around it lie in, else the country.
 */
export const rowsOf = (
  { added, own: merged }: Merged,
  own: readonly Place[],
  words: PlaceWords,
  step: () => void = () => {},
): PlaceCells[] => {
  const areaOf = areaFinder(own);
  const idOf = (place: ForeignPlace): string => `${place.country.toLowerCase()}.${place.key}`;
  const ids = new Map(added.map((place) => [place.key, idOf(place)]));
  const kinds = new Map(added.map((place) => [place.key, place.kind]));
  const parentOf = (place: ForeignPlace): string | null => {
    for (const key of place.within) {
      const known = merged.get(key)?.id;
      if (known !== undefined) return known;
      if (kinds.get(key) === 'country' || key === place.key) continue;
      const id = ids.get(key);
      if (id !== undefined) return id;
    }
    return areaOf(place);
  };
  const timesNamed = new Map<string, number>();
  const nameKey = (country: string, name: string): string => `${country} ${name.toLowerCase()}`;
  for (const { country, name } of own) timesNamed.set(nameKey(country, name), 2);
  for (const { country, english } of added) {
    const key = nameKey(country, english);
    timesNamed.set(key, (timesNamed.get(key) ?? 0) + 1);
  }
  return added
    .map((place): PlaceCells => {
      step();
      const arabic = isWide(place.kind) && place.kind !== 'country' ? areaNames(place, words) : place.arabic;
      const [nameAr = place.arabic[0]!, ...forms] = arabic;
      const isUnique = timesNamed.get(nameKey(place.country, place.english)) === 1;
      return {
        id: idOf(place),
        name: isUnique ? place.english : `${place.english} (${place.key})`,
        name_ar: nameAr,
        forms: forms.join('|'),
        kind: place.kind,
        parent: parentOf(place) ?? '',
        lat: place.lat.toFixed(4),
        lon: place.lon.toFixed(4),
        bank: '',
        certainty: 'B',
        source: place.source,
        needs_head: '',
        also: '',
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table of places as it is written to a file. */
export const tableOf = (rows: readonly PlaceCells[]): string =>
  [PLACE_COLUMNS.join(','), ...rows.map((row) => PLACE_COLUMNS.map((column) => quoted(row[column])).join(','))].join(
    '\n',
  ) + '\n';
