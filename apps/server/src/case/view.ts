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
import { RECORD_LISTS, type RecordList } from '@isnad/store';
import { atOnce, groupSteps, indexSteps, type Steps } from '../steps.js';
import type { Snapshot } from './casebook.js';
import { grouped } from './entries.js';
import { type PlaceIds, placeIdSteps } from './place-ids.js';
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

const byClaim = function* <T extends { readonly claims: readonly string[] }>(
  items: readonly T[],
): Steps<(claim: string) => readonly T[]> {
  const groups = yield* groupSteps(items, ({ claims }) => claims);
  return (claim) => groups.get(claim) ?? [];
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): Steps<ReadonlyMap<string, T>> =>
  indexSteps(items, ({ id }) => id);

const inText = (a: RecordedClaim, b: RecordedClaim): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** The cover of the record before serves this one too where it knows the same names and the same words for people. */
const coverOf = ({ record, words }: Snapshot, before: CaseView | null): CoverNames =>
  before !== null &&
  before.record.private_persons === record.private_persons &&
  JSON.stringify(before.words.groups) === JSON.stringify(words.groups)
    ? before.cover
    : coveredNames({
        readings: readingsOf(record.private_persons ?? []),
        words: { groups: new Map(Object.entries(words.groups)) },
      });

const publisher = (report: RecordedReport, words: CaseWords): string =>
  report.outlet ? (words.outlets[report.outlet] ?? report.outlet) : `report:${report.id}`;

/**
 * Indexes a record.
 * @param before the view of the record before, of which is taken over what holds for this one too
 */
export const viewSteps = function* (snapshot: Snapshot, before: CaseView | null = null): Steps<CaseView> {
  const { record, words } = snapshot;
  const rejected = record.rejected ?? [];
  const all = [...record.claims, ...rejected];
  const isSame = (...lists: readonly RecordList[]): boolean =>
    before !== null && lists.every((list) => before.record[list] === record[list]);
  const claims = isSame('claims', 'rejected') ? before!.claims : yield* byId(all);
  const original = yield* byId(record.corrected ?? []);
  const ofReport = yield* groupSteps(all, ({ report }) => [report]);
  for (const some of ofReport.values()) {
    yield;
    some.sort(inText);
  }
  const reports = isSame('reports') ? before!.reports : yield* byId(record.reports);
  const homes = new Map<string, Incident>();
  for (const one of record.incidents) {
    yield;
    for (const claim of one.claims) homes.set(claim, one);
  }
  const people = yield* groupSteps(record.people ?? [], ({ incidents }) => incidents);
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
  const cover = coverOf(snapshot, before);
  yield;
  return {
    ...snapshot,
    incidents: yield* byId(record.incidents),
    reports,
    claims,
    asRead: (id) => original.get(id) ?? claims.get(id),
    rejected: new Set(rejected.map(({ id }) => id)),
    claimsOf: (report) => ofReport.get(report) ?? [],
    incidentOf: (claim) => homes.get(claim) ?? null,
    disputesOf: yield* byClaim(record.disputes),
    checksOf: yield* byClaim(record.checks),
    disputes: yield* byId(record.disputes),
    checks: yield* byId(record.checks),
    peopleOf: (incident) => people.get(incident) ?? [],
    rootOf: (claim) => claim.attribution.findLast(isNamed) ?? publisherOf(originOf(claim.report)),
    publisherOf,
    cover,
    placeIds: yield* placeIdSteps(record, cover),
  };
};

/** Lists of which nothing is derived that is kept: what is shown of them is asked of the record each time. */
const ASKED: ReadonlySet<RecordList> = new Set(['decisions', 'notes']);

/** Whether of two records the same follows: a decision such as a grade confirmed changes little more than the list of them. */
export const followsAlike = (one: Snapshot, other: Snapshot): boolean =>
  one.words === other.words &&
  RECORD_LISTS.every((list) => ASKED.has(list) || one.record[list] === other.record[list]) &&
  JSON.stringify([one.record.case, one.record.program]) === JSON.stringify([other.record.case, other.record.program]);

/** Indexes a record at once. */
export const viewOf = (snapshot: Snapshot): CaseView => atOnce(viewSteps(snapshot));

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
    byId: atOnce(byId(all)),
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
