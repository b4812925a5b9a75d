import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memorySource, readReports } from '@isnad/archive';
import type { CaseRecord, Document, Given, Reading } from '@isnad/model';
import { CASE_FILE, createCase, openCase, type Stamp, type Store } from '@isnad/store';
import Database from 'libsql';
import type { CaseStages } from './stages.js';
import { takeIn } from './take-in.js';

export const stamp = (): Stamp => ({ by: 'tester', at: '2026-01-01T00:00:00Z', tool: 'isnad', version: '0.1.0' });

/** One claim a report: its first word, whatever it says. */
const read = ({ path: name, id, text, given }: Document): Reading => ({
  report: {
    path: name,
    id,
    language: 'ar',
    title: given.title ?? text.slice(0, 30),
    outlet: given.outlet ?? null,
    published: { edtf: given.published ?? null, basis: given.published ? 'given' : 'none', reason: '' },
    furniture: [],
    ...(given.url ? { url: given.url } : {}),
  },
  claims: [{ id: `c:${id.slice(7, 17)}`, kind: 'event', span: { start: 0, end: 4, text: text.slice(0, 4) } }] as never,
  persons: [],
  notes: [],
});

export const stages: CaseStages = {
  read,
  extractor: '0.1.0',
  reader: '0.1.0+1',
  makeRecord: ({ caseName, readings, inputs }, decisions): CaseRecord => ({
    case: caseName,
    program: { name: 'isnad', version: '0.1.0', lexicon: String(inputs.size) },
    reports: readings.map(({ report }) => ({ ...report, root_sources: [], copies_of: [] })),
    claims: readings.flatMap(({ report, claims }) => claims.map((claim) => ({ ...claim, report: report.id }))),
    incidents: [],
    tolls: [],
    control: [],
    checks: [],
    disputes: [],
    decisions,
  }),
};

export const add = async (store: Store, name: string, bytes: string | Uint8Array, given: Given = {}): Promise<void> => {
  const source = memorySource(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  await takeIn(store, { name, source, given, arrivals: (kept) => readReports(kept, { given }) }, stages, stamp);
};

/** A case in a folder of its own, for one test. */
export const caseForTest = async (): Promise<{
  readonly folder: string;
  readonly open: () => Promise<Store>;
  /** Runs SQL behind the store's back, guards taken away. */
  readonly tamper: (...statements: readonly string[]) => void;
  readonly remove: () => void;
}> => {
  const home = mkdtempSync(path.join(tmpdir(), 'isnad-case-'));
  const folder = path.join(home, 'case');
  await (await createCase(folder, 'test', stamp())).close();
  return {
    folder,
    open: () => openCase(folder),
    tamper: (...statements) => {
      const database = new Database(path.join(folder, CASE_FILE));
      const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
        name: string;
        sql: string;
      }[];
      for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
      for (const statement of statements) database.exec(statement);
      for (const { sql } of guards) database.exec(sql);
      database.close();
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
};
