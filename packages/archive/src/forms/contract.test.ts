import { readFileSync } from 'node:fs';
import type { Document } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../arrival.js';
import { isReport } from '../document.js';
import { readReports } from '../reports.js';
import { memorySource, type Source } from '../source.js';
import { wordingOf } from '../wording.js';
import { addressesContract } from './addresses/addresses.fixture.js';
import type { ExpectedReport, Sample } from './contract.fixture.js';
import { csvContract } from './csv/csv.fixture.js';
import { feedContract } from './feed/feed.fixture.js';
import { jsonLinesContract } from './json-lines/json-lines.fixture.js';
import { pageContract } from './page/page.fixture.js';
import { pdfContract } from './pdf/pdf.fixture.js';
import { plainTextContract } from './plain-text/plain-text.fixture.js';
import { telegramContract } from './telegram/telegram.fixture.js';
import { waczContract, warcContract } from './warc/warc.fixture.js';
import { zipContract } from './zip/zip.fixture.js';

const contracts = [
  plainTextContract,
  pageContract,
  csvContract,
  jsonLinesContract,
  zipContract,
  telegramContract,
  feedContract,
  warcContract,
  waczContract,
  addressesContract,
  pdfContract,
];

const codesInPage = new Set(
  [
    ...readFileSync(new URL('../../../../docs/MESSAGES.md', import.meta.url), 'utf8').matchAll(
      /`(archive\/[a-z0-9-]+)`/g,
    ),
  ].map(([, code]) => code!),
);

const sourceOf = (sample: Sample, bytes: Uint8Array, piece?: number): Source =>
  memorySource(
    sample.path,
    bytes,
    (name) => {
      const file = sample.beside?.[name];
      return file ? memorySource(name, file) : null;
    },
    piece,
  );

const arrivalsOf = async (sample: Sample, bytes: Uint8Array, piece?: number): Promise<readonly Arrival[]> => {
  const arrivals: Arrival[] = [];
  for await (const arrival of readReports(sourceOf(sample, bytes, piece), sample.circumstances)) arrivals.push(arrival);
  return arrivals;
};

const documentsOf = (arrivals: readonly Arrival[]): readonly Document[] =>
  arrivals.flatMap((arrival) => (arrival.is === 'report' ? [arrival.document] : []));

const isAsExpected = (document: Document, { path, given = {}, says = [], lacks = [], codes }: ExpectedReport) => {
  expect(document.path).toBe(path);
  if (codes) expect(document.notes.map(({ code }) => code)).toEqual(codes);
  for (const [field, value] of Object.entries(given))
    expect([field, document.given[field as 'title']]).toEqual([field, value]);
  const wording = wordingOf(document);
  expect(wording.length).toBe(document.text.length);
  for (const words of says) {
    const start = wording.indexOf(words);
    expect([words, start >= 0]).toEqual([words, true]);
    expect(document.text.slice(start, start + words.length)).toBe(words);
  }
  for (const words of lacks) expect([words, wording.includes(words)]).toEqual([words, false]);
};

/** What holds of every document, whatever it was read from. */
const isSound = (document: Document, file: string) => {
  expect(document.path === file || document.path.startsWith(`${file}!/`)).toBe(true);
  expect(document.path).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  if (isReport(document)) expect(document.id).toMatch(/^sha256:[0-9a-f]{64}$/);
  if (isReport(document)) expect(document.text).toMatch(/\S/);
  let at = 0;
  for (const { start, end } of document.masked ?? []) {
    expect(start >= at && end > start && end <= document.text.length).toBe(true);
    at = end;
  }
  for (const { code, message } of document.notes) {
    expect([code, codesInPage.has(code)]).toEqual([code, true]);
    // What, where and why; then what to do.
    expect(message.split(/[.;:](?:\s|$)/).filter(Boolean).length).toBeGreaterThan(1);
    expect(message).not.toMatch(/node:|node_modules|\.[jt]s:\d|undefined/);
  }
};

describe.each(contracts)('the input form $form', ({ samples, hostile, survivesCut }) => {
  const all = [...samples, ...hostile];

  it('has samples and hostile cases', () => {
    expect(samples.length).toBeGreaterThan(0);
    expect(hostile.length).toBeGreaterThan(0);
  });

  it.each(all)('gives what is in it: $title', async (sample) => {
    const arrivals = await arrivalsOf(sample, await sample.bytes());
    const documents = documentsOf(arrivals);
    expect(documents.map(({ path }) => path)).toEqual(sample.reports.map(({ path }) => path));
    for (const [index, document] of documents.entries()) {
      isSound(document, sample.path);
      isAsExpected(document, sample.reports[index]!);
    }
    const passed = arrivals.flatMap((arrival) =>
      arrival.is === 'passed' ? [`${arrival.note.code} ${arrival.path}`] : [],
    );
    expect(passed).toEqual(sample.passed ?? []);
  });

  it.each(all)('gives the same twice, in whatever pieces its bytes come: $title', async (sample) => {
    const bytes = await sample.bytes();
    const once = await arrivalsOf(sample, bytes);
    expect(await arrivalsOf(sample, bytes)).toEqual(once);
    if (bytes.length < 100_000) expect(await arrivalsOf(sample, bytes, 61)).toEqual(once);
  });

  it.each(samples)('lets what is given win: $title', async (sample) => {
    const given = { outlet: 'وكالة الرافد', published: '1999-01' };
    const circumstances = { ...sample.circumstances, given };
    const arrivals = await arrivalsOf({ ...sample, circumstances }, await sample.bytes());
    for (const document of documentsOf(arrivals)) expect(document.given).toMatchObject(given);
  });

  it.each(samples)('cut off anywhere, says so or gives what is left: $title', async (sample) => {
    const bytes = await sample.bytes();
    const whole = documentsOf(await arrivalsOf(sample, bytes)).filter(isReport);
    for (const share of [0.05, 0.35, 0.7, 0.95]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      const documents = documentsOf(await arrivalsOf(sample, cut));
      for (const document of documents) isSound(document, sample.path);
      expect(documents.length).toBeGreaterThan(0);
      if (!survivesCut) continue;
      // All but the last, through which the cut goes, are as they were.
      const left = documents.filter(isReport).map(({ id }) => id);
      const known = whole.map(({ id }) => id);
      const kept = left.filter((id) => known.includes(id));
      expect(kept).toEqual(known.slice(0, kept.length));
      expect(left.length - kept.length).toBeLessThanOrEqual(1);
    }
  });
});

it('counts twenty-five hostile cases or more', () => {
  expect(contracts.flatMap(({ hostile }) => hostile).length).toBeGreaterThanOrEqual(25);
});
