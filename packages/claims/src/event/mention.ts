import type { PlaceMention } from '@isnad/model';
import { entryAt } from '@isnad/text';
import { isAdded, isDemonstrative } from '../clause/parts.js';
import type { Sentence } from '../clause/sentence.js';
import { concordOfVerb } from '../frame/concord.js';
import type { Grammar } from '../reader.js';
import { placeMention, type ResolvedPlace } from '../resolve/places.js';
import { isNominal } from '../scan/words.js';
import { chainAt, type Scope } from '../source/scope.js';
import { classOf } from '../words/classes.js';
import { type Dated, dateOf } from './dating.js';
import type { EventDraft } from './draft.js';
import type { PlacePhrase } from './place-phrases.js';
import { bothSides, enemyOf, mayHit, meantBy, pronoun } from './sides.js';
import { triedIn } from './tried.js';
import { whereOf } from './where.js';
import { ableOf, whoOf } from './who.js';

/** An event mention with its resolved values, before it is told from the others of its report. */
export interface EventRead {
  readonly draft: EventDraft;
  readonly type: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** Places told beside the word; none borrowed from elsewhere in the sentence. */
  readonly places: readonly ResolvedPlace[];
  /** Places borrowed from elsewhere in the sentence. */
  readonly around: readonly ResolvedPlace[];
  readonly date: string | null;
  readonly dateTold: boolean;
  readonly title: boolean;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly dated: Dated;
  readonly mentions: readonly PlaceMention[];
  readonly attribution: readonly string[];
  readonly sentenceOf: Sentence;
}

/** The event, something else told of it; all fields are written out, so that events have one shape. */
export const changed = (
  event: EventRead,
  other: Partial<Pick<EventRead, 'actors' | 'targets' | 'places' | 'around' | 'mentions'>>,
): EventRead => ({
  draft: event.draft,
  type: event.type,
  actors: other.actors ?? event.actors,
  targets: other.targets ?? event.targets,
  places: other.places ?? event.places,
  around: other.around ?? event.around,
  mentions: other.mentions ?? event.mentions,
  date: event.date,
  dateTold: event.dateTold,
  dated: event.dated,
  title: event.title,
  sentence: event.sentence,
  attribution: event.attribution,
  sentenceOf: event.sentenceOf,
});

/** How many events back «هذه البلدات» (these towns) may stand for several places where the last was in one. */
const SEVERAL_REACH = 8;

/** The places of an event, without those that only hold them. */
const placesOf = ({ places, around, mentions }: EventRead): readonly ResolvedPlace[] =>
  [...places, ...around].filter(({ id }) => mentions.some((mention) => mention.id === id && mention.role !== 'within'));

/** The places that a plural stands for: those of the event told last that was in several, else in any. */
const placesBefore = (before: readonly EventRead[]): readonly ResolvedPlace[] => {
  const several = before.slice(-SEVERAL_REACH).findLast((event) => placesOf(event).length > 1);
  const last = several ?? before.findLast(({ mentions }) => mentions.length > 0);
  return last ? placesOf(last) : [];
};

