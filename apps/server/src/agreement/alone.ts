import type { RecordedClaim } from '@isnad/model';
import { logOf } from '../case/view.js';
import type { Scene } from '../http/handler.js';

/** The claims of a report as one coder sees them who is to decide independently, and the scene with nobody else in it. */
export interface Alone {
  readonly claims: readonly RecordedClaim[];
  readonly scene: Scene;
}

/**
 * What the reader gave and this coder decided: corrections, rejections and additions of others are left out, so that two
 * who code the same report do not lean on each other.
 */
export const aloneWith = (coder: string, report: string, scene: Scene): Alone => {
  const { view, log } = scene;
  const own = logOf(
    log.all.filter(({ by }) => by === coder),
    view,
  );
  const addedBy = new Map(
    log.all.flatMap(({ kind, by, value }) =>
      kind === 'add' ? [[(value?.claim as { id?: string } | undefined)?.id ?? '', by] as const] : [],
    ),
  );
  const rejected = new Set<string>();
  const claims = view
    .claimsOf(report)
    .filter(({ id }) => (addedBy.get(id) ?? coder) === coder)
    .map((claim) => {
      const decisions = own.about(claim.id);
      if (decisions.some(({ kind }) => kind === 'reject')) rejected.add(claim.id);
      const corrections = decisions.flatMap(({ kind, value }) => (kind === 'correct' && value ? [value] : []));
      return Object.assign({}, view.asRead(claim.id) ?? claim, ...corrections) as RecordedClaim;
    });
  return { claims, scene: { ...scene, log: own, view: { ...view, rejected } } };
};
