import type { CaseRecord } from '@isnad/model';
import { youngness } from './ages.js';
import type { Policy } from './policy.js';
import type { Sensitivity } from './sensitive.js';

/** What is left out because it is sensitive and too recent. */
export interface Young {
  readonly incidents: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

/** Sensitive incidents with all their claims and figures, and sensitive claims of other incidents. */
export const youngOf = (record: CaseRecord, sensitive: Sensitivity, policy: Policy, asOf: string): Young => {
  const isYoung = youngness(record, asOf, policy.delayDays);
  const incidents = record.incidents.filter((one) => sensitive.ofIncident(one) && isYoung.ofIncident(one));
  const events = new Set(incidents.flatMap(({ claims }) => claims));
  const claims = record.claims.filter(
    (claim) =>
      events.has(claim.kind === 'event' ? claim.id : (claim.event ?? claim.id)) ||
      (sensitive.ofClaim(claim) && isYoung.ofClaim(claim)),
  );
  return { incidents: new Set(incidents.map(({ id }) => id)), claims: new Set(claims.map(({ id }) => id)) };
};
