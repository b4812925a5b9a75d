import type { Check, CheckKind, HarmedPerson } from '@isnad/model';
import type { Case } from '../case.js';
import type { Happening } from '../incidents/happening.js';
import { byText } from '../order.js';
import { peopleAgainstCounts } from '../people/against-counts.js';
import type { Series } from '../tolls/series.js';
import type { Unit } from '../units/unit.js';
import { type Aftermath, stateAfterCapture } from './after-capture.js';
import { listLengths, sameCounts, sums } from './counts.js';
import { geography } from './geography.js';
import { headlines } from './headline.js';
import { partsFit } from './parts.js';
import { neverFalls, windowsFit } from './tolls.js';
import { weekdays } from './weekdays.js';

/** Every kind of check, in the order of the contract; the compiler sees to it that none is missing. */
export const CHECK_KINDS = Object.keys({
  'parts-fit': true,
  'window-fits': true,
  'never-falls': true,
  sum: true,
  'same-count': true,
  'list-length': true,
  weekday: true,
  headline: true,
  geography: true,
  'state-after-capture': true,
} satisfies Record<CheckKind, true>) as readonly CheckKind[];

/** All checks of a case, passed and failed alike. */
export const allChecks = (
  {
    inCase,
    units,
    happenings,
    series,
  }: {
    readonly inCase: Case;
    readonly units: readonly Unit[];
    readonly happenings: readonly Happening[];
    readonly series: readonly Series[];
  },
  found: readonly Aftermath[],
  people: readonly HarmedPerson[],
): readonly Check[] => {
  const figures = inCase.readings.flatMap(({ claims }) => claims.filter((claim) => claim.kind === 'figure'));
  const checks = [
    ...partsFit(figures, inCase),
    ...windowsFit(series, inCase),
    ...neverFalls(series, inCase),
    ...sums(figures, happenings, inCase),
    ...sameCounts(happenings, inCase),
    ...listLengths(figures, inCase),
    ...peopleAgainstCounts(people, happenings, inCase),
    ...weekdays(inCase),
    ...headlines(units, inCase),
    ...geography(inCase),
    ...stateAfterCapture(found, inCase),
  ].filter(({ claims }) => claims.length > 0);
  return [...new Map(checks.map((one) => [one.id, one])).values()].sort(
    (a, b) => byText(a.kind, b.kind) || byText(a.id, b.id),
  );
};
