import { parseEdtf } from '@isnad/model';
import type { ResolvedPlace } from '../resolve/places.js';
import type { EventDraft } from './draft.js';

/** What repeats are decided on: an event with its resolved values. */
export interface Mention {
  readonly draft: EventDraft;
  readonly type: string;
  /** Family of its type. */
  readonly family: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** Places told beside the word; none borrowed from elsewhere in the sentence. */
  readonly places: readonly ResolvedPlace[];
  readonly date: string | null;
  readonly dateTold: boolean;
  readonly title: boolean;
  /** Index of the sentence. */
  readonly sentence: number;
  /** `measure group min`, of the figures told with it. */
  readonly counts: readonly string[];
}

export interface PlaceRelations {
  readonly contains: (outer: string, inner: string) => boolean;
}

type Agreement = 'same' | 'open' | 'differ';

const overlap = (a: readonly string[], b: readonly string[]): Agreement => {
  if (a.length === 0 || b.length === 0) return 'open';
  return a.some((id) => b.includes(id)) ? 'same' : 'differ';
};

/** Sides agree when actors and targets do, or when they are told the other way round. */
const sides = (a: Mention, b: Mention): { readonly actors: Agreement; readonly targets: Agreement } => {
  const actors = overlap(a.actors, b.actors);
  const targets = overlap(a.targets, b.targets);
  const swapped = overlap(a.actors, b.targets) === 'same' && overlap(a.targets, b.actors) !== 'differ';
  return swapped ? { actors: 'same', targets: 'open' } : { actors, targets };
};

const places = (a: readonly ResolvedPlace[], b: readonly ResolvedPlace[], { contains }: PlaceRelations): Agreement | 'nested' => {
  if (a.length === 0 || b.length === 0) return 'open';
  if (a.some((x) => b.some((y) => x.id === y.id))) return 'same';
  return a.some((x) => b.some((y) => contains(x.id, y.id) || contains(y.id, x.id))) ? 'nested' : 'differ';
};

const dates = (a: Mention, b: Mention): Agreement => {
  if (!a.dateTold && !b.dateTold) return 'open';
  const x = parseEdtf(a.date);
  const y = parseEdtf(b.date);
  if (!x || !y) return 'open';
  if (x.first > y.last || y.first > x.last) return 'differ';
  return a.dateTold && b.dateTold ? 'same' : 'open';
};

/** Weights of what two mentions of one report share or not; tried on annotated reports, told in METHODOLOGY. */
const WEIGHT = {
  type: 2, family: 1, refersBack: 3, definite: 1.5, title: 2,
  places: { same: 2, nested: 1, open: 0.5, differ: -4 },
  actors: { same: 1.5, open: 0.5, differ: -3 },
  targets: { same: 1, open: 0.5, differ: -1.5 },
  dates: { same: 1.5, open: 0.5, differ: -6 },
  count: 2.5, perSentence: -0.15, perSentenceBack: -0.6, modality: -1.5,
} as const;
const THRESHOLD = 5;

/** How strongly a mention tells an earlier one again. */
const score = (mention: Mention, other: Mention, relations: PlaceRelations, refers: readonly string[]): number => {
  const pointsBack = mention.draft.definite && mention.draft.by === null && refers.includes(other.family);
  const kin = mention.type === other.type ? WEIGHT.type : mention.family === other.family || pointsBack ? WEIGHT.family : null;
  if (kin === null) return -Infinity;
  const { actors, targets } = sides(mention, other);
  let sum = kin + WEIGHT.places[places(mention.places, other.places, relations)] + WEIGHT.actors[actors] + WEIGHT.targets[targets] + WEIGHT.dates[dates(mention, other)];
  if (pointsBack) sum += WEIGHT.refersBack;
  else if (mention.draft.definite) sum += WEIGHT.definite;
  if (other.title && !mention.title && mention.sentence - other.sentence <= 3) sum += WEIGHT.title;
  if (mention.counts.some((count) => other.counts.includes(count))) sum += WEIGHT.count;
  if (mention.draft.modality !== other.draft.modality) sum += WEIGHT.modality;
  return sum + (mention.sentence - other.sentence) * (pointsBack ? WEIGHT.perSentenceBack : WEIGHT.perSentence);
};

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

/** What an event is known by once it has been told twice: both tellings together. */
export const tellingBoth = (first: Mention, again: Mention): Mention => ({
  ...first,
  actors: union(first.actors, again.actors),
  targets: union(first.targets, again.targets),
  places: [...first.places, ...again.places],
  counts: union(first.counts, again.counts),
  title: false,
  ...(first.dateTold || !again.dateTold ? {} : { date: again.date, dateTold: true }),
  sentence: again.sentence,
});

/**
 * The earlier mention that a mention tells again, or null: the one with which it shares most of type, sides,
 * places, dates and counts, if that is enough. `refers`: families that the word can point back to.
 */
export const repeatOf = (mention: Mention, earlier: readonly (Mention | null)[], relations: PlaceRelations, refers: readonly string[]): number | null => {
  let best: number | null = null;
  let most: number = THRESHOLD;
  for (let k = earlier.length - 1; k >= 0; k--) {
    const other = earlier[k];
    if (!other) continue;
    const weight = score(mention, other, relations, refers);
    if (weight > most) {
      best = k;
      most = weight;
    }
  }
  return best;
};