/** Resolves the sides, places and date of an event mention. */
export const eventOf = (
  sentence: Sentence,
  draft: EventDraft,
  placed: ReadonlyMap<number, ResolvedPlace>,
  phrases: ReadonlyMap<number, PlacePhrase>,
  drafts: readonly EventDraft[],
  scopes: readonly Scope[],
  published: string | null,
  grammar: Grammar,
  original: string,
  before: readonly EventRead[],
): EventRead => {
  const { roles } = draft;
  const dated = dateOf(sentence, draft, published);
  const onlyTold = grammar.words.events.get(draft.type)?.place === 'told';
  const where = whereOf(
    sentence,
    draft,
    {
      placed,
      phrases,
      drafts,
      previous: before[before.length - 1]?.places[0],
      said: () => placesBefore(before),
      onlyTold,
    },
    grammar.gazetteer,
  );
  const mentions = where.places.map(({ place, role }) => placeMention(original, place, role));
  // The town that only follows for a market is no place told.
  const told = where.places.map(({ place }) => place).filter((one, _, all) => !all.some(({ town }) => town === one));
  const antecedent = before[before.length - 1];
  const actors = ableOf(whoOf(sentence, roles.actors, before, grammar), draft.family, grammar);
  if ([...roles.actors, ...roles.targets].some((k) => sentence.items[k]!.kind === 'both-sides'))
    actors.push(...bothSides(before, actors, grammar));
  const targets = whoOf(sentence, roles.targets, before, grammar, true);
  if (roles.pronounActor && actors.length === 0) actors.push(...pronoun(sentence, draft, antecedent));
  const { items, clauses, clauseOf } = sentence;
  const several = roles.pronounTarget && items[draft.item]!.enclitic === 'هم';
  // «ممن هجرهم النظام»: in a relative clause it stands for whom that describes.
  if (several && targets.length === 0 && clauses[clauseOf[draft.item]!]!.opener !== 'relative')
    targets.push(...meantBy(sentence, draft, actors, antecedent));
  if (actors.length === 0 && antecedent && goesOn(sentence, draft, antecedent, grammar))
    actors.push(...antecedent.actors.filter((id) => !targets.includes(id)));
  const isCourse = isFrame(sentence, draft) || triedIn(sentence, draft.item) !== null;
  if (actors.length === 0 && isCourse && antecedent?.sentence === sentence.index)
    actors.push(...antecedent.actors.filter((id) => !targets.includes(id)));
  if (
    mayHit(draft, grammar) &&
    targets.length === 0 &&
    actors.length > 0 &&
    !roles.pronounTarget &&
    grammar.words.holds('at-enemy', draft.family)
  )
    targets.push(...enemyOf(sentence, actors, grammar));
  return {
    draft,
    type: draft.type,
    actors,
    targets: targets.filter((id) => !actors.includes(id)),
    places: where.borrowed ? [] : told,
    around: where.borrowed ? told : [],
    mentions,
    date: dated.edtf,
    dateTold: dated.basis === 'told',
    dated,
    title: sentence.title,
    sentence: sentence.index,
    attribution: chainAt(scopes, draft.item)?.chain ?? [],
    sentenceOf: sentence,
  };
};

/** «وأضاف أنهم داهموا المنازل»: a verb in the plural that names nobody goes on about those told of just before. */
const goesOn = (
  { items, index }: Sentence,
  { item, sense, roles }: EventDraft,
  antecedent: EventRead,
  { words }: Grammar,
): boolean =>
  roles.actors.length === 0 &&
  !isNominal(sense) &&
  items[item]!.harm === undefined &&
  concordOfVerb(items[item]!) === 'p' &&
  index - antecedent.sentence <= 1 &&
  words.frames.get(sense.frame)?.['subject'] === 'actor';

/** «السيطرة على هجين في إطار عملية عسكرية»: the operation in whose frame a deed was done is that of its doers. */
const FRAME_OF = classOf('event/in-frame-of');
const isFrame = ({ items }: Sentence, { item, family, definite }: EventDraft): boolean =>
  family === 'ground' && !definite && FRAME_OF.has(entryAt(items, item - 1)?.form ?? '');

/** «القصف والاشتباكات مع قسد»: both sides of a fight are not who shells. */
const fought = (act: EventRead, fight: EventRead): boolean => fight.draft.roles.mutual && !act.draft.roles.mutual;

const IN_COURSE = new Set(['خلال', 'بسبب']);

/** Whether places are told beside the word, and it leads from or to none of them. */
const happensAt = ({ places, mentions }: EventRead): boolean =>
  places.length > 0 && mentions.every(({ role }) => role === 'where' || role === 'within');

/** How far apart two of a list may stand, in items. */
const LIST_REACH = 12;

