import { type Evidence, evidenceOf, rivals } from './evidence.js';
import { type Telling, tellingBoth } from './telling.js';
import type { World } from './world.js';

/**
 * What each piece of evidence adds to, or takes from, the belief that a mention tells an event again:
 * log-odds, fitted to pairs of mentions of annotated reports of several wars and rounded to a quarter.
 */
export const WEIGHT: Readonly<Record<Evidence, number>> = {
  'same type': 0.5,
  'same family': -1.25,
  'general word': -0.75,
  'its result': 0.25,
  'seldom told of two': 2,
  'same word': 0.25,
  this: 0.5,
  definite: -0.25,
  'definite general': 0.5,
  'definite, fits': 0.75,
  verb: 0.25,
  another: -1,
  'one and many': 0,
  'same place': 0.5,
  'narrower place': 0.5,
  'wider place': -0.5,
  'near place': -0.75,
  'other place': -1.25,
  'headline place': 0.25,
  'same place around': -0.75,
  'narrower place around': 0,
  'wider place around': -1,
  'near place around': -0.5,
  'other place around': -0.5,
  'same sides': 0.25,
  'one other side': -0.5,
  'swapped sides': 0,
  'same actor': -0.5,
  'akin actor': -0.25,
  'other actor': -0.75,
  'same target': -0.25,
  'akin target': 0,
  'other target': -0.25,
  'same date': 0.75,
  'fitting date': -1.5,
  'other date': -0.75,
  'long before': -1.75,
  'same count': 1.25,
  'same small count': 1,
  'other count': -0.75,
  lead: 2.25,
  headline: 1,
  topic: 1.25,
  'one sentence': -0.25,
  'joined in one sentence': -0.25,
  'back in one sentence': 0.5,
  latest: 0.5,
  'latest, back': 1,
  'many between': 0,
  'many between, back': -0.5,
  'some way': -0.75,
  far: -1.5,
  'turn between': -0.5,
  more: 0.25,
  background: -0.75,
  'other modality': -0.5,
  'other source': 0.75,
};

/** Belief needed, with the odds of two mentions at large in it. */
const THRESHOLD = 1.25;

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
    const possible = [...events].filter(([, event]) => rivals(mention, event, world));
    for (const [first, event] of events) {
      const between = possible.filter(([other, rival]) => other !== first && isLater(rival, event)).length;
      const evidence = evidenceOf(mention, event, between, world);
      const belief = evidence?.reduce((sum, one) => sum + WEIGHT[one], 0) ?? -Infinity;
      if (belief > most) {
        best = first;
        most = belief;
      }
    }
    const known = events.get(best);
    events.set(best, known ? tellingBoth(known, mention) : mention);
    return best;
  });
};

const isLater = (a: Telling, b: Telling): boolean =>
  a.sentence > b.sentence || (a.sentence === b.sentence && a.item > b.item);
