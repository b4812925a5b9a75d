import type { FigureClaim, Incident, RecordedClaim, RecordedReport } from '@isnad/model';
import type { PublishInput } from '../input.js';
import type { PublicCase } from '../policy/publicCase.js';
import { type Naming, naming } from './naming.js';
import { shownIncidents } from './weightiest.js';

/** Above this number of claims the dossier shows incidents and links only. */
export const MOST_CLAIMS_SHOWN = 20_000;

/** The published case with the look-ups that its pages need. */
export interface DossierCase {
  readonly published: PublicCase;
  readonly name: Naming;
  readonly places: PublishInput['words']['places'];
  readonly readings: PublishInput['readings'];
  readonly isCompact: boolean;
  readonly claims: ReadonlyMap<string, RecordedClaim>;
  readonly reports: ReadonlyMap<string, RecordedReport>;
  readonly incidents: ReadonlyMap<string, Incident>;
  /** Incidents that the page shows, by date. */
  readonly shown: readonly Incident[];
  readonly isShown: (incident: string) => boolean;
  /** Incident by event claim. */
  readonly incidentOf: ReadonlyMap<string, Incident>;
  /** Figures by the event whose result they are. */
  readonly figuresOf: ReadonlyMap<string, readonly FigureClaim[]>;
  /** Claims by report, in the order of the text. */
  readonly claimsIn: ReadonlyMap<string, readonly RecordedClaim[]>;
  /** Number of a report in the dossier, from 1. */
  readonly reportNumber: ReadonlyMap<string, number>;
  /** Number of a claim in its report, from 1. */
  readonly claimNumber: ReadonlyMap<string, number>;
}

const groupBy = <T, K>(items: Iterable<T>, key: (item: T) => K | null): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const of = key(item);
    if (of === null) continue;
    const group = groups.get(of);
    if (group) group.push(item);
    else groups.set(of, [item]);
  }
  return groups;
};

/** Builds the look-ups. */
export const dossierCase = (published: PublicCase, input: Pick<PublishInput, 'words' | 'readings'>): DossierCase => {
  const { record } = published;
  const figures = record.claims.filter((claim): claim is FigureClaim & { report: string } => claim.kind === 'figure');
  const claimsIn = groupBy(record.claims, ({ report }) => report);
  for (const claims of claimsIn.values()) claims.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const reportNumber = new Map(record.reports.map(({ id }, i) => [id, i + 1]));
  const shown = shownIncidents(record);
  const shownIds = new Set(shown.map(({ id }) => id));
  return {
    published,
    name: naming(input.words, record),
    places: input.words.places,
    readings: input.readings,
    isCompact: record.claims.length > MOST_CLAIMS_SHOWN,
    claims: new Map(record.claims.map((claim) => [claim.id, claim])),
    reports: new Map(record.reports.map((report) => [report.id, report])),
    shown,
    isShown: (id) => shownIds.has(id),
    incidents: new Map(record.incidents.map((incident) => [incident.id, incident])),
    incidentOf: new Map(record.incidents.flatMap((incident) => incident.claims.map((id) => [id, incident] as const))),
    figuresOf: groupBy(figures, ({ event }) => event),
    claimsIn,
    reportNumber,
    claimNumber: new Map([...claimsIn.values()].flatMap((claims) => claims.map(({ id }, i) => [id, i + 1] as const))),
  };
};

/** The element id of something in the page. */
export const anchor = (kind: 'incident' | 'claim' | 'report' | 'dispute' | 'toll', id: string): string =>
  `${kind[0]}-${id.replace(/^[a-z]+:/, '').replace(/[^A-Za-z0-9-]/g, (letter) => `_${letter.codePointAt(0)!.toString(16)}`)}`;
