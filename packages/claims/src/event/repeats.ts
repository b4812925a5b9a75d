import { type Evidence, evidenceOf, rivals } from './evidence.js';
import { type Telling, tellingBoth } from './telling.js';
import type { World } from './world.js';

/**
 * What each piece of evidence adds to, or takes from, the belief that a mention tells an event again:
 * log-odds, fitted to pairs of mentions of annotated reports of several wars with a pull towards what any reader
 * holds (another place, day or side is another event; the same count is the same event), rounded to a quarter.
 */
const WEIGHT: Readonly<Record<Evidence, number>> = {
  'same type': 1,
  'same family': -0.5,
  'general word': -0.5,
  'its result': 0.25,
  'seldom told of two': 2,
  'same word': 0.25,
  this: 1.25,
  'definite general': 1,
  bare: 0.5,
  indefinite: -0.25,
  'came before': -1,
  another: -3,
  also: -2,
  'going on': 0.75,
  often: -1,
  'one of several': -3,
  'other number': -1,
  imperfect: -1,
  'same place': 0.5,
  'vague place': -0.25,
  'wider place': -0.25,
  'near place': -2.25,
  'other place': -2,
  'near place, back': -0.5,
  'other place, back': -0.5,
  'same place around': 0.25,
  'vague place around': -0.5,
  'wider place around': -0.75,
  'other place around': -0.5,
  'other actor': -1.25,
  'one other side': -1.25,
  'same date': 0.25,
  'fitting date': -0.25,
  'longer date': -2.25,
  'other date': -2.5,
  'long before': -2.75,
  'same count': 2,
  'same small count': 1.5,
  'other count': -0.25,
  lead: 2.5,
  'lead, other word': 1.5,
  headline: 0.5,
  topic: 0.75,
  'joined in one sentence': -0.5,
  'back in one sentence': 0.25,
  latest: 0.5,
  'latest, back': 1.25,
  'some way': -0.5,
  far: -1.5,
  more: -0.25,
  background: -0.75,
  'other modality': -1,
  'other source': 0.75,
};

/** Belief needed, with the odds of two mentions at large in it. */
const THRESHOLD = 1;

/**
 * How many events are kept in mind, the ones told last: more than any report tells, few enough for a text as long
 * as a book.
 */
const KEPT = 100;

/**
 * For each mention of a report, in reading order, the first mention of the event that it tells; its own index
 * where it is the first.
 */
export const firstTellings = (tellings: readonly Telling[], world: World): readonly number[] => {
  // Events told so far, by the index of their first mention.
  const events = new Map<number, Telling>();
  return tellings.map((mention, index) => {
    let best = index;
    let most = THRESHOLD;
    let rival: Telling | null = null;
    for (const event of events.values())
      if (rivals(mention, event, world) && (rival === null || isLater(event, rival))) rival = event;
    for (const [first, event] of events) {
      const evidence = evidenceOf(mention, event, rival === null || !isLater(rival, event), world);
      if (evidence === null) continue;
      let belief = 0;
      for (const one of evidence) belief += WEIGHT[one];
      if (belief > most) {
        best = first;
        most = belief;
      }
    }
    const known = events.get(best);
    events.set(best, known ? tellingBoth(known, mention) : mention);
    if (events.size > KEPT) forgetOldest(events);
    return best;
  });
};

const forgetOldest = (events: Map<number, Telling>): void => {
  const [oldest] = [...events].reduce((a, b) => (isLater(a[1], b[1]) ? b : a));
  events.delete(oldest);
};

const isLater = (a: Telling, b: Telling): boolean =>
  a.sentence > b.sentence || (a.sentence === b.sentence && a.item > b.item);
