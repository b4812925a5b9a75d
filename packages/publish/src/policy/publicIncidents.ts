import type { Bilingual, CaseRecord, Incident } from '@isnad/model';
import type { Screen } from './screen.js';

/** What of a record may be shown, as it is there. */
export interface Kept {
  readonly incidents: readonly Incident[];
  readonly disputes: CaseRecord['disputes'];
  readonly checks: CaseRecord['checks'];
}

/** Incidents with at least one claim that may be shown, disputes and checks of such claims alone. */
export const keptOf = ({ record, young, isKept }: Screen): Kept => {
  const areKept = ({ claims }: { readonly claims: readonly string[] }): boolean => claims.every(isKept);
  return {
    incidents: record.incidents.filter(({ id, claims }) => !young.incidents.has(id) && claims.some(isKept)),
    disputes: record.disputes.filter(areKept),
    checks: record.checks.filter(areKept),
  };
};

const idsOf = (all: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(all.map(({ id }) => id));

/** Incidents given by their district only. */
export const coarsenedOf = ({ sensitive, coarsen }: Screen, { incidents }: Kept): ReadonlySet<string> =>
  idsOf(incidents.filter((one) => sensitive.ofIncident(one) && one.place && coarsen(one.place)));

/** Incidents without what is withheld: claims, figures, links and reasons too, and no reference to what is gone. */
export const publicIncidents = (screen: Screen, kept: Kept): Incident[] => {
  const { sensitive, coarsen, unlisted, both, sentence, isKept } = screen;
  const disputes = idsOf(kept.disputes);
  const incidents = idsOf(kept.incidents);
  return kept.incidents.map((incident) => {
    const isSensitive = sensitive.ofIncident(incident);
    return {
      ...incident,
      title: both(incident.title, isSensitive),
      place: incident.place && ((isSensitive ? coarsen(incident.place) : null) ?? unlisted(incident.place)),
      figures: incident.figures
        .filter(({ claims }) => !claims?.length || claims.some(isKept))
        .map((figure) => (figure.claims ? { ...figure, claims: figure.claims.filter(isKept) } : figure)),
      claims: incident.claims.filter(isKept),
      disputes: incident.disputes.filter((id) => disputes.has(id)),
      related: incident.related.filter((other) => incidents.has(other.incident)),
      why: incident.why
        .filter(({ a, b }) => isKept(a) && isKept(b))
        .map((link) => ({ ...link, because: link.because.map((reason) => sentence(reason, isSensitive)) })),
    };
  });
};

/** Tolls by the points that may be shown; one without any is gone. */
export const publicTolls = ({ record, covered, isKept }: Screen, kept: Kept): CaseRecord['tolls'] => {
  const checks = idsOf(kept.checks);
  return record.tolls
    .map((toll) => ({
      ...toll,
      area: toll.area === null ? null : covered.sentence(toll.area),
      points: toll.points.filter(({ claim }) => isKept(claim)),
      checks: toll.checks.filter((id) => checks.has(id)),
    }))
    .filter(({ points }) => points.length > 0);
};

export const publicControl = ({ record, unlisted, isKept }: Screen): CaseRecord['control'] =>
  record.control.map((ledger) => ({
    ...ledger,
    place: unlisted(ledger.place),
    spans: ledger.spans.map((span) => ({ ...span, claims: span.claims.filter(isKept) })),
  }));

/** Disputes or checks, what they say of something sensitive said coarsely. */
export const explained = <E extends { readonly claims: readonly string[]; readonly explain: Bilingual }>(
  { both, sensitiveClaims }: Screen,
  all: readonly E[],
): E[] =>
  all.map((one) => ({
    ...one,
    explain: both(
      one.explain,
      one.claims.some((id) => sensitiveClaims.has(id)),
    ),
  }));
