import { parseEdtf } from '@isnad/model';
import type { ResolvedPlace } from '../resolve/places.js';
import type { Telling } from './telling.js';
import type { World } from './world.js';

type PlaceEvidence = 'same place' | 'narrower place' | 'wider place' | 'near place' | 'other place';

/** Something that a mention and an event told before share, or in which they differ. */
export type Evidence =
  // What kind of event: the type, its family, a word that can stand for it, deaths and the act that caused them.
  | 'same type'
  | 'same family'
  | 'general word'
  | 'its result'
  /** A report seldom tells of two such events. */
  | 'seldom told of two'
  | 'same word'
  // How the mention refers.
  | 'this'
  | 'definite'
  | 'definite, fits'
  | 'definite general'
  | 'verb'
  | 'another'
  | 'one and many'
  // Where; `around`: told in the sentence, not beside the word.
  | PlaceEvidence
  | `${PlaceEvidence} around`
  /** A headline names the region for the place. */
  | 'headline place'
  // Who; for acts between two sides, both of them.
  | 'same sides'
  | 'one other side'
  | 'swapped sides'
  | 'same actor'
  | 'akin actor'
  | 'other actor'
  | 'same target'
  | 'akin target'
  | 'other target'
  // When, and how many.
  | 'same date'
  | 'fitting date'
  | 'other date'
  | 'long before'
  | 'same count'
  | 'same small count'
  | 'other count'
  // Where in the report.
  | 'lead'
  | 'headline'
  | 'topic'
  | 'some way'
  | 'far'
  | 'one sentence'
  | 'joined in one sentence'
  | 'back in one sentence'
  | 'latest'
  | 'latest, back'
  | 'many between'
  | 'many between, back'
  | 'turn between'
  | 'more'
  | 'background'
  | 'other modality'
  | 'other source';

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
const LISTED = new Set([
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
/** News tells what happened in the days before it. */
const FRESH_DAYS = 7;
const MONTH_DAYS = 31;

const standsFor = (word: Telling, event: Telling): boolean =>
  word.general && (word.refers.includes(event.family) || word.refers.includes(event.type));

const kindOf = (a: Telling, b: Telling): Evidence | null => {
  if (a.type === b.type) return 'same type';
  if (a.family === b.family) return 'same family';
  if (standsFor(a, b) || standsFor(b, a)) return 'general word';
  return (a.family === 'killing' && DEADLY.has(b.family)) || (b.family === 'killing' && DEADLY.has(a.family))
    ? 'its result'
    : null;
};

/** The places of a list that contain no other of it: «الشحيل» of «الشحيل بريف دير الزور». */
const narrowest = (places: readonly ResolvedPlace[], world: World): readonly ResolvedPlace[] =>
  places.filter((outer) => !places.some((inner) => inner.id !== outer.id && world.contains(outer.id, inner.id)));

const pair = <T>(a: readonly T[], b: readonly T[], test: (x: T, y: T) => boolean): boolean =>
  a.some((x) => b.some((y) => test(x, y)));

const placesOf = (
  left: readonly ResolvedPlace[],
  right: readonly ResolvedPlace[],
  world: World,
): PlaceEvidence | null => {
  const [a, b] = [narrowest(left, world), narrowest(right, world)];
  if (a.length === 0 || b.length === 0) return null;
  if (pair(a, b, (x, y) => x.id === y.id)) return 'same place';
  const known = (places: readonly ResolvedPlace[]) => places.filter(({ place }) => place !== null);
  const [x, y] = [known(a), known(b)];
  // A place that the gazetteer lacks may lie in the other one; two such are told apart by their names.
  if (x.length === 0 || y.length === 0) return x.length + y.length === 0 ? 'other place' : null;
  if (pair(x, y, (one, other) => world.contains(other.id, one.id))) return 'narrower place';
  if (pair(x, y, (one, other) => world.contains(one.id, other.id))) return 'wider place';
  return pair(x, y, (one, other) => (world.distanceKm(one.id, other.id) ?? Infinity) <= NEAR_KM)
    ? 'near place'
    : 'other place';
};

const whereOf = (mention: Telling, event: Telling, world: World): Evidence | null => {
  const told = placesOf(mention.places, event.places, world);
  if (event.title && (told === 'other place' || told === 'near place')) return 'headline place';
  if (mention.places.length > 0 && event.places.length > 0) return told;
  const around = placesOf([...mention.places, ...mention.around], [...event.places, ...event.around], world);
  return around && `${around} around`;
};

const alike = <W extends 'actor' | 'target'>(
  a: readonly string[],
  b: readonly string[],
  what: W,
  world: World,
): `same ${W}` | `akin ${W}` | `other ${W}` | null => {
  if (pair(a, b, (x, y) => x === y)) return `same ${what}`;
  if (pair(a, b, world.akin)) return `akin ${what}`;
  return a.some(world.isSide) && b.some(world.isSide) ? `other ${what}` : null;
};

/** Who did it to whom; between two sides, whoever is named first. */
const partiesOf = (a: Telling, b: Telling, world: World): readonly (Evidence | null)[] => {
  const [x, y] = [a, b].map((one) => [...one.actors, ...one.targets].filter(world.isSide)) as [string[], string[]];
  if (a.actors.length > 0 && b.actors.length > 0 && x.length > 1 && y.length > 1) {
    const common = x.filter((id) => y.some((other) => world.akin(id, other)));
    return [common.length > 1 ? 'same sides' : common.length === 1 ? 'one other side' : 'other actor'];
  }
  if (pair(a.actors, b.targets, (one, other) => one === other)) return ['swapped sides'];
  return [alike(a.actors, b.actors, 'actor', world), alike(a.targets, b.targets, 'target', world)];
};

/** Dates that only follow from publication say little: news may be of the day before. */
const datesOf = (a: Telling, b: Telling): Evidence | null => {
  const x = parseEdtf(a.date);
  const y = parseEdtf(b.date);
  if (!x || !y || (!a.dateTold && !b.dateTold)) return null;
  if (a.dateTold && b.dateTold) {
    if (x.first > y.last || y.first > x.last) return 'other date';
    return x.first === y.first && x.last === y.last ? 'same date' : 'fitting date';
  }
  const [told, news] = a.dateTold ? [x, y] : [y, x];
  return told.last < news.first - FRESH_DAYS || told.first < news.first - MONTH_DAYS ? 'long before' : null;
};

/** Two is the number of many things; three and more, told twice, are seldom a chance. */
const TELLING_COUNT = 3;

const countsOf = (a: Telling, b: Telling): Evidence | null => {
  if (a.sentence === b.sentence) return null;
  const shared = a.counts.filter((count) => b.counts.includes(count));
  if (shared.some((count) => Number(count.split(' ')[1]) >= TELLING_COUNT)) return 'same count';
  if (shared.length > 0) return 'same small count';
  return pair(a.counts, b.counts, (x, y) => x.split(' ')[0] === y.split(' ')[0]) ? 'other count' : null;
};

const SOME_WAY = 2;
const FAR = 6;
/** Items within which a second word of a kind in one sentence tells a second event. */
const ONE_BREATH = 15;

/** Where the two stand in the report. */
const positionOf = (mention: Telling, event: Telling, between: number, back: boolean): readonly (Evidence | null)[] => {
  const away = mention.sentence - event.sentence;
  const order = between === 0 ? 'latest' : between > 2 ? 'many between' : null;
  return [
    event.title && !mention.title ? (away <= SOME_WAY ? 'lead' : 'headline') : event.topic ? 'topic' : null,
    away === 0 && mention.item - event.item <= ONE_BREATH
      ? back
        ? 'back in one sentence'
        : mention.joined
          ? 'joined in one sentence'
          : 'one sentence'
      : null,
    order && (back ? `${order}, back` : order),
    mention.section !== event.section ? 'turn between' : null,
    away > 0 && (mention.opening === 'more' || mention.opening === 'background') ? mention.opening : null,
    away >= FAR ? 'far' : away >= SOME_WAY ? 'some way' : null,
  ];
};

/**
 * What speaks for and against a mention telling an event again; null when they cannot be one.
 * `between`: how many rivals were told since.
 */
export const evidenceOf = (
  mention: Telling,
  event: Telling,
  between: number,
  world: World,
): readonly Evidence[] | null => {
  const kind = kindOf(mention, event);
  const count = countsOf(mention, event);
  if (
    kind === null ||
    (kind === 'its result' && !event.title && count !== 'same count' && count !== 'same small count')
  )
    return null;
  const back = mention.definite && !mention.verbal;
  const list: readonly (Evidence | null)[] = [
    kind,
    kind === 'same type' && !LISTED.has(mention.family) ? 'seldom told of two' : null,
    mention.word === event.word ? 'same word' : null,
    mention.this ? 'this' : back ? (mention.general ? 'definite general' : 'definite') : mention.verbal ? 'verb' : null,
    mention.another ? 'another' : null,
    mention.many !== null && event.many !== null && mention.many !== event.many ? 'one and many' : null,
    whereOf(mention, event, world),
    ...partiesOf(mention, event, world),
    datesOf(mention, event),
    count,
    ...positionOf(mention, event, between, back),
    mention.modality !== event.modality ? 'other modality' : null,
    !back && mention.attribution.length > 0 && mention.attribution.join() !== event.attribution.join()
      ? 'other source'
      : null,
  ];
  const found = list.filter((one) => one !== null);
  const fits = kind === 'same type' && !found.some((one) => AGAINST.has(one));
  return fits && back ? [...found, 'definite, fits'] : found;
};

/** What keeps a definite word from meaning the event. */
const AGAINST: ReadonlySet<Evidence> = new Set([
  'other place',
  'near place',
  'other place around',
  'other actor',
  'one other side',
  'other target',
  'other date',
  'long before',
  'other count',
  'other modality',
  'another',
]);

/** Whether an event could be what a mention tells, for counting rivals. */
export const rivals = (mention: Telling, event: Telling, world: World): boolean => {
  const kind = kindOf(mention, event);
  if (kind !== 'same type' && !(kind === 'general word' && mention.general)) return false;
  const where = placesOf(mention.places, event.places, world);
  return where !== 'other place' && where !== 'near place' && datesOf(mention, event) !== 'other date';
};
