import { parseEdtf } from '@isnad/model';
import type { ResolvedPlace } from '../resolve/places.js';
import type { Evidence } from './evidence.js';
import type { Telling } from './telling.js';
import type { World } from './world.js';

/** Deaths are told of these acts. */
const DEADLY = new Set([
  'air',
  'shelling',
  'bomb',
  'explosion',
  'ground',
  'harm-to-persons',
  'chemical-attack',
  'sniper-fire',
]);

/** Acts that reports on fighting tell by the dozen. */
export const LISTED = new Set([
  'air',
  'shelling',
  'ground',
  'ground-gain',
  'ground-loss',
  'arrest',
  'killing',
  'reinforcement',
  'destruction',
  'displacement',
  'statement-control',
]);

/** Kilometres within which two places are neighbours. */
const NEAR_KM = 15;
/** Kilometres within which a region may hold a place that the gazetteer does not put in it. */
const WIDE_KM = 150;
/** News tells what happened in the days before it. */
const FRESH_DAYS = 7;
const MONTH_DAYS = 31;
/** A stretch of time so many times as long is another matter: the fighting of a year and that of a day. */
const LONGER = 10;

/** A fight and an attack in it are told by different words on purpose: neither stands for the other. */
const APART: ReadonlySet<string> = new Set(['ground']);

const standsFor = (word: Telling, event: Telling): boolean =>
  word.general &&
  !(word.family === event.family && APART.has(event.family)) &&
  (word.refers.includes(event.family) || word.refers.includes(event.type));

/** Whether two words can tell one event, and how near their kinds are. */
export const kindsOf = (a: Telling, b: Telling): Evidence | null => {
  if (a.type === b.type) return 'same type';
  if (standsFor(a, b) || standsFor(b, a)) return 'general word';
  if (a.family === b.family) return 'same family';
  const [one, other] = a.family === 'killing' ? [a, b] : [b, a];
  return one.family === 'killing' && DEADLY.has(other.family) ? 'its result' : null;
};

/** The places of a list that contain no other of it: «الشحيل» of «الشحيل بريف دير الزور». */
const narrowest = (places: readonly ResolvedPlace[], world: World): readonly ResolvedPlace[] =>
  places.length < 2
    ? places
    : places.filter((outer) => !places.some((inner) => inner.id !== outer.id && world.contains(outer.id, inner.id)));

const pair = <T>(a: readonly T[], b: readonly T[], test: (x: T, y: T) => boolean): boolean => {
  for (const x of a) for (const y of b) if (test(x, y)) return true;
  return false;
};

const isKnown = ({ place }: ResolvedPlace): boolean => place !== null;
const knownOf = (places: readonly ResolvedPlace[]): readonly ResolvedPlace[] =>
  places.every(isKnown) ? places : places.filter(isKnown);

/** How the places of a mention (first) lie to those of an event told before; null when nothing follows. */
export const placesOf = (
  mentioned: readonly ResolvedPlace[],
  told: readonly ResolvedPlace[],
  world: World,
): 'same' | 'vague' | 'wider' | 'near' | 'other' | null => {
  if (mentioned.length === 0 || told.length === 0) return null;
  const a = narrowest(mentioned, world);
  const b = narrowest(told, world);
  if (pair(a, b, (x, y) => x.id === y.id)) return 'same';
  const x = knownOf(a);
  const y = knownOf(b);
  // A place that the gazetteer lacks may lie in the other one; two such are told apart by their names.
  if (x.length === 0 || y.length === 0) return x.length + y.length === 0 ? 'other' : null;
  // News goes from the region to the place.
  if (pair(x, y, (one, other) => world.contains(other.id, one.id))) return null;
  if (pair(x, y, (one, other) => world.contains(one.id, other.id))) return 'wider';
  const apart = (one: ResolvedPlace, other: ResolvedPlace) => world.distanceKm(one.id, other.id) ?? Infinity;
  const wide = (places: readonly ResolvedPlace[]) => places.every(({ id }) => world.isWide(id));
  if (wide(x) || wide(y)) {
    // How far a region reaches that has no point of its own nobody knows.
    if (pair(x, y, (one, other) => world.distanceKm(one.id, other.id) === null)) return null;
    return pair(x, y, (one, other) => apart(one, other) <= WIDE_KM) ? 'vague' : 'other';
  }
  return pair(x, y, (one, other) => apart(one, other) <= NEAR_KM) ? 'near' : 'other';
};

const sidesOf = ({ actors, targets }: Telling, world: World): readonly string[] =>
  [...actors, ...targets].filter(world.isSide);

/** Who did it; for acts told of two sides both of them, whoever is named first. */
export const partiesOf = (a: Telling, b: Telling, world: World): Evidence | null => {
  if (a.actors.length === 0 || b.actors.length === 0) return null;
  const x = sidesOf(a, world);
  const y = sidesOf(b, world);
  const common = x.filter((id) => y.some((other) => world.akin(id, other))).length;
  if (x.length > 1 && y.length > 1 && common < 2) return common === 1 ? 'one other side' : 'other actor';
  return common === 0 && a.actors.some(world.isSide) && b.actors.some(world.isSide) ? 'other actor' : null;
};

/** Dates that only follow from publication say little: news may be of the day before. */
export const datesOf = (a: Telling, b: Telling): Evidence | null => {
  if (!a.dateTold && !b.dateTold) return null;
  const x = parseEdtf(a.date);
  const y = parseEdtf(b.date);
  if (!x || !y) return null;
  if (a.dateTold && b.dateTold) {
    if (x.first > y.last || y.first > x.last) return 'other date';
    if (x.first === y.first && x.last === y.last) return 'same date';
    const [a, b] = [x, y].map(({ first, last }) => last - first + 1) as [number, number];
    return Math.max(a, b) >= LONGER * Math.min(a, b) ? 'longer date' : 'fitting date';
  }
  const [told, news] = a.dateTold ? [x, y] : [y, x];
  // «منذ أشهر»: what goes on till today is the same siege; fights and raids of months are not those of the day.
  const since = told.first < news.first - MONTH_DAYS && LISTED.has(a.family);
  return told.last < news.first - FRESH_DAYS || since ? 'long before' : null;
};

/** Two is the number of many things; three and more, told twice, are seldom a chance. */
const TELLING_COUNT = 3;

/** The numbers told with them, in different sentences. */
export const countsOf = (a: Telling, b: Telling): Evidence | null => {
  if (a.sentence === b.sentence) return null;
  const shared = a.counts.filter((count) => b.counts.includes(count));
  if (shared.some((count) => Number(count.split(' ')[1]) >= TELLING_COUNT)) return 'same count';
  if (shared.length > 0) return 'same small count';
  return pair(a.counts, b.counts, (x, y) => x.split(' ')[0] === y.split(' ')[0]) ? 'other count' : null;
};
