import { placeAgreement, setAgreement } from './agreement.js';
import { dateAgreement } from './dates.js';
import { peopleAmong } from './ids.js';
import { eventWeight, matchBest } from './match.js';
import type { ScoredEvent } from './scored.js';
import { newTally, type Score, scoreOf, scoreOfTally } from './tally.js';

export interface EventMeasures {
  readonly gold: number;
  readonly found: number;
  /** Exact type. */
  readonly strict: Score;
  /** Type family. */
  readonly lenient: Score;
  readonly nonAsserted: Score;
  /** Pairs of mentions that are said to be of one event. */
  readonly repeats: Score;
  /** Mean agreement over matched mentions; null when none was there to compare. */
  readonly slots: Readonly<Record<string, number | null>>;
}

/** Which mentions of a report are one event: the root of each chain of `sameAs`. */
const chainsOf = (events: readonly ScoredEvent[]): ((id: string) => string) => {
  const parent = new Map(events.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while (parent.has(root) && parent.get(root) !== root) root = parent.get(root)!;
    return root;
  };
  for (const { id, sameAs } of events)
    if (sameAs !== null && parent.has(sameAs)) parent.set(rootOf(id), rootOf(sameAs));
  return rootOf;
};

/** Adds up the agreement of events over reports. */
export const createEventTally = () => {
  const [all, nonAsserted, repeats] = [newTally(), newTally(), newTally()];
  const slots = { actor: 0, target: 0, places: 0, date: 0, modality: 0, attribution: 0 };
  let strict = 0;
  let dated = 0;

  const addPair = (gold: ScoredEvent, found: ScoredEvent) => {
    all.hit++;
    if (gold.type === found.type) strict++;
    // The two sides of a clash are a set: who is named first does not matter.
    const sides =
      gold.type === 'armed-clash'
        ? setAgreement([...gold.actors, ...gold.targets], [...found.actors, ...found.targets])
        : null;
    slots.actor += sides ?? setAgreement(gold.actors, found.actors);
    slots.target += sides ?? setAgreement(peopleAmong(gold.targets), peopleAmong(found.targets));
    slots.places += placeAgreement(gold.places, found.places);
    slots.modality += gold.modality === found.modality ? 1 : 0;
    slots.attribution += setAgreement(gold.attribution, found.attribution);
    if (gold.date !== null) {
      dated++;
      slots.date += dateAgreement(gold.date, found.date);
    }
    if (gold.modality !== 'asserted') nonAsserted.gold++;
    if (found.modality !== 'asserted') nonAsserted.found++;
    if (gold.modality !== 'asserted' && gold.modality === found.modality) nonAsserted.hit++;
  };

  const addRepeats = (
    gold: readonly ScoredEvent[],
    found: readonly ScoredEvent[],
    matched: ReadonlyMap<number, number>,
  ) => {
    const [goldRoot, foundRoot] = [chainsOf(gold), chainsOf(found)];
    const pairs = [...matched].map(([i, j]) => [goldRoot(gold[i]!.id), foundRoot(found[j]!.id)] as const);
    pairs.forEach(([goldA, foundA], index) => {
      for (const [goldB, foundB] of pairs.slice(index + 1)) {
        if (goldA === goldB) repeats.gold++;
        if (foundA === foundB) repeats.found++;
        if (goldA === goldB && foundA === foundB) repeats.hit++;
      }
    });
  };

  /** Counts one report; returns what was matched. */
  const add = (gold: readonly ScoredEvent[], found: readonly ScoredEvent[]): ReadonlyMap<number, number> => {
    const matched = matchBest(gold, found, eventWeight);
    all.gold += gold.length;
    all.found += found.length;
    for (const [i, j] of matched) addPair(gold[i]!, found[j]!);
    addRepeats(gold, found, matched);
    return matched;
  };

  const measures = (): EventMeasures => ({
    gold: all.gold,
    found: all.found,
    strict: scoreOf(strict, all.gold, all.found),
    lenient: scoreOfTally(all),
    nonAsserted: scoreOfTally(nonAsserted),
    repeats: scoreOfTally(repeats),
    slots: Object.fromEntries(
      Object.entries(slots).map(([slot, sum]) => {
        if (slot === 'date') return [slot, dated > 0 ? sum / dated : null];
        return [slot, all.hit > 0 ? sum / all.hit : 0];
      }),
    ),
  });
  return { add, measures };
};
