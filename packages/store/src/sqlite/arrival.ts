import { wordingOf } from '@isnad/archive';
import type { Document, Reading } from '@isnad/model';
import { canonical } from '../canonical.js';
import { type Act, sha256 } from '../custody/entry.js';
import { appearanceHash, dayOf, evenWording, factsOf, searchedWords } from '../reports/wording.js';
import type { Stamp } from '../stamp.js';
import type { Arriving } from '../store.js';
import { changesBetween } from '../versions/changes.js';
import { logActs } from './custody.js';
import { blobOf, type Sql, textOf } from './database.js';

/** Puts the prepared words of a report into the search. */
export const indexWords = (sql: Sql, report: number, document: Pick<Document, 'text' | 'masked'>): void => {
  const { words, stems } = searchedWords(document);
  sql.run('INSERT INTO search (rowid, stems, words) VALUES (?, ?, ?)', report, stems.join(' '), words.join(' '));
};

interface Kept {
  readonly key: number;
  readonly state: 'kept' | 'expunged';
}

const keepVersion = (sql: Sql, url: string, report: number, document: Document, at: string): void => {
  const last = sql.one<{ number: number; wording_hash: string; text: unknown; masked: string }>(
    `SELECT v.number, r.wording_hash, t.text, t.masked FROM versions v
     JOIN reports r ON r.key = v.report JOIN texts t ON t.report = v.report
     WHERE v.url = ? ORDER BY v.number DESC LIMIT 1`,
    url,
  );
  const now = evenWording(document);
  if (last?.wording_hash === sha256(now)) return;
  const before = last && wordingOf({ text: textOf(last.text), masked: JSON.parse(last.masked) as [] });
  sql.run(
    'INSERT INTO versions (url, number, report, at, changes) VALUES (?, ?, ?, ?, ?)',
    url,
    (last?.number ?? 0) + 1,
    report,
    at,
    blobOf(canonical(before === undefined ? [] : changesBetween(before, wordingOf(document)))),
  );
};

const keepReport = (sql: Sql, arriving: Arriving, extractor: string): Kept & { readonly isNew: boolean } => {
  const { document, reading } = arriving;
  const known = sql.one<Kept>('SELECT key, state FROM reports WHERE id = ?', document.id);
  if (known) return { ...known, isNew: false };
  const { given } = document;
  const { key } = sql.run(
    `INSERT INTO reports (id, text_hash, wording_hash, extractor, encoding, form, title, outlet, path, url, day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  );
  sql.run(
    'INSERT INTO texts (report, masked, text) VALUES (?, ?, ?)',
    key,
    JSON.stringify(document.masked ?? []),
    blobOf(document.text),
  );
  indexWords(sql, key, document);
  return { key, state: 'kept', isNew: true };
};

/** Keeps a reading once; true when it is new. */
export const keepReading = (sql: Sql, appearance: number, reader: string, reading: Reading): Act | null => {
  const text = JSON.stringify(reading);
  const { changes } = sql.run(
    'INSERT INTO readings (appearance, reader, reading) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    appearance,
    reader,
    blobOf(text),
  );
  return changes === 0 ? null : { what: 'read', subject: reading.report.id, input: null, output: sha256(text) };
};

/** Keeps one report of an input with all that belongs to it. */
export const keepArrival = (
  sql: Sql,
  input: { readonly key: number; readonly id: string },
  arriving: Arriving,
  how: { readonly extractor: string; readonly reader: string },
  stamp: Stamp,
): { readonly report: boolean; readonly appearance: boolean } => {
  const { document, reading } = arriving;
  const report = keepReport(sql, arriving, how.extractor);
  if (report.state === 'expunged') return { report: false, appearance: false };
  const acts: Act[] = [];
  const text = sha256(document.text);
  if (report.isNew) acts.push({ what: 'extract', subject: document.id, input: input.id, output: text });
  const facts = factsOf(document);
  const { changes, key } = sql.run(
    'INSERT INTO appearances (report, input, path, facts) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    report.key,
    input.key,
    document.path,
    facts,
  );
  if (changes === 0) return { report: report.isNew, appearance: false };
  if (document.given.url) keepVersion(sql, document.given.url, report.key, document, stamp.at);
  acts.push({ what: 'appear', subject: document.id, input: input.id, output: appearanceHash(document) });
  logActs(sql, acts, { ...stamp, tool: 'isnad extractor', version: how.extractor });
  const read = reading && keepReading(sql, key, how.reader, reading);
  if (read) logActs(sql, [{ ...read, input: text }], { ...stamp, tool: 'isnad reader', version: how.reader });
  return { report: report.isNew, appearance: true };
};