const isListed = (
  { draft, sentenceOf: { items, verbs } }: EventRead,
  { draft: next }: EventRead,
  { words }: Pick<Grammar, 'words'>,
): boolean => {
  return (
    next.item - draft.item <= LIST_REACH &&
    !draft.definite &&
    isAdded(items, next.item) &&
    words.holds('fire', draft.family) &&
    words.holds('fire', next.family) &&
    !items.some((_, k) => k > draft.item && k < next.item && verbs.has(k))
  );
};

/** «حملة دهم واعتقالات في مدينة دير الزور»: behind the first preposition after the second word, it is the place of both. */
const tellsBeside = (event: EventRead): boolean => {
  const { items } = event.sentenceOf;
  const { item, roles } = event.draft;
  const led = items.findIndex(({ kind }, k) => k > item && kind === 'preposition');
  const place = roles.places.find((one) => one.item > item)?.item ?? -1;
  return happensAt(event) && led > item && place > led && !items.slice(led + 1, place).some(isPreposition);
};
const isPreposition = ({ kind }: { readonly kind: string }): boolean => kind === 'preposition';

/**
 * Words joined by و share the places told once: «دهم واعتقالات في مدينة دير الزور»; so do a word and its object:
 * «صد هجوم على ذيبان» (threw back an attack on Dhiban).
 */
export const sharePlaces = (events: EventRead[], from: number, grammar: Pick<Grammar, 'words'>): void => {
  for (let k = events.length - 2; k >= from; k--) {
    const event = events[k]!;
    const next = events[k + 1]!;
    const apart = next.draft.item - event.draft.item;
    const nextItem = next.sentenceOf.items[next.draft.item]!;
    // قُتل برصاص … خلال مداهمة منزل في قرية: what happened in the course of another was where that was.
    const within = IN_COURSE.has(next.sentenceOf.governor[next.draft.item] ?? '') && event.sentence === next.sentence;
    if (within && event.places.length === 0 && happensAt(next)) {
      events[k] = changed(event, { mentions: next.mentions, places: next.places, around: [] });
      continue;
    }
    // «رافق هذا الهجوم هجوم آخر»: what was told before has no object.
    const told = isDemonstrative(entryAt(event.sentenceOf.items, event.draft.item - 1));
    if (apart <= 2 && !told && nextItem.conjunction === '' && event.places.length === 0 && happensAt(next)) {
      events[k] = changed(event, { mentions: next.mentions, places: next.places, around: [] });
      continue;
    }
    // «قصف مدفعي، بالإضافة لقصف الطيران على المناطق»: a list of one kind of deed, and where all of it was.
    if (event.places.length === 0 && happensAt(next) && isListed(event, next, grammar)) {
      events[k] = changed(event, { mentions: next.mentions, places: next.places, around: [] });
      continue;
    }
    const joined = nextItem.conjunction === 'و' && apart <= 3;
    if (!joined) continue;
    const isThere = event.mentions.length === 0 || (event.places.length === 0 && tellsBeside(next));
    const isBy = event.actors.length === 0 && event.targets.length === 0;
    const both = changed(event, {
      ...(isThere ? { mentions: next.mentions, places: next.places } : {}),
      ...(isBy ? { actors: fought(event, next) ? [] : next.actors, targets: next.targets } : {}),
    });
    events[k] = both;
    if (
      !fought(event, next) &&
      event.actors.length === 0 &&
      next.actors.length > 0 &&
      !event.targets.some((id) => next.actors.includes(id))
    )
      events[k] = changed(both, { actors: next.actors });
    // «غارات روسية وقصف مدفعي»: whose raids they were, the adjective tells; of the shelling it tells nothing.
    const { items } = event.sentenceOf;
    const ofAdjective = event.draft.roles.actors.every((k) => items[k]!.side?.heads[0] === 'adjective');
    if (!fought(next, event) && next.actors.length === 0 && event.actors.length > 0 && !ofAdjective)
      events[k + 1] = changed(next, { actors: event.actors });
  }
};
