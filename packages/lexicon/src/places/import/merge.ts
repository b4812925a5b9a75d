import { fold } from '@isnad/arabic';
import type { Place } from '../../entries.js';
import { kilometres } from '../distance.js';
import { isWide } from '../kinds.js';
import type { ForeignPlace } from './foreign.js';

/** Settlements of one name nearer than this are one settlement. */
const SAME_SETTLEMENT_KM = 10;
/** Rows of one foreign file, which tells neighbours apart, are one when their points nearly coincide. */
const SAME_ROW_KM = 3;
/** Areas of one name and kind: their points are about their middles. */
const SAME_AREA_KM = 120;

/** A name as two gazetteers may be compared: folded, no articles, no spaces, no word for the kind of area. */
export const comparable = (name: string): string =>
  fold(name)
    .replace(/^(?:محافظه|منطقه|قضاء|ناحيه|مديريه|محليه|مدينه|بلده|قريه) (?=\S)/, '')
    .split(' ')
    .map((word) => word.replace(/^ال/, ''))
    .join('')
    .replace(/[^\u0621-\u064a]/g, '');

type Named = Pick<Place, 'kind' | 'country' | 'lat' | 'lon'>;

const areSame = (a: Named, b: Named, km: number): boolean => {
  if (a.country !== b.country) return false;
  if (a.kind === 'country' || b.kind === 'country') return a.kind === b.kind;
  if (isWide(a.kind) !== isWide(b.kind)) return false;
  if (isWide(a.kind) && a.kind !== b.kind) return false;
  // A place of the tables without a point cannot be told from its namesake: the hand-kept row is believed.
  if (a.lat === null || b.lat === null || a.lon === null || b.lon === null) return true;
  return kilometres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) <= (isWide(a.kind) ? SAME_AREA_KM : km);
};

/** What becomes of foreign places beside the project's own. */
export interface Merged {
  /** Those that are new. */
  readonly added: readonly ForeignPlace[];
  /** The project's own place for each foreign key that is one of its places. */
  readonly own: ReadonlyMap<string, Place>;
  /** Foreign places that stood before under another key. */
  readonly twice: number;
}

/** The key that a row of the tables cites: `GeoNames/WOF gn164623` ⇒ gn164623. */
const citedKey = (place: Place): string | undefined => /\b(?:gn|wof)\d+/.exec(place.source)?.[0];

/** Parts foreign places into those that the project's tables hold already and those that are new. */
export const mergePlaces = (foreign: readonly ForeignPlace[], own: readonly Place[]): Merged => {
  const cited = new Map(own.flatMap((place) => [[citedKey(place) ?? '', place] as const]));
  const byName = new Map<string, Place[]>();
  for (const place of own) for (const name of new Set(place.forms.map(comparable))) push(byName, name, place);
  const seen = new Map<string, ForeignPlace[]>();
  const merged = new Map<string, Place>();
  const added: ForeignPlace[] = [];
  let twice = 0;
  // Of two that are one, the larger stays; sorting is stable, so equal ones stay in the order of the file.
  const largestFirst = [...foreign].sort((a, b) => b.population - a.population);
  for (const place of largestFirst) {
    const names = [...new Set(place.arabic.map(comparable))];
    const quoted = cited.get(place.key);
    const same =
      quoted !== undefined && isWide(quoted.kind) === isWide(place.kind)
        ? quoted
        : names.flatMap((name) => byName.get(name) ?? []).find((other) => areSame(place, other, SAME_SETTLEMENT_KM));
    if (same) {
      merged.set(place.key, same);
      continue;
    }
    if (names.some((name) => seen.get(name)?.some((other) => areSame(place, other, SAME_ROW_KM)))) {
      twice++;
      continue;
    }
    for (const name of names) push(seen, name, place);
    added.push(place);
  }
  const order = new Map(foreign.map((place, at) => [place, at]));
  added.sort((a, b) => order.get(a)! - order.get(b)!);
  return { added, own: merged, twice };
};

const push = <T>(groups: Map<string, T[]>, key: string, value: T): void => {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
};
