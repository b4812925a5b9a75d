import type { ResolvedPlace } from '../resolve/places.js';
import { countsOf, datesOf, kindsOf, LISTED, partiesOf, placesOf } from './agreement.js';
import type { Telling } from './telling.js';
import type { World } from './world.js';

/** Something that a mention and an event told before share, or in which they differ. */
export type Evidence =
  // What kind of event: the type, its family, a word that can stand for it, deaths and the act that caused them.
  | 'same type'
  | 'same family'
  | 'general word'
  | 'its result'
  /** A report seldom tells of two such events at one place and time. */
  | 'seldom told of two'
  | 'same word'
  // How the mention refers.
  | 'this'
  | 'definite general'
  | 'bare'
  | 'indefinite'
  | 'came before'
  | 'another'
  | 'also'
  | 'going on'
  | 'often'
  | 'one of several'
  | 'other number'
  | 'imperfect'
  // Where; `around`: told in the sentence, not beside the word. A region may hold the other place, or not.
  | 'same place'
  | 'vague place'
  | 'wider place'
  | 'near place'
  | 'other place'
  /** «التفجير الذي وقع في بلدة تازة» (the blast, which was in Taza): the noun points back, and its place is told more closely. */
  | 'near place, back'
  | 'other place, back'
  | 'same place around'
  | 'vague place around'
  | 'wider place around'
  | 'other place around'
  // Who; for acts between two sides, both of them.
  | 'other actor'
  | 'one other side'
  // When, and how many.
  | 'same date'
  | 'fitting date'
  | 'longer date'
  | 'other date'
  | 'long before'
  | 'same count'
  | 'same small count'
  | 'other count'
  // Where in the report: the title's event told in the lead, or later; told in the title or at the start.
  | 'lead'
  | 'lead, other word'
  | 'headline'
  | 'topic'
  | 'joined in one sentence'
  | 'back in one sentence'
  | 'latest'
  | 'latest, back'
  | 'some way'
  | 'far'
  | 'more'
  | 'background'
  // How it is put, and by whom.
  | 'other modality'
  | 'other source';

/** Sentences between the two. */
const SOME_WAY = 2;
const FAR = 6;
/** Items within which a second word of a kind in one sentence tells a second event. */
const ONE_BREATH = 15;

const allPlaces = ({ places, around }: Telling): readonly ResolvedPlace[] =>
  around.length === 0 ? places : places.length === 0 ? around : [...places, ...around];

const whereOf = (mention: Telling, event: Telling, world: World): Evidence | null => {
  const told = placesOf(mention.places, event.places, world);
  // A headline names the region, or its town, for the place.
  if (event.title && (told === 'other' || told === 'near')) return null;
  if (mention.places.length > 0 && event.places.length > 0) return told && `${told} place`;
  const around = placesOf(allPlaces(mention), allPlaces(event), world);
  return around === null || around === 'near' ? null : `${around} place around`;
};

type Add = (one: Evidence | null) => void;

/** Tells `add` how the mention refers, and whether it tells of as many. */
const addManner = (mention: Telling, event: Telling, add: Add): void => {
  if (mention.this) add('this');
  else if (mention.back && mention.general) add('definite general');
  if (mention.bare) add('bare');
  else if (!mention.verbal && !mention.back && !mention.title) add('indefinite');
  if (mention.cameBefore && mention.sentence === event.sentence) add('came before');
  if (mention.another) add('another');
  else if (mention.listed || (mention.also && !mention.back)) add('also');
  if (mention.number !== null && event.number !== null && mention.number !== event.number) add('other number');
  if (mention.goesOn) add('going on');
  if (mention.often !== event.often && !mention.bare) add('often');
  if (event.scattered && !mention.scattered) add('one of several');
  if (mention.imperfect && !event.imperfect && !event.title) add('imperfect');
};

/** Tells `add` where the two stand in the report. */
const addPosition = (mention: Telling, event: Telling, latest: boolean, add: Add): void => {
  const { back } = mention;
  const away = mention.sentence - event.sentence;
  const oneBreath = away === 0 && mention.item - event.item <= ONE_BREATH;
  // Behind a headline on several events stands each of them, not all of them again.
  if (event.title && !mention.title && (mention.scattered || !event.scattered))
    add(away > SOME_WAY ? 'headline' : mention.type === event.type ? 'lead' : 'lead, other word');
  else if (event.topic) add('topic');
  if (oneBreath && back) add('back in one sentence');
  else if (oneBreath && mention.joined) add('joined in one sentence');
  if (latest) add(back ? 'latest, back' : 'latest');
  if (away > 0 && mention.opening !== 'turn') add(mention.opening);
  if (away >= FAR) add('far');
  else if (away >= SOME_WAY) add('some way');
};

/** What parts even two events of a kind that reports seldom tell two of. */
const PARTS: ReadonlySet<Evidence> = new Set([
  'other place',
  'near place, back',
  'other place, back',
  'near place',
  'other date',
  'longer date',
  'long before',
  'another',
  'often',
  'one of several',
  'other number',
  'other actor',
  'one other side',
]);

/**
 * What speaks for and against a mention telling an event again; null when they cannot be one.
 * `latest`: no rival was told since.
 */
export const evidenceOf = (
  mention: Telling,
  event: Telling,
  latest: boolean,
  world: World,
): readonly Evidence[] | null => {
  const kind = kindsOf(mention, event);
  // One word with two groups in two places tells two events.
  if (kind === null || (mention.sentence === event.sentence && mention.item === event.item)) return null;
  const count = countsOf(mention, event);
  const counted = count === 'same count' || count === 'same small count';
  if (kind === 'its result' && !event.title && !counted) return null;
  const found: Evidence[] = [kind];
  const add: Add = (one) => {
    if (one !== null) found.push(one);
  };
  add(mention.word === event.word ? 'same word' : null);
  addManner(mention, event, add);
  const where = whereOf(mention, event, world);
  add(mention.back && latest && (where === 'near place' || where === 'other place') ? `${where}, back` : where);
  add(partiesOf(mention, event, world));
  const dates = datesOf(mention, event);
  add(mention.long !== event.long && !event.title && dates !== 'other date' ? 'longer date' : dates);
  add(count);
  addPosition(mention, event, latest, add);
  add(mention.modality !== event.modality ? 'other modality' : null);
  add(!mention.back && isOtherSource(mention.attribution, event.attribution) ? 'other source' : null);
  const seldom = kind === 'same type' && !LISTED.has(mention.family) && !found.some((one) => PARTS.has(one));
  add(seldom ? 'seldom told of two' : null);
  return found;
};

const isOtherSource = (mention: readonly string[], event: readonly string[]): boolean =>
  mention.length > 0 && (mention.length !== event.length || mention.some((id, at) => id !== event[at]));

/** Whether an event could be what a mention tells: a rival to the others. */
export const rivals = (mention: Telling, event: Telling, world: World): boolean => {
  const kind = kindsOf(mention, event);
  if (kind !== 'same type' && !(kind === 'general word' && mention.general)) return false;
  const where = placesOf(mention.places, event.places, world);
  const date = datesOf(mention, event);
  return where !== 'other' && where !== 'near' && (date === null || date === 'same date');
};
