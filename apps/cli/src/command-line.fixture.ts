import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CaseRecord, Document, Reading } from '@isnad/model';
import { NO_WORDS } from '@isnad/server';
import type { CaseMaker } from './build/case-maker.js';
import { runCommandLine } from './main.js';
import type { Stages } from './program.js';

/** A reader that takes no claims and shows what it was given: the commands can be tested without the grammar. */
const readNothing = (document: Document): Reading => ({
  report: {
    path: document.path,
    id: document.id,
    language: /[\u0621-\u064a]/.test(document.text) ? 'ar' : 'und',
    title: document.text.slice(0, 20),
    outlet: document.given.outlet ?? null,
    published: {
      edtf: document.given.published ?? null,
      basis: document.given.published ? 'given' : 'none',
      reason: '',
    },
    furniture: [],
  },
  claims: [],
  persons: [],
  notes: document.notes,
});

const plainCaseMaker: CaseMaker = {
  forget: () => undefined,
  record: ({ caseName, readings, notes }) =>
    ({
      case: caseName,
      program: { name: 'isnad', version: '0.0.0', lexicon: '0' },
      reports: readings.map(({ report }) => report),
      notes: notes.map(({ note }) => note),
    }) as unknown as CaseRecord,
  publication: (record, gathered, { asOf }) => {
    const files = new Map([
      ['index.html', '<!doctype html><title>record</title>'],
      ['record.json', JSON.stringify({ ...record, notes: gathered.notes, asOf })],
    ]);
    files.set('manifest.json', JSON.stringify({ outputs: [...files.keys()].map((path) => ({ path })) }));
    return { files, notes: [] };
  },
};

/** Stages that do next to nothing. */
export const plainStages: Stages = {
  reader: () => ({
    read: readNothing,
    readAll: (documents) => documents.map(readNothing),
    text: ({ text }) => ({ sentences: [{ start: 0, end: text.length }] }),
    explain: ({ text }, offset) => `at ${offset}: ${text[offset]}`,
  }),
  caseMaker: () => plainCaseMaker,
  caseStages: () => ({
    read: readNothing,
    extractor: '0.0.0',
    reader: '0.0.0+0',
    makeRecord: plainCaseMaker.record,
  }),
  words: () => ({
    actors: new Map(),
    sources: new Map(),
    groups: new Map(),
    measures: new Map(),
    events: new Map(),
    places: new Map(),
  }),
  version: '0.0.0',
  caseWords: () => () => NO_WORDS,
  today: () => '2019-06-30',
  now: () => '2019-06-30T12:00:00.000Z',
};

/** What a command line came to. */
export interface Outcome {
  readonly status: 0 | 1;
  readonly out: string;
  readonly err: string;
  /** The lines of `out` as JSON. */
  readonly lines: readonly unknown[];
}

/** Runs a command line in this process. */
export const runIsnad = async (
  args: readonly string[],
  { input = '', stages = plainStages }: { readonly input?: string; readonly stages?: Stages } = {},
): Promise<Outcome> => {
  let [out, err] = ['', ''];
  let status: 0 | 1 = 0;
  await runCommandLine(
    args,
    {
      out: async (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      outIsScreen: false,
      errIsScreen: false,
      input: async () => new TextEncoder().encode(input),
      fail: () => {
        status = 1;
      },
    },
    stages,
  );
  const lines = out.startsWith('{"')
    ? out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    : [];
  return { status, out, err, lines };
};

/** A folder for one test, emptied afterwards. */
export const temporaryFolder = (): {
  readonly folder: string;
  readonly write: (name: string, content: string | Uint8Array) => string;
  readonly remove: () => void;
} => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-'));
  return {
    folder,
    write: (name, content) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
