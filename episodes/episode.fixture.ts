import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommandLine, type Stages, type Terminal } from '@isnad/cli';
import type { CaseRecord, EventClaim, FigureClaim, Incident, RecordedClaim, RecordedReport } from '@isnad/model';

/** A built episode, with the questions that its tests ask. */
export interface Episode {
  readonly record: CaseRecord;
  /** The dossier as a page. */
  readonly dossier: string;
  /** Text of a report by the number that its name begins with. */
  readonly text: (number: string) => string;
  readonly report: (number: string) => RecordedReport;
  readonly events: (number: string, type?: string) => readonly EventClaim[];
  /** All claims of a report, one line each. */
  readonly lines: (number: string) => readonly string[];
  readonly figures: (number: string, measure?: string) => readonly FigureClaim[];
  /** The incident that holds a claim. */
  readonly incidentOf: (claim: { readonly id: string }) => Incident;
}

const names = (ids: readonly string[]): string => (ids.length > 0 ? ids.join('+') : '–');

const placesOf = ({ places }: RecordedClaim): string =>
  names([...new Set(places.filter(({ role }) => role !== 'within').map(({ name }) => name))].sort());

/** A claim as one line that a reader can hold against the report. */
export const claimLine = (claim: RecordedClaim, others: readonly RecordedClaim[]): string => {
  const chain = claim.attribution.length > 0 ? ` ← ${claim.attribution.join(' ← ')}` : '';
  if (claim.kind === 'event') {
    const sides = `${names(claim.actors)} → ${names(claim.targets)}`;
    return `${claim.modality} ${claim.type}: ${sides} · ${placesOf(claim)} · ${claim.date ?? 'undated'}${chain} · «${claim.trigger.text}»`;
  }
  const value = claim.min === claim.max ? `${claim.min ?? '?'}` : `${claim.min ?? '?'}–${claim.max ?? '?'}`;
  const whole = others.find(({ id }) => id === claim.partOf);
  const part = whole?.kind === 'figure' ? ` of ${whole.min ?? '?'}` : '';
  const window = claim.scope === 'cumulative' ? ` (${claim.from ?? '..'}/${claim.to ?? '..'})` : ` (${claim.scope})`;
  return `${claim.measure} ${claim.group}: ${value}${part}${window}${chain}`;
};

/** Where an output of a test stands while it is looked at. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'episode-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const silent: Terminal = {
  out: () => Promise.resolve(),
  err: () => {},
  outIsScreen: false,
  errIsScreen: false,
  input: () => Promise.resolve(new Uint8Array()),
  fail: () => {
    throw new Error('the command failed');
  },
};

/** Builds the record of an episode's reports with the program's own command, as of 30 June 2019. */
export const buildEpisode = (folder: string, stages: Stages): Promise<Episode> =>
  withFolder(async (temporary) => {
    const reports = path.join(folder, 'reports');
    const out = path.join(temporary, 'record');
    await runCommandLine(['build', reports, '--out', out, '--as-of', '2019-06-30'], silent, stages);
    const record = JSON.parse(readFileSync(path.join(out, 'record.json'), 'utf8')) as CaseRecord;
    const report = (number: string) => record.reports.find(({ path: name }) => name.startsWith(`${number}-`))!;
    const claims = (number: string): readonly RecordedClaim[] =>
      record.claims.filter((claim) => claim.report === report(number).id);
    return {
      record,
      dossier: readFileSync(path.join(out, 'index.html'), 'utf8'),
      text: (number) => readFileSync(path.join(reports, report(number).path), 'utf8'),
      report,
      lines: (number) => claims(number).map((claim) => claimLine(claim, record.claims)),
      events: (number, type) =>
        claims(number).flatMap((claim) =>
          claim.kind === 'event' && (type ?? claim.type) === claim.type ? [claim] : [],
        ),
      figures: (number, measure) =>
        claims(number).flatMap((claim) =>
          claim.kind === 'figure' && (measure ?? claim.measure) === claim.measure ? [claim] : [],
        ),
      incidentOf: ({ id }) => record.incidents.find(({ claims: members }) => members.includes(id))!,
    };
  });
