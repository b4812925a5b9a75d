import type { Bilingual, CaseRecord, Decision, Incident, RecordedClaim, RecordedReport } from '@isnad/model';
import type { PublishInput } from '../input.js';
import { covering } from './covering.js';
import { coarseNames, coarsener } from './districts.js';
import { type Policy, standingPolicy } from './policy.js';
import { sensitivity } from './sensitive.js';
import { youngOf } from './young.js';

/**
 * The case as it may be published: the record with names covered, sensitive places coarsened and what is
 * too recent left out, and the texts covered alike (same offsets). Every output but `record.json` is made
 * from this, so that none can show more than it.
 */
export interface PublicCase {
  readonly record: CaseRecord;
  readonly texts: ReadonlyMap<string, string>;
  readonly policy: Policy;
  /** Private persons' names were let through. */
  readonly names: boolean;
  readonly asOf: string;
  /** Incidents given by their district only. */
  readonly coarsened: ReadonlySet<string>;
  /** How much was held back: mentions of private persons; incidents and claims left out as too recent. */
  readonly withheld: { readonly names: number; readonly youngIncidents: number; readonly youngClaims: number };
}

/** Applies the publication policy. */
export const publicCase = (input: PublishInput): PublicCase => {
  const { record, words } = input;
  const policy = input.policy ?? standingPolicy;
  const sensitive = sensitivity(policy, words);
  const coarsen = coarsener(words, policy);
  const young = youngOf(record, sensitive, policy, input.asOf);
  const covered = covering(input, sensitive, coarsen, young);
  const isKept = (claim: string) => !young.claims.has(claim);

  const sensitiveClaims = new Set(record.claims.filter(sensitive.ofClaim).map(({ id }) => id));
  const saidCoarsely = coarseNames(
    [
      ...record.claims.filter(({ id }) => sensitiveClaims.has(id)).flatMap(({ places }) => places),
      ...record.incidents.filter(sensitive.ofIncident).flatMap(({ place }) => place ?? []),
    ].flatMap((place) => {
      const to = coarsen(place);
      const entry = words.places.get(place.id);
      // The words of a mention may be a mere reference (المدينة, the city), so they count only for want of a name.
      const written = 'text' in place ? (entry ? undefined : place.text) : place.nameAr;
      const from = [place.name, written, entry?.name, entry?.nameAr].filter((name) => name !== undefined);
      return to ? [{ from, to }] : [];
    }),
  );
  const sentence = (text: string, isSensitive: boolean) => covered.sentence(isSensitive ? saidCoarsely(text) : text);
  const both = (text: Bilingual, isSensitive: boolean): Bilingual => ({
    ar: sentence(text.ar, isSensitive),
    en: sentence(text.en, isSensitive),
  });
  const publicExplanation = <E extends { readonly claims: readonly string[]; readonly explain: Bilingual }>(
    one: E,
  ): E => ({
    ...one,
    explain: both(
      one.explain,
      one.claims.some((id) => sensitiveClaims.has(id)),
    ),
  });

  /** A place that no table holds is known by its words, which may be someone's name misread. */
  const unlisted = <P extends { readonly id: string; readonly name: string; readonly nameAr?: string }>(
    place: P,
    report?: string,
  ): P => {
    if (!place.id.startsWith('unlisted:')) return place;
    const said = (words: string): string => covered.sentence(words, report);
    const { nameAr } = place;
    return { ...place, id: said(place.id), name: said(place.name), ...(nameAr ? { nameAr: said(nameAr) } : {}) };
  };

  const publicClaim = (claim: RecordedClaim): RecordedClaim => {
    const shared = {
      span: covered.quote(claim.report, claim.span),
      places: claim.places.map((place) => {
        const to = sensitiveClaims.has(claim.id) ? coarsen(place) : null;
        const { id, name, lat, lon, precision } = to ?? unlisted(place, claim.report);
        return { ...covered.quote(claim.report, place), id, name, lat, lon, precision };
      }),
    };
    if (claim.kind === 'figure') return { ...claim, ...shared };
    const reason = claim.dateReason;
    return {
      ...claim,
      ...shared,
      trigger: covered.quote(claim.report, claim.trigger),
      ...(reason === undefined ? {} : { dateReason: covered.sentence(reason, claim.report) }),
    };
  };

  const publicPage = <P extends Pick<RecordedReport, 'path' | 'title' | 'published' | 'url'>>(
    { url, ...page }: P,
    report: string,
  ) => {
    const address = url === undefined ? null : covered.address(url, report);
    return {
      ...page,
      path: covered.sentence(page.path, report),
      title: page.title === null ? null : covered.title(report, page.title),
      published: { ...page.published, reason: covered.sentence(page.published.reason, report) },
      ...(address === null ? {} : { url: address }),
    };
  };

  const keptBy = <O extends { readonly id: string; readonly claims: readonly string[] }>(all: readonly O[]) =>
    all.filter(({ claims }) => claims.every(isKept));
  const disputes = keptBy(record.disputes);
  const checks = keptBy(record.checks);
  const keptDisputes = new Set(disputes.map(({ id }) => id));
  const keptChecks = new Set(checks.map(({ id }) => id));
  const kept = record.incidents.filter(({ id, claims }) => !young.incidents.has(id) && claims.some(isKept));
  const keptIncidents = new Set(kept.map(({ id }) => id));
  const coarsened = new Set(
    kept.filter((one) => sensitive.ofIncident(one) && one.place && coarsen(one.place)).map(({ id }) => id),
  );

  const publicIncident = (incident: Incident): Incident => {
    const isSensitive = sensitive.ofIncident(incident);
    return {
      ...incident,
      title: both(incident.title, isSensitive),
      place: incident.place && ((isSensitive ? coarsen(incident.place) : null) ?? unlisted(incident.place)),
      figures: incident.figures
        .filter(({ claims }) => !claims?.length || claims.some(isKept))
        .map((figure) => (figure.claims ? { ...figure, claims: figure.claims.filter(isKept) } : figure)),
      claims: incident.claims.filter(isKept),
      disputes: incident.disputes.filter((id) => keptDisputes.has(id)),
      related: incident.related.filter((other) => keptIncidents.has(other.incident)),
      why: incident.why
        .filter(({ a, b }) => isKept(a) && isKept(b))
        .map((link) => ({ ...link, because: link.because.map((reason) => sentence(reason, isSensitive)) })),
    };
  };

  const sensitiveIncidents = new Set(record.incidents.filter(sensitive.ofIncident).map(({ id }) => id));
  const isTender = ({ about }: Decision) => about.some((id) => sensitiveClaims.has(id) || sensitiveIncidents.has(id));
  const isOld = ({ about }: Decision) => !about.some((id) => young.claims.has(id) || young.incidents.has(id));

  // The register of those harmed, and the names to be covered, are of the working record; no file of the publication has them.
  const { people: _register, private_persons: _names, corrected: _asRead, ...rest } = record;
  return {
    record: {
      ...rest,
      case: covered.sentence(record.case),
      reports: record.reports.map((report) => ({
        ...publicPage(report, report.id),
        ...(report.appearances ? { appearances: report.appearances.map((page) => publicPage(page, report.id)) } : {}),
      })),
      claims: record.claims.filter(({ id }) => isKept(id)).map(publicClaim),
      incidents: kept.map(publicIncident),
      tolls: record.tolls
        .map((toll) => ({
          ...toll,
          area: toll.area === null ? null : covered.sentence(toll.area),
          points: toll.points.filter(({ claim }) => isKept(claim)),
          checks: toll.checks.filter((id) => keptChecks.has(id)),
        }))
        .filter(({ points }) => points.length > 0),
      control: record.control.map((ledger) => ({
        ...ledger,
        place: unlisted(ledger.place),
        spans: ledger.spans.map((span) => ({ ...span, claims: span.claims.filter(isKept) })),
      })),
      ...(record.decisions
        ? {
            decisions: record.decisions
              .filter(isOld)
              .map((one) => ({ ...one, reason: sentence(one.reason, isTender(one)) })),
          }
        : {}),
      checks: checks.map(publicExplanation),
      disputes: disputes.map(publicExplanation),
    },
    texts: covered.texts,
    policy,
    names: input.names,
    asOf: input.asOf,
    coarsened,
    withheld: {
      names: covered.names,
      youngIncidents: record.incidents.length - kept.length,
      youngClaims: young.claims.size,
    },
  };
};
