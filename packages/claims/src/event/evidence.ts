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

const whereOf = (mention: Telling, event: Telling, world: World): Evidence | null => {
  const told = placesOf(mention.places, event.places, world);
  // A headline names the region, or its town, for the place.
  if (event.title && (told === 'other' || told === 'near')) return null;
  if (mention.places.length > 0 && event.places.length > 0) return told && `${told} place`;
  const around = placesOf([...mention.places, ...mention.around], [...event.places, ...event.around], world);
  return around === null || around === 'near' ? null : `${around} place around`;
};

const howTold = (mention: Telling, event: Telling): readonly (Evidence | null)[] => [
  mention.this ? 'this' : mention.back && mention.general ? 'definite general' : null,
  mention.bare ? 'bare' : mention.verbal || mention.back || mention.title ? null : 'indefinite',
  mention.another ? 'another' : mention.also && !mention.back ? 'also' : null,
  mention.number !== null && event.number !== null && mention.number !== event.number ? 'other number' : null,
  mention.goesOn ? 'going on' : null,
  mention.often !== event.often && !mention.bare ? 'often' : null,
  event.scattered && !mention.scattered ? 'one of several' : null,
  mention.imperfect && !event.imperfect && !event.title ? 'imperfect' : null,
];

/** Where the two stand in the report. */
const positionOf = (mention: Telling, event: Telling, latest: boolean): readonly (Evidence | null)[] => {
  const back = mention.back;
  const away = mention.sentence - event.sentence;
  const oneBreath = away === 0 && mention.item - event.item <= ONE_BREATH;
  return [
    // Behind a headline on several events stands each of them, not all of them again.
    event.title && !mention.title && (mention.scattered || !event.scattered)
      ? away > SOME_WAY
        ? 'headline'
        : mention.type === event.type
          ? 'lead'
          : 'lead, other word'
      : event.topic
        ? 'topic'
        : null,
    oneBreath && back ? 'back in one sentence' : oneBreath && mention.joined ? 'joined in one sentence' : null,
    latest ? (back ? 'latest, back' : 'latest') : null,
    away > 0 && mention.opening !== 'turn' ? mention.opening : null,
    away >= FAR ? 'far' : away >= SOME_WAY ? 'some way' : null,
  ];
};

/** What parts even two events of a kind that reports seldom tell two of. */
const PARTS: ReadonlySet<Evidence> = new Set([
  'other place',
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
  if (kind === null) return null;
  const count = countsOf(mention, event);
  const counted = count === 'same count' || count === 'same small count';
  if (kind === 'its result' && !event.title && !counted) return null;
  const otherSource = mention.attribution.length > 0 && mention.attribution.join() !== event.attribution.join();
  const found = [
    kind,
    mention.word === event.word ? ('same word' as const) : null,
    ...howTold(mention, event),
    whereOf(mention, event, world),
    partiesOf(mention, event, world),
    datesOf(mention, event),
    count,
    ...positionOf(mention, event, latest),
    mention.modality !== event.modality ? ('other modality' as const) : null,
    !mention.back && otherSource ? ('other source' as const) : null,
  ].filter((one) => one !== null);
  const seldom = kind === 'same type' && !LISTED.has(mention.family) && !found.some((one) => PARTS.has(one));
  return seldom ? [...found, 'seldom told of two'] : found;
};

/** Whether an event could be what a mention tells: a rival to the others. */
export const rivals = (mention: Telling, event: Telling, world: World): boolean => {
  const kind = kindsOf(mention, event);
  if (kind !== 'same type' && !(kind === 'general word' && mention.general)) return false;
  const where = placesOf(mention.places, event.places, world);
  const date = datesOf(mention, event);
  return where !== 'other' && where !== 'near' && (date === null || date === 'same date');
};
