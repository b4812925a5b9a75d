import { parseEdtf } from '@isnad/model';
import type { EventDraft } from './draft.js';
import type { ResolvedPlace } from '../resolve/places.js';

/** What repeats are decided on: an event with its resolved values. */
export interface Mention {
  readonly draft: EventDraft;
  readonly type: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly places: readonly ResolvedPlace[];
  readonly date: string | null;
  readonly dateTold: boolean;
  readonly title: boolean;
  /** Index of the sentence. */
  readonly sentence: number;
}

export interface PlaceRelations {
  readonly contains: (outer: string, inner: string) => boolean;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
const agree = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0 || share(a, b);

const placesAgree = (a: readonly ResolvedPlace[], b: readonly ResolvedPlace[], { contains }: PlaceRelations): 'same' | 'nested' | 'open' | 'differ' => {
  if (a.length === 0 || b.length === 0) return 'open';
  if (a.some((x) => b.some((y) => x.id === y.id))) return 'same';
  if (a.some((x) => b.some((y) => contains(x.id, y.id) || contains(y.id, x.id)))) return 'nested';
  return 'differ';
};

const datesAgree = (a: Mention, b: Mention): boolean => {
  if (!a.dateTold || !b.dateTold) return true;
  const x = parseEdtf(a.date);
  const y = parseEdtf(b.date);
  return !x || !y || (x.first <= y.last && y.first <= x.last);
};

/** Sides agree when the actors or, told the other way round, the two sets together do. */
const sidesAgree = (a: Mention, b: Mention): boolean =>
  (agree(a.actors, b.actors) && agree(a.targets, b.targets)) || (share([...a.actors, ...a.targets], b.actors) && share([...b.actors, ...b.targets], a.actors));

/**
 * The earlier mention that a mention tells again, or null. A definite word without means of its own points
 * back to the last event it can stand for; a headline's event is told again in the lead; otherwise type,
 * sides, places and dates must agree and something must be shared.
 */
export const repeatOf = (mention: Mention, earlier: readonly Mention[], relations: PlaceRelations): number | null => {
  const { draft } = mention;
  for (let k = earlier.length - 1; k >= 0; k--) {
    const other = earlier[k]!;
    const sameType = other.type === mention.type;
    const pointsBack = draft.definite && draft.anaphora && draft.by === null && other.draft.family !== 'agreement' && isViolent(other.draft);
    if (!sameType && !pointsBack && !(other.draft.family === draft.family)) continue;
    const places = placesAgree(mention.places, other.places, relations);
    if (places === 'differ' || !datesAgree(mention, other) || !sidesAgree(mention, other)) continue;
    if (draft.modality !== other.draft.modality && draft.modality !== 'denied' && other.draft.modality !== 'denied') continue;
    if (pointsBack && (mention.places.length === 0 || places !== 'open')) return k;
    if (!sameType) continue;
    if (other.title && mention.sentence - other.sentence <= 2) return k;
    const shared = share(mention.actors, other.actors) || share(mention.targets, other.targets);
    const definite = draft.definite || draft.sense.part === 'phrase';
    if (places === 'same' && (shared || mention.actors.length === 0 || other.actors.length === 0)) return k;
    if (places === 'nested' && shared) return k;
    if (places === 'open' && definite && mention.places.length === 0 && (shared || mention.actors.length === 0)) return k;
    if (places === 'open' && shared && mention.places.length === 0 && mention.sentence - other.sentence <= 2 && definite) return k;
  }
  return null;
};

const isViolent = (draft: EventDraft): boolean => ['air', 'shelling', 'ground', 'bomb', 'explosion', 'harm-to-persons', 'arrest', 'killing', 'ground-loss'].includes(draft.family);
