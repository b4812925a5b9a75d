import type { Decision, Note } from '@isnad/model';
import type { Cluster, Constraints } from '../incidents/cluster.js';
import { pairs } from '../order.js';
import type { Unit } from '../units/unit.js';
import { subjectGone, valueUnusable } from './notes.js';

/** A merge or split with its place in the order of decisions: of two about the same claims the later counts. */
interface Judgement {
  readonly turn: number;
  readonly decision: Decision;
  readonly ids: readonly string[];
}

/** What people decided about claims being one event or not. */
export interface PairDecisions {
  readonly notes: readonly Note[];
  /** Whether a claim is not to be taken as a repetition of another of its report. */
  readonly cut: (claim: string, from: string) => boolean;
  /** The same for units; `unsplit` clusters them as they would be without any split. */
  readonly constraintsFor: (
    units: readonly Unit[],
    unsplit: (together: Constraints) => readonly Cluster[],
  ) => Constraints;
}

/** `merge`: all that are named are one. `split`: the first stays, the others named leave its incident together. */
export const pairDecisions = (decisions: readonly Decision[], known: (id: string) => boolean): PairDecisions => {
  const notes: Note[] = [];
  const judgements = decisions.flatMap((decision, turn): Judgement[] => {
    if (decision.kind !== 'merge' && decision.kind !== 'split') return [];
    const gone = decision.about.filter((id) => !known(id));
    notes.push(...gone.map((id) => subjectGone(decision, id)));
    const ids = decision.about.filter(known);
    if (ids.length >= 2) return [{ turn, decision, ids }];
    if (gone.length === 0) notes.push(valueUnusable(decision, 'two or more claims or incidents'));
    return [];
  });
  const merges = judgements.filter(({ decision }) => decision.kind === 'merge');
  const splits = judgements.filter(({ decision }) => decision.kind === 'split');

  /** A later merge of what a split had parted. */
  const isUndone = (split: Judgement, sameIncident: (a: string, b: string) => boolean): boolean => {
    const [stays, ...leave] = split.ids;
    return merges.some(
      ({ turn, ids }) =>
        turn > split.turn &&
        ids.some((id) => leave.includes(id)) &&
        ids.some((id) => !leave.includes(id) && sameIncident(id, stays!)),
    );
  };
  const isParted = (a: string, b: string, after: number): boolean =>
    splits.some(
      ({ turn, ids: [stays, ...leave] }) =>
        turn > after && leave.includes(a) !== leave.includes(b) && (a === stays || b === stays),
    );

  const cut = (claim: string, from: string): boolean =>
    splits.some((split) => {
      const [stays, ...leave] = split.ids;
      return (
        !isUndone(split, (a, b) => a === b) &&
        leave.includes(claim) &&
        !leave.includes(from) &&
        (from === stays || known(stays!))
      );
    });

  const constraintsFor = (
    units: readonly Unit[],
    unsplit: (together: Constraints) => readonly Cluster[],
  ): Constraints => {
    const unitOf = new Map(units.flatMap((unit) => unit.claims.map(({ id }) => [id, unit.id] as const)));
    const asUnits = (list: readonly (readonly [string, string])[]) =>
      list.flatMap(([a, b]): (readonly [string, string])[] => {
        const [x, y] = [unitOf.get(a), unitOf.get(b)];
        return x !== undefined && y !== undefined && x !== y ? [[x, y]] : [];
      });
    const together = asUnits(merges.flatMap(({ ids, turn }) => pairs(ids).filter(([a, b]) => !isParted(a, b, turn))));
    if (splits.length === 0) return { together, apart: [] };
    const clusters = unsplit({ together, apart: [] });
    const home = new Map(
      clusters.flatMap((cluster) =>
        cluster.units.flatMap((unit) => unit.claims.map(({ id }) => [id, cluster] as const)),
      ),
    );
    const apart = splits.flatMap((split) => {
      if (isUndone(split, (a, b) => home.get(a) === home.get(b))) return [];
      const [stays, ...leave] = split.ids;
      const remain = home.get(stays!)?.units.filter((unit) => !unit.claims.some(({ id }) => leave.includes(id))) ?? [];
      return asUnits(leave.flatMap((id) => remain.map((unit) => [id, unit.id] as const)));
    });
    return { together, apart };
  };
  return { notes, cut, constraintsFor };
};
