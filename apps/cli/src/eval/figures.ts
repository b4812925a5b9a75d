import { setAgreement } from './agreement.js';
import { dateAgreement } from './dates.js';
import { groupFamily } from './ids.js';
import { figureWeight, matchBest } from './match.js';
import type { ScoredFigure } from './scored.js';
import { newTally, type Score, scoreOf, scoreOfTally } from './tally.js';

export interface FigureMeasures {
  readonly gold: number;
  readonly found: number;
  /** Least value agrees. */
  readonly minimum: Score;
  /** Least and greatest value agree. */
  readonly value: Score;
  /** Parts of wholes. */
  readonly parts: Score;
  /** Cumulative and standing figures. */
  readonly notIncident: Score;
  /** Value, measure and group agree. */
  readonly full: Score;
  readonly slots: Readonly<Record<string, number | null>>;
}

const windowOf = ({ from, to }: ScoredFigure): string => `${from ?? '..'}/${to ?? '..'}`;

/** Adds up the agreement of figures over reports. */
export const createFigureTally = () => {
  const [all, parts, notIncident] = [newTally(), newTally(), newTally()];
  const slots = { measure: 0, group: 0, scope: 0, window: 0, attribution: 0 };
  let [value, full, cumulative] = [0, 0, 0];

  const addPair = (gold: ScoredFigure, found: ScoredFigure) => {
    const sameValue = gold.min === found.min && gold.max === found.max;
    const sameMeasure = gold.measure === found.measure;
    const sameGroup = groupFamily(gold.group) === groupFamily(found.group);
    all.hit++;
    if (sameValue) value++;
    if (sameValue && sameMeasure && sameGroup) full++;
    if (sameMeasure) slots.measure++;
    if (sameGroup) slots.group++;
    if (gold.scope === found.scope) slots.scope++;
    if (gold.scope === 'cumulative') {
      cumulative++;
      slots.window += dateAgreement(windowOf(gold), windowOf(found));
    }
    slots.attribution += setAgreement(gold.attribution, found.attribution);
    if (gold.scope !== 'incident') notIncident.gold++;
    if (found.scope !== 'incident') notIncident.found++;
    if (gold.scope !== 'incident' && gold.scope === found.scope) notIncident.hit++;
  };

  /** Links of part and whole, counted where both ends are matched. */
  const addParts = (
    gold: readonly ScoredFigure[],
    found: readonly ScoredFigure[],
    matched: ReadonlyMap<number, number>,
  ) => {
    const foundOf = new Map([...matched].map(([i, j]) => [gold[i]!.id, found[j]!.id]));
    const reachable = new Set(foundOf.values());
    for (const [i, j] of matched) {
      const whole = gold[i]!.partOf;
      const wanted = whole === null ? undefined : foundOf.get(whole);
      const claimed = found[j]!.partOf;
      if (wanted !== undefined) parts.gold++;
      if (claimed !== null && reachable.has(claimed)) parts.found++;
      if (wanted !== undefined && wanted === claimed) parts.hit++;
    }
  };

  /** Counts one report; returns what was matched. */
  const add = (gold: readonly ScoredFigure[], found: readonly ScoredFigure[]): ReadonlyMap<number, number> => {
    const matched = matchBest(gold, found, figureWeight);
    all.gold += gold.length;
    all.found += found.length;
    for (const [i, j] of matched) addPair(gold[i]!, found[j]!);
    addParts(gold, found, matched);
    return matched;
  };

  const measures = (): FigureMeasures => ({
    gold: all.gold,
    found: all.found,
    minimum: scoreOfTally(all),
    value: scoreOf(value, all.gold, all.found),
    parts: scoreOfTally(parts),
    notIncident: scoreOfTally(notIncident),
    full: scoreOf(full, all.gold, all.found),
    slots: Object.fromEntries(
      Object.entries(slots).map(([slot, sum]) => {
        if (slot === 'window') return [slot, cumulative > 0 ? sum / cumulative : null];
        return [slot, all.hit > 0 ? sum / all.hit : 0];
      }),
    ),
  });
  return { add, measures };
};
