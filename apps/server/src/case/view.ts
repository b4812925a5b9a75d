import {
  activeDecisions,
  type Check,
  type Decision,
  type Dispute,
  type HarmedPerson,
  type Incident,
  type RecordedClaim,
  type RecordedReport,
} from '@isnad/model';
import { type CoverNames, coveredNames, readingsOf } from '@isnad/publish';
import type { Snapshot } from './casebook.js';
import { grouped } from './entries.js';
import { type PlaceIds, placeIdsOf } from './place-ids.js';
import type { CaseWords } from './words.js';

/** A record, indexed for what the routes ask of it. Made once a record; nothing in it changes. */
export interface CaseView extends Snapshot {
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly reports: ReadonlyMap<string, RecordedReport>;
  /** Claims, rejected ones too. */
  readonly claims: ReadonlyMap<string, RecordedClaim>;
  readonly rejected: ReadonlySet<string>;
  /** A claim as the reader gave it, before people corrected it. */
  readonly asRead: (claim: string) => RecordedClaim | undefined;
  /** Claims of a report in the order of its text, rejected ones too. */
  readonly claimsOf: (report: string) => readonly RecordedClaim[];
  readonly incidentOf: (claim: string) => Incident | null;
  readonly disputesOf: (claim: string) => readonly Dispute[];
  readonly checksOf: (claim: string) => readonly Check[];
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly checks: ReadonlyMap<string, Check>;
  readonly peopleOf: (incident: string) => readonly HarmedPerson[];
  /** Root source of a claim. */
  readonly rootOf: (claim: RecordedClaim) => string;
  /** Source id of a report's outlet, else its name, else the report. */
  readonly publisherOf: (report: string) => string;
  readonly cover: CoverNames;
  readonly placeIds: PlaceIds;
}

const byClaim = <T extends { readonly claims: readonly string[] }>(items: readonly T[]) => {
  const groups = grouped(items.flatMap((item) => item.claims.map((claim) => [claim, item] as const)));
  return (claim: string): readonly T[] => groups.get(claim) ?? [];
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const publisher = (report: RecordedReport, words: CaseWords): string =>
  report.outlet ? (words.outlets[report.outlet] ?? report.outlet) : `report:${report.id}`;

/** Indexes a record. */
export const viewOf = (snapshot: Snapshot): CaseView => {
  const { record, words } = snapshot;
  const rejected = record.rejected ?? [];
  const all = [...record.claims, ...rejected].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const claims = byId(all);
  const original = byId(record.corrected ?? []);
  const ofReport = grouped(all.map((claim) => [claim.report, claim] as const));
  const reports = byId(record.reports);
  const homes = new Map(record.incidents.flatMap((one) => one.claims.map((claim) => [claim, one] as const)));
  const people = grouped((record.people ?? []).flatMap((one) => one.incidents.map((id) => [id, one] as const)));
  const publisherOf = (id: string): string => {
    const report = reports.get(id);
    return report ? publisher(report, words) : `report:${id}`;
  };
  const isNamed = (source: string): boolean => words.sources[source]?.named ?? true;
  /** The report that a copied one was copied from, followed to its end. */
  const originOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (;;) {
      const from = reports.get(at)?.copies_of[0];
      if (from === undefined || seen.has(at)) return at;
      seen.add(at);
      at = from;
    }
  };
  const cover = coveredNames({
    readings: readingsOf(record.private_persons ?? []),
    words: { groups: new Map(Object.entries(words.groups)) },
  });
  return {
    ...snapshot,
    incidents: byId(record.incidents),
    reports,
    claims,
    asRead: (id) => original.get(id) ?? claims.get(id),
    rejected: new Set(rejected.map(({ id }) => id)),
    claimsOf: (report) => ofReport.get(report) ?? [],
    incidentOf: (claim) => homes.get(claim) ?? null,
    disputesOf: byClaim(record.disputes),
    checksOf: byClaim(record.checks),
    disputes: byId(record.disputes),
    checks: byId(record.checks),
    peopleOf: (incident) => people.get(incident) ?? [],
    rootOf: (claim) => claim.attribution.findLast(isNamed) ?? publisherOf(originOf(claim.report)),
    publisherOf,
    cover,
    placeIds: placeIdsOf(record, cover),
  };
};

/** Where a decision stands. */
export type Standing = 'in-force' | 'retired' | 'orphaned' | 'unusable';

/** All decisions ever made about a case, and where each stands. */
export interface DecisionLog {
  /** Oldest first. */
  readonly all: readonly Decision[];
  readonly byId: ReadonlyMap<string, Decision>;
  readonly standing: (decision: Decision) => Standing;
  readonly retiredBy: (id: string) => string | null;
  /** Decisions in force about a claim, incident or report. */
  readonly about: (id: string) => readonly Decision[];
  /** The decision that settled a dispute, a check or a pair. */
  readonly settledBy: (id: string) => string | null;
}

export const logOf = (all: readonly Decision[], view: CaseView): DecisionLog => {
  const active = activeDecisions(all);
  const inForce = new Set(active.map(({ id }) => id));
  const retirers = new Map(active.flatMap(({ id, retires }) => (retires === null ? [] : [[retires, id] as const])));
  const about = grouped(active.flatMap((one) => one.about.map((id) => [id, one] as const)));
  const settled = new Map(
    active.flatMap(({ id, value }) => (typeof value?.settles === 'string' ? [[value.settles, id] as const] : [])),
  );
  const unusable = new Set(
    (view.record.notes ?? []).flatMap(({ code, message }) =>
      code === 'record/decision-value' ? [/^Decision (\S+) /.exec(message)?.[1] ?? ''] : [],
    ),
  );
  const isKnown = (id: string) => view.claims.has(id) || view.reports.has(id) || view.incidents.has(id);
  return {
    all,
    byId: byId(all),
    standing: ({ id, about: subjects, retires }) => {
      if (!inForce.has(id)) return 'retired';
      if (unusable.has(id)) return 'unusable';
      return retires === null && !subjects.every(isKnown) ? 'orphaned' : 'in-force';
    },
    retiredBy: (id) => retirers.get(id) ?? null,
    about: (id) => about.get(id) ?? [],
    settledBy: (id) => settled.get(id) ?? null,
  };
};
