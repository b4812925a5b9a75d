import type { CaseRecord, Check, Dispute, Incident, RecordedReport, ReportHead, Toll } from '@isnad/model';
import type { Case } from './case.js';
import { aftermaths } from './checks/after-capture.js';
import { allChecks } from './checks/all.js';
import type { Clustered } from './chronology/passes.js';
import { controlLedgers } from './control/ledger.js';
import { allDisputes } from './disputes/all.js';
import { suggestGrade } from './grades/grade.js';
import { describeHappening } from './incidents/describe.js';
import { relateHappenings } from './incidents/relate.js';
import type { RecordMemory } from './memory/memory.js';
import { sorted } from './order.js';
import { harmedPeople } from './people/register.js';
import type { Series } from './tolls/series.js';

/** The parts of a record that follow from clustered claims. */
export type Derived = Pick<
  CaseRecord,
  'reports' | 'claims' | 'incidents' | 'tolls' | 'control' | 'checks' | 'disputes' | 'people'
>;

/** Everything that clustered claims amount to, in the shapes of the contract. */
export const assemble = (clustered: Clustered, { recorded }: Pick<RecordMemory, 'recorded'>): Derived => {
  const { inCase, happenings, series } = clustered;
  const after = aftermaths(happenings, inCase);
  const people = harmedPeople(happenings, inCase);
  const checks = allChecks(clustered, after, people);
  const disputes = allDisputes(clustered, checks, after);
  const related = relateHappenings(happenings, inCase.lexicon);
  const disputesOf = byClaim(disputes);
  const checksOf = byClaim(checks);
  return {
    reports: inCase.readings.map(({ report }) => recordedReport(report.id, inCase)),
    claims: inCase.readings.flatMap(({ report, claims }) => claims.map((claim) => recorded(claim, report.id))),
    incidents: happenings.map((one): Incident => {
      const described = describeHappening(one, inCase);
      return {
        ...described,
        grade: suggestGrade(one, inCase),
        disputes: sorted(described.claims.flatMap((claim) => disputesOf.get(claim) ?? [])),
        related: related.get(one.id) ?? [],
      };
    }),
    tolls: series.map((one) => recordedToll(one, checksOf)),
    control: controlLedgers(happenings, after, inCase),
    checks,
    disputes,
    ...(people.length > 0 ? { people } : {}),
  };
};

const recordedToll = (one: Series, checksOf: ReadonlyMap<string, readonly string[]>): Toll => {
  const { id, source, measure, group, from, to, area, partOf, points } = one;
  const checks = sorted(points.flatMap(({ claim }) => checksOf.get(claim) ?? []));
  return { id, source, measure, group, from, to, area, partOf, points, checks };
};

const byClaim = (items: readonly (Check | Dispute)[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, claims } of items) {
    for (const claim of claims) {
      const known = found.get(claim);
      if (known) known.push(id);
      else found.set(claim, [id]);
    }
  }
  return found;
};

const recordedReport = (id: string, inCase: Case): RecordedReport => {
  const { report, claims, appearances } = inCase.reading(id);
  return {
    id,
    path: report.path,
    outlet: report.outlet,
    title: report.title,
    published: report.published,
    root_sources: sorted(claims.map((claim) => inCase.root(claim))),
    copies_of: inCase.copies.of(id).map(({ of }) => of),
    ...(report.url ? { url: report.url } : {}),
    ...(appearances.length > 0 ? { appearances: appearances.map(appearance) } : {}),
  };
};

const appearance = ({
  path,
  outlet,
  title,
  published,
  url,
}: ReportHead): NonNullable<RecordedReport['appearances']>[number] => ({
  path,
  outlet,
  title,
  published,
  ...(url ? { url } : {}),
});
