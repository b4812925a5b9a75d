import type { Incident, RecordedClaim, RecordedReport } from '@isnad/model';
import type { ReleasedRecord } from '@isnad/publish';

/** A report that stands in the place of an earlier wording at the same address or under the same name. */
export interface Replaced {
  readonly before: RecordedReport;
  readonly after: RecordedReport;
}

/** What is what in two states of one case. */
export interface Correspondence {
  readonly added: readonly RecordedReport[];
  readonly gone: readonly RecordedReport[];
  readonly replaced: readonly Replaced[];
  /** The same bytes, now held to be of another date. */
  readonly redated: readonly Replaced[];
  /** A claim of the earlier state by the claim that says the same in the later one, and the other way round. */
  readonly later: ReadonlyMap<string, string>;
  readonly earlier: ReadonlyMap<string, string>;
}

const claimsOf = (claims: readonly RecordedClaim[]): ReadonlyMap<string, readonly RecordedClaim[]> => {
  const byReport = new Map<string, RecordedClaim[]>();
  for (const claim of claims) {
    const there = byReport.get(claim.report);
    if (there) there.push(claim);
    else byReport.set(claim.report, [claim]);
  }
  return byReport;
};

const said = (claim: RecordedClaim): string =>
  claim.kind === 'event' ? `event ${claim.type}` : `figure ${claim.measure} ${claim.group} ${claim.scope}`;

/** From the strictest to the loosest: the same words, the same word at its core, the next of the same kind. */
const KEYS: readonly ((claim: RecordedClaim) => string)[] = [
  (claim) => `${said(claim)} ${claim.span.text}`,
  (claim) =>
    claim.kind === 'event'
      ? `${said(claim)} ${claim.trigger.text} ${claim.places.map(({ id }) => id).join()}`
      : `${said(claim)} ${claim.min} ${claim.max}`,
  said,
];

/** Pairs the claims of two wordings of one report, each once. */
const pairClaims = (
  before: readonly RecordedClaim[],
  after: readonly RecordedClaim[],
  pair: (before: string, after: string) => void,
): void => {
  let [left, right] = [before, after];
  for (const key of KEYS) {
    const waiting = new Map<string, RecordedClaim[]>();
    for (const claim of right) waiting.set(key(claim), [...(waiting.get(key(claim)) ?? []), claim]);
    const taken = new Set<string>();
    left = left.filter((claim) => {
      const found = waiting.get(key(claim))?.shift();
      if (found === undefined) return true;
      pair(claim.id, found.id);
      taken.add(found.id);
      return false;
    });
    right = right.filter(({ id }) => !taken.has(id));
  }
};

/** Finds what is what in two states of a case. */
export const correspond = (before: ReleasedRecord, after: ReleasedRecord): Correspondence => {
  const [old, now] = [before, after].map(({ reports }) => new Map(reports.map((report) => [report.id, report])));
  const gone = before.reports.filter(({ id }) => !now!.has(id));
  const added = after.reports.filter(({ id }) => !old!.has(id));
  const replaced: Replaced[] = [];
  const taken = new Set<string>();
  for (const one of gone) {
    const same = added.filter(({ id }) => !taken.has(id));
    const found =
      same.find(({ url }) => url !== undefined && url === one.url) ??
      same.find(({ path, url }) => path === one.path && (url === undefined || one.url === undefined));
    if (found === undefined) continue;
    taken.add(found.id);
    replaced.push({ before: one, after: found });
  }
  const isReplaced = new Set(replaced.flatMap((pair) => [pair.before.id, pair.after.id]));

  const later = new Map<string, string>();
  const earlier = new Map<string, string>();
  const pair = (one: string, other: string) => {
    later.set(one, other);
    earlier.set(other, one);
  };
  const ids = new Set(after.claims.map(({ id }) => id));
  for (const { id } of before.claims) if (ids.has(id)) pair(id, id);
  const [oldClaims, newClaims] = [claimsOf(before.claims), claimsOf(after.claims)];
  for (const one of replaced)
    pairClaims(
      (oldClaims.get(one.before.id) ?? []).filter(({ id }) => !later.has(id)),
      (newClaims.get(one.after.id) ?? []).filter(({ id }) => !earlier.has(id)),
      pair,
    );
  return {
    added: added.filter(({ id }) => !isReplaced.has(id)),
    gone: gone.filter(({ id }) => !isReplaced.has(id)),
    replaced,
    redated: after.reports.flatMap((report) => {
      const was = old!.get(report.id);
      return was && was.published.edtf !== report.published.edtf ? [{ before: was, after: report }] : [];
    }),
    later,
    earlier,
  };
};

/** What became of the incidents. */
export interface IncidentFates {
  readonly kept: readonly { readonly before: Incident; readonly after: Incident }[];
  readonly added: readonly Incident[];
  readonly gone: readonly Incident[];
  readonly merged: readonly { readonly before: Incident; readonly after: Incident }[];
  readonly split: readonly { readonly before: Incident; readonly after: Incident }[];
}

/** The one that most claims point to; of several the first. */
const mostOf = (votes: ReadonlyMap<string, number>): string | null => {
  let best: string | null = null;
  for (const [id, count] of votes) if (best === null || count > votes.get(best)!) best = id;
  return best;
};

/** Follows each incident by its claims: kept, gone, new, merged with another, or split from one. */
export const incidentFates = (
  before: readonly Incident[],
  after: readonly Incident[],
  { later }: Correspondence,
): IncidentFates => {
  const homeOf = new Map(after.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const [toNew, toOld] = [new Map<string, Map<string, number>>(), new Map<string, Map<string, number>>()];
  const vote = (votes: Map<string, Map<string, number>>, of: string, to: string) => {
    const there = votes.get(of) ?? new Map<string, number>();
    votes.set(of, there.set(to, (there.get(to) ?? 0) + 1));
  };
  for (const { id, claims } of before)
    for (const claim of claims) {
      const home = homeOf.get(later.get(claim) ?? '');
      if (home === undefined) continue;
      vote(toNew, id, home);
      vote(toOld, home, id);
    }
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [one.id, one])));
  const chiefNew = (id: string) => mostOf(toNew.get(id) ?? new Map());
  const chiefOld = (id: string) => mostOf(toOld.get(id) ?? new Map());
  const fates = { kept: [], added: [], gone: [], merged: [], split: [] } as {
    -readonly [F in keyof IncidentFates]: IncidentFates[F][number][];
  };
  for (const one of before) {
    const to = chiefNew(one.id);
    if (to === null) fates.gone.push(one);
    else if (chiefOld(to) === one.id) fates.kept.push({ before: one, after: now!.get(to)! });
    else fates.merged.push({ before: one, after: now!.get(to)! });
  }
  for (const one of after) {
    const from = chiefOld(one.id);
    if (from === null) fates.added.push(one);
    else if (chiefNew(from) !== one.id) fates.split.push({ before: old!.get(from)!, after: one });
  }
  return fates;
};
