import type { CaseRecord } from '@isnad/model';
import type { PublishInput } from '../input.js';
import { type Policy, standingPolicy } from './policy.js';
import { coarsenedOf, explained, keptOf, publicControl, publicIncidents, publicTolls } from './publicIncidents.js';
import { publicClaims, publicReports } from './publicReports.js';
import { publicDecisions, screenOf } from './screen.js';

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
  const policy = input.policy ?? standingPolicy;
  const screen = screenOf(input, policy);
  const { record, covered, young } = screen;
  const kept = keptOf(screen);
  // The register of those harmed, and the names to be covered, are of the working record; no file of the publication has them.
  const { people: _register, private_persons: _names, corrected: _asRead, ...rest } = record;
  return {
    record: {
      ...rest,
      case: covered.sentence(record.case),
      reports: publicReports(screen),
      claims: publicClaims(screen),
      incidents: publicIncidents(screen, kept),
      tolls: publicTolls(screen, kept),
      control: publicControl(screen),
      ...(record.decisions ? { decisions: publicDecisions(screen, record.decisions) } : {}),
      checks: explained(screen, kept.checks),
      disputes: explained(screen, kept.disputes),
    },
    texts: covered.texts,
    policy,
    names: input.names,
    asOf: input.asOf,
    coarsened: coarsenedOf(screen, kept),
    withheld: {
      names: covered.names,
      youngIncidents: record.incidents.length - kept.incidents.length,
      youngClaims: young.claims.size,
    },
  };
};
