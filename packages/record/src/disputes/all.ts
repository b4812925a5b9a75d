import type { Check, Dispute, DisputeKind } from '@isnad/model';
import type { Case } from '../case.js';
import type { Aftermath } from '../checks/after-capture.js';
import type { Surroundings } from '../incidents/compare.js';
import type { Happening } from '../incidents/happening.js';
import { byText } from '../order.js';
import type { Series } from '../tolls/series.js';
import { civilianDisputes } from './civilians.js';
import { aftermathDisputes, uncertainControl } from './control.js';
import { disputesOfChecks, figureDisputes, tollDisputes } from './figures.js';
import { occurrenceDisputes } from './occurrence.js';
import { responsibilityDisputes } from './responsibility.js';
import { twoHolders } from './two-holders.js';
import { dateDisputes, placeDisputes } from './whereabouts.js';

/** Every kind of dispute, in the order of the contract; the compiler sees to it that none is missing. */
export const DISPUTE_KINDS = Object.keys({
  figure: true,
  responsibility: true,
  control: true,
  occurrence: true,
  date: true,
  place: true,
  arithmetic: true,
  headline: true,
} satisfies Record<DisputeKind, true>) as readonly DisputeKind[];

export interface Disputable {
  readonly inCase: Case;
  readonly happenings: readonly Happening[];
  readonly series: readonly Series[];
  readonly around: Surroundings;
}

/** All disputes of a case, each once. */
export const allDisputes = (
  { inCase, happenings, series, around }: Disputable,
  checks: readonly Check[],
  found: readonly Aftermath[],
): readonly Dispute[] => {
  const disputes = [
    ...figureDisputes(happenings, inCase),
    ...tollDisputes(series, inCase),
    ...disputesOfChecks(checks),
    ...responsibilityDisputes(happenings, inCase),
    ...civilianDisputes(happenings, inCase),
    ...aftermathDisputes(found, inCase),
    ...uncertainControl(happenings, inCase),
    ...twoHolders(happenings, inCase),
    ...occurrenceDisputes(happenings, around, inCase),
    ...dateDisputes(happenings, inCase),
    ...placeDisputes(happenings, inCase),
  ];
  return [...new Map(disputes.map((one) => [one.id, one])).values()].sort(
    (a, b) => byText(a.kind, b.kind) || byText(a.id, b.id),
  );
};
