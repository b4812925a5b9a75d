import type { PlaceMention } from '@isnad/model';
import type { Sentence } from '../clause/sentence.js';
import { placeMention, type ResolvedPlace } from '../resolve/places.js';
import { chainAt } from '../source/scope.js';
import { type Dated, dateOf } from './dating.js';
import type { EventDraft } from './draft.js';
import { sidesOf } from './event-sides.js';
import type { Setting } from './setting.js';
import type { Surroundings } from './surroundings.js';
import { type Where, whereOf } from './where.js';

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
export const eventOf = (draft: EventDraft, setting: Setting): EventRead => {
  const { sentence, scopes, published, original } = setting;
  const dated = dateOf(sentence, draft, published);
  const where = whereIs(draft, setting);
  // The town that only follows for a market is no place told.
  const told = where.places.map(({ place }) => place).filter((one, _, all) => !all.some(({ town }) => town === one));
  const { actors, targets } = sidesOf(setting, draft);
  return {
    draft,
    type: draft.type,
    actors,
    targets,
    places: where.borrowed ? [] : told,
    around: where.borrowed ? told : [],
    mentions: where.places.map(({ place, role }) => placeMention(original, place, role)),
    date: dated.edtf,
    dateTold: dated.basis === 'told',
    dated,
    title: sentence.title,
    sentence: sentence.index,
    attribution: chainAt(scopes, draft.item)?.chain ?? [],
    sentenceOf: sentence,
  };
};

const whereIs = (draft: EventDraft, { sentence, placed, phrases, drafts, before, grammar }: Setting): Where => {
  const surroundings: Surroundings = {
    placed,
    phrases,
    drafts,
    previous: before[before.length - 1]?.places[0],
    said: () => placesBefore(before),
    onlyTold: grammar.words.events.get(draft.type)?.place === 'told',
  };
  return whereOf(sentence, draft, surroundings, grammar.gazetteer);
};
