import { wordingOf } from '@isnad/archive';
import type { Document, Reading } from '@isnad/model';
import { canonical } from '../canonical.js';
import { type Act, sha256 } from '../custody/entry.js';
import { shortHash } from '../record/items.js';
import { appearanceHash, dayOf, evenWording, factsOf } from '../reports/wording.js';
import type { Stamp } from '../stamp.js';
import type { Arriving } from '../store.js';
import { changesBetween } from '../versions/changes.js';
import { insertAll, nextKey } from './bulk.js';
import type { Rows, Value, Writing } from './connection.js';
import { logAll } from './custody.js';
import { indexWords } from './words.js';

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
export const textOf = (bytes: Uint8Array): string => utf8.decode(bytes);

interface KnownReport {
  readonly key: number;
  readonly state: 'kept' | 'expunged';
}

interface KnownVersion {
  readonly number: number;
  readonly wordingHash: string;
  /** Wording of that version, worked out when it is needed. */
  readonly wording: () => string;
}

/** What is there of the reports that come in: asked at once, and kept up while they are gone through. */
interface Known {
  readonly reports: Map<string, KnownReport>;
  readonly appearances: Set<string>;
  readonly versions: Map<string, KnownVersion>;
}

const placeOf = (report: number, path: string): string => `${report} ${shortHash(path)}`;

const knownOf = async (sql: Rows, input: number, arriving: readonly Arriving[]): Promise<Known> => {
  const ids = [...new Set(arriving.map(({ document }) => document.id))];
  const reports = await sql.all<KnownReport & { id: string }>(
    'SELECT key, id, state FROM reports WHERE id = ANY ($1)',
    ids,
  );
  const appearances = await sql.all<{ report: number; path_hash: string }>(
    'SELECT report, path_hash FROM appearances WHERE input = $1 AND report = ANY ($2::bigint[])',
    input,
    reports.map(({ key }) => key),
  );
  const urls = new Set(arriving.flatMap(({ document }) => (document.given.url ? [shortHash(document.given.url)] : [])));
  const versions = await sql.all<{
    url_hash: string;
    number: number;
    wording_hash: string;
    text: Uint8Array;
    masked: string;
  }>(
    `SELECT DISTINCT ON (v.url_hash) v.url_hash, v.number, r.wording_hash, t.text, t.masked FROM versions v
     JOIN reports r ON r.key = v.report JOIN texts t ON t.report = v.report
     WHERE v.url_hash = ANY ($1) ORDER BY v.url_hash, v.number DESC`,
    [...urls],
  );
  return {
    reports: new Map(reports.map(({ id, key, state }) => [id, { key, state }])),
    appearances: new Set(appearances.map(({ report, path_hash }) => `${report} ${path_hash}`)),
    versions: new Map(
      versions.map(({ url_hash, number, wording_hash, text, masked }) => [
        url_hash,
        {
          number,
          wordingHash: wording_hash,
          wording: () => wordingOf({ text: textOf(text), masked: JSON.parse(masked) as [] }),
        },
      ]),
    ),
  };
};

const REPORT = {
  key: 'bigint',
  id: 'text',
  text_hash: 'text',
  wording_hash: 'text',
  extractor: 'text',
  encoding: 'text',
  form: 'text',
  title: 'text',
  outlet: 'text',
  path: 'text',
  url: 'text',
  day: 'text',
} as const;

const reportRow = (key: number, arriving: Arriving, extractor: string): readonly Value[] => {
  const { document, reading } = arriving;
  const { given } = document;
  return [
    key,
    document.id,
    sha256(document.text),
    sha256(evenWording(document)),
    extractor,
    document.encoding,
    document.form,
    reading?.report.title ?? given.title ?? null,
    reading?.report.outlet ?? given.outlet ?? null,
    document.path,
    given.url ?? null,
    dayOf(arriving),
  ];
};

