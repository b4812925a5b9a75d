import path from 'node:path';
import { collectFiles, isReport } from '@isnad/archive';
import { type Claim, type Document, type Note, note, type Reading } from '@isnad/model';
import { fileOf, openReport, openReports } from '../disk/documents.js';
import { readNdjson } from '../disk/ndjson.js';
import { faultIn, isObject, type Kind } from '../disk/shape.js';
import { diskTree } from '../disk/tree.js';

const EVENT: Readonly<Record<string, Kind>> = {
  id: 'string',
  type: 'string',
  span: 'span',
  actors: 'list',
  targets: 'list',
  places: 'list',
  modality: 'string',
  attribution: 'list',
  date: 'string?',
};
const FIGURE: Readonly<Record<string, Kind>> = {
  id: 'string',
  measure: 'string',
  group: 'string',
  span: 'span',
  scope: 'string',
  places: 'list',
  attribution: 'list',
};

const faultInClaim = (claim: unknown): string | null => {
  if (!isObject(claim)) return 'a claim is no JSON object';
  const fields = claim.kind === 'event' ? EVENT : claim.kind === 'figure' ? FIGURE : null;
  if (fields === null) return 'a claim has a kind that is neither event nor figure';
  const fault = faultIn(claim, fields);
  return fault === null ? null : `claim ${String(claim.id)}: ${fault}`;
};

const faultInReading = (json: unknown): string | null => {
  const fault = faultIn(json, { report: 'object', claims: 'list' });
  if (fault !== null) return fault;
  const { report, claims } = json as { report: unknown; claims: readonly unknown[] };
  const faultInReport = faultIn(report, { path: 'string', id: 'string' });
  if (faultInReport !== null) return `report: ${faultInReport}`;
  for (const claim of claims) {
    const faultOfClaim = faultInClaim(claim);
    if (faultOfClaim !== null) return faultOfClaim;
  }
  return null;
};

/** What other writers of such lines may leave out. */
const completeClaim = (claim: Claim): Claim => {
  const places = claim.places.map((place) => ({
    ...place,
    id: place.id ?? `unlisted:${place.name}`,
    text: place.text ?? place.name,
    lat: place.lat ?? null,
    lon: place.lon ?? null,
    precision: place.precision ?? null,
  }));
  if (claim.kind === 'figure')
    return {
      ...claim,
      places,
      min: claim.min ?? null,
      max: claim.max ?? null,
      approximate: claim.approximate ?? false,
      from: claim.from ?? null,
      to: claim.to ?? null,
      partOf: claim.partOf ?? null,
      event: claim.event ?? null,
      rule: claim.rule ?? 'given',
    };
  return {
    ...claim,
    places,
    date: claim.date ?? null,
    repeats: claim.repeats ?? null,
    trigger: claim.trigger ?? claim.span,
    rule: claim.rule ?? 'given',
  };
};

const complete = ({ report, claims, persons, notes }: Reading): Reading => ({
  report: {
    ...report,
    language: report.language ?? 'ar',
    title: report.title ?? null,
    outlet: report.outlet ?? null,
    published: report.published ?? { edtf: null, basis: 'none', reason: 'not given' },
    furniture: report.furniture ?? [],
    ...(Array.isArray(report.namesBeside) ? { namesBeside: report.namesBeside } : {}),
  },
  claims: claims.map(completeClaim),
  persons: persons ?? [],
  notes: notes ?? [],
});

export interface GivenReadings {
  readonly readings: readonly Reading[];
  readonly notes: readonly Note[];
}

/** The readings of a file of `isnad read` lines. A broken line is left out and named; the others count. */
export const readClaimsFile = (file: string): GivenReadings => {
  const readings: Reading[] = [];
  const notes: Note[] = [];
  for (const { number, value } of readNdjson(file)) {
    const fault = value.ok ? faultInReading(value.json) : `is no JSON (${value.why})`;
    if (fault === null && value.ok) readings.push(complete(value.json as Reading));
    else
      notes.push(
        note(
          'cli/bad-claims-line',
          'error',
          `${path.basename(file)}:${number}: ${fault}. The line was left out; write it anew with isnad read.`,
        ),
      );
  }
  return { readings, notes };
};

/** The reports that readings are of, sought in a folder by the names of their files, as documents by report id. */
export const documentsFor = async (
  readings: readonly { readonly report: Pick<Reading['report'], 'path' | 'id'> }[],
  folder: string,
): Promise<ReadonlyMap<string, Document>> => {
  const stem = (name: string) => path.basename(name).replace(/\.[^.]+$/, '');
  const files = new Map(collectFiles([folder], diskTree).files.map((file) => [stem(file), file]));
  const documents = new Map<string, Document>();
  const containers = new Map<string, Set<string>>();
  for (const { report } of readings) {
    const home = fileOf(report.path);
    const file = files.get(stem(home));
    if (file === undefined) continue;
    if (home !== report.path) containers.set(file, (containers.get(file) ?? new Set()).add(report.id));
    else {
      const document = await openReport(file);
      if (document && isReport(document)) documents.set(report.id, { ...document, path: path.basename(file) });
    }
  }
  for (const [file, ids] of containers)
    for await (const arrival of openReports(file, { name: path.basename(file) }))
      if (arrival.is === 'report' && ids.has(arrival.document.id) && isReport(arrival.document))
        documents.set(arrival.document.id, arrival.document);
  return documents;
};
