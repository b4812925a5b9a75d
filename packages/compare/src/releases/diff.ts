import type { RecordedReport } from '@isnad/model';
import { naming, type ReleasedDecision, type ReleasedRecord, type Words } from '@isnad/publish';
import { causeFinder } from './causes.js';
import type { Change } from './change.js';
import { correspond, incidentFates } from './correspond.js';
import { checkChanges, disputeChanges } from './findings.js';
import { incidentChanges } from './incidents.js';
import { incidentNamer } from './say.js';
import { controlChanges, tollChanges } from './series.js';

/** One of the two states that are compared. */
export interface Released {
  /** Number of the release; null for a record that is none. */
  readonly number: number | null;
  /** EDTF day of publication. */
  readonly asOf: string;
  readonly record: ReleasedRecord;
}

/** What changed between two releases of a case, in sentences. */
export interface ReleaseDiff {
  readonly case: string;
  readonly from: { readonly number: number | null; readonly as_of: string };
  readonly to: { readonly number: number | null; readonly as_of: string };
  readonly reports: {
    readonly added: readonly RecordedReport[];
    readonly gone: readonly RecordedReport[];
    /** The later wording of each. */
    readonly changed: readonly RecordedReport[];
  };
  readonly decisions: readonly ReleasedDecision[];
  readonly changes: readonly Change[];
}

/** Says what changed between two releases, and because of which report or decision. */
export const diffReleases = (from: Released, to: Released, words: Words): ReleaseDiff => {
  const [before, after] = [from.record, to.record];
  const correspondence = correspond(before, after);
  const causes = causeFinder(before, after, correspondence);
  const names = { before: naming(words, before), after: naming(words, after) };
  const name = names.after;
  const namers = [incidentNamer(before.incidents, names.before), incidentNamer(after.incidents, names.after)] as const;
  const isOld = new Set(before.incidents);
  const incident = (one: (typeof before.incidents)[number]) => namers[isOld.has(one) ? 0 : 1](one);
  const had = new Set(before.decisions.map(({ id }) => id));
  return {
    case: after.case,
    from: { number: from.number, as_of: from.asOf },
    to: { number: to.number, as_of: to.asOf },
    reports: {
      added: correspondence.added,
      gone: correspondence.gone,
      changed: correspondence.replaced.map((pair) => pair.after),
    },
    decisions: after.decisions.filter(({ id }) => !had.has(id)),
    changes: [
      ...incidentChanges(incidentFates(before.incidents, after.incidents, correspondence), { name, incident, causes }),
      ...tollChanges(before.tolls, after.tolls, { name, causes }),
      ...controlChanges(before.control, after.control, { name, causes }),
      ...disputeChanges(before.disputes, after.disputes, correspondence, { names, causes }),
      ...checkChanges(before.checks, after.checks, correspondence, { names, causes }),
    ],
  };
};
