import { type CaseRecord, type Incident, parseEdtf, type RecordedClaim } from '@isnad/model';

/** Tells whether what a claim or an incident says is still too young to be published. */
export interface Ages {
  readonly ofClaim: (claim: RecordedClaim) => boolean;
  readonly ofIncident: (incident: Incident) => boolean;
}

const lastDay = (edtf: string | null | undefined): number | null => {
  const last = parseEdtf(edtf)?.last;
  return last === undefined || !Number.isFinite(last) ? null : last;
};

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/**
 * Whether something is younger than `delayDays` before `asOf`. News is no younger than the report that
 * told it, so the last possible day of an event is bounded by the publication; what has neither date
 * counts as young, because nothing shows that it is old.
 */
export const youngness = (record: CaseRecord, asOf: string, delayDays: number): Ages => {
  const now = lastDay(asOf);
  if (now === null) throw new Error(`as-of is no EDTF day: ${asOf}`);
  const isYoung = (day: number | null) => day === null || day > now - delayDays;
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  const published = new Map(record.reports.map((report) => [report.id, lastDay(report.published.edtf)]));
  const publishedOf = (claim: RecordedClaim | undefined) => (claim ? (published.get(claim.report) ?? null) : null);

  const dayOfIncident = (incident: Incident): number | null => {
    const told = incident.claims.map((id) => publishedOf(claims.get(id))).filter((day) => day !== null);
    return earlier(lastDay(incident.date), told.length > 0 ? Math.max(...told) : null);
  };
  const incidentOf = new Map(record.incidents.flatMap((incident) => incident.claims.map((id) => [id, incident])));
  const dayOfClaim = (claim: RecordedClaim): number | null => {
    const incident = incidentOf.get(claim.kind === 'event' ? claim.id : (claim.event ?? claim.id));
    const own = earlier(lastDay(claim.kind === 'event' ? claim.date : claim.to), publishedOf(claim));
    return own ?? (incident ? dayOfIncident(incident) : null);
  };
  return { ofClaim: (claim) => isYoung(dayOfClaim(claim)), ofIncident: (incident) => isYoung(dayOfIncident(incident)) };
};