/** The row of another wording at an address; null where the wording is the one seen there last. */
const versionRow = (
  versions: Known['versions'],
  url: string,
  report: number,
  document: Document,
  at: string,
): readonly Value[] | null => {
  const hash = shortHash(url);
  const last = versions.get(hash);
  const wordingHash = sha256(evenWording(document));
  if (last?.wordingHash === wordingHash) return null;
  const number = (last?.number ?? 0) + 1;
  const changes = last === undefined ? [] : changesBetween(last.wording(), wordingOf(document));
  versions.set(hash, { number, wordingHash, wording: () => wordingOf(document) });
  return [url, hash, number, report, at, canonical(changes)];
};

export const READING = { key: 'bigint', appearance: 'bigint', reader: 'text', reading: 'text' } as const;

/** What the custody log says of a reading. */
export const readAct = (reading: Reading, text: string, input: string): Act => ({
  what: 'read',
  subject: reading.report.id,
  input,
  output: sha256(text),
});

/** Keeps reports of an input with all that belongs to them; what is there already is passed over. */
export const keepArrivals = async (
  sql: Writing,
  input: { readonly key: number; readonly id: string },
  arriving: readonly Arriving[],
  how: { readonly extractor: string; readonly reader: string },
  stamp: Stamp,
): Promise<{ readonly reports: number; readonly appearances: number }> => {
  const known = await knownOf(sql, input.key, arriving);
  let [nextReport, nextAppearance, nextReading] = [
    await nextKey(sql, 'reports'),
    await nextKey(sql, 'appearances'),
    await nextKey(sql, 'readings'),
  ];
  const reports: (readonly Value[])[] = [];
  const texts: (readonly Value[])[] = [];
  const searched: { key: number; document: Document }[] = [];
  const appearances: (readonly Value[])[] = [];
  const versions: (readonly Value[])[] = [];
  const readings: (readonly Value[])[] = [];
  const done: { acts: readonly Act[]; stamp: Stamp }[] = [];
  for (const one of arriving) {
    const { document, reading } = one;
    const there = known.reports.get(document.id);
    if (there?.state === 'expunged') continue;
    const report = there?.key ?? nextReport++;
    const acts: Act[] = [];
    const text = sha256(document.text);
    if (!there) {
      known.reports.set(document.id, { key: report, state: 'kept' });
      reports.push(reportRow(report, one, how.extractor));
      texts.push([report, JSON.stringify(document.masked ?? []), bytesOf(document.text)]);
      searched.push({ key: report, document });
      acts.push({ what: 'extract', subject: document.id, input: input.id, output: text });
    }
    const place = placeOf(report, document.path);
    if (known.appearances.has(place)) continue;
    known.appearances.add(place);
    const appearance = nextAppearance++;
    appearances.push([appearance, report, input.key, document.path, shortHash(document.path), factsOf(document)]);
    const { url } = document.given;
    const version = url ? versionRow(known.versions, url, report, document, stamp.at) : null;
    if (version) versions.push(version);
    acts.push({ what: 'appear', subject: document.id, input: input.id, output: appearanceHash(document) });
    done.push({ acts, stamp: { ...stamp, tool: 'isnad extractor', version: how.extractor } });
    if (!reading) continue;
    const read = JSON.stringify(reading);
    readings.push([nextReading++, appearance, how.reader, read]);
    done.push({
      acts: [readAct(reading, read, text)],
      stamp: { ...stamp, tool: 'isnad reader', version: how.reader },
    });
  }
  await insertAll(sql, 'reports', REPORT, reports);
  await insertAll(sql, 'texts', { report: 'bigint', masked: 'text', text: 'bytea' }, texts);
  await indexWords(sql, searched);
  await insertAll(
    sql,
    'appearances',
    { key: 'bigint', report: 'bigint', input: 'bigint', path: 'text', path_hash: 'text', facts: 'text' },
    appearances,
  );
  await insertAll(
    sql,
    'versions',
    { url: 'text', url_hash: 'text', number: 'bigint', report: 'bigint', at: 'text', changes: 'text' },
    versions,
  );
  await insertAll(sql, 'readings', READING, readings);
  await logAll(sql, done);
  return { reports: reports.length, appearances: appearances.length };
};
