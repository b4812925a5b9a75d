import type { PreservedBytes } from '../bytes/bytes.js';
import { canonical } from '../canonical.js';
import { type Act, sha256 } from '../custody/entry.js';
import { StoreError } from '../errors.js';
import { blockedJson } from '../expunge/block.js';
import { shortHash } from '../record/items.js';
import { factsOf } from '../reports/wording.js';
import type { Stamp } from '../stamp.js';
import type { Expunction, Expunging, Tombstone } from '../store.js';
import { bytesOf } from './arrival.js';
import { insertAll, nextKey } from './bulk.js';
import type { Connection, Rows, Writing } from './connection.js';
import { logActs } from './custody.js';
import { remarkHash } from './inputs.js';
import { dropRecord } from './record.js';
import { indexWords } from './words.js';

type Grave = Omit<Tombstone, 'key' | 'by' | 'at' | 'reason'>;

interface ReportRow {
  readonly key: number;
  readonly text_hash: string;
}

const NOTHING = sha256('');

/** What an editor changed holds words of the wording before and after. */
const forgetChanges = async (sql: Rows, report: number): Promise<void> =>
  void (await sql.run(
    `UPDATE versions v SET changes = '[]' FROM versions o
     WHERE o.report = $1 AND v.url_hash = o.url_hash AND v.number IN (o.number, o.number + 1)`,
    report,
  ));

const removeReport = async (sql: Rows, { key, text_hash: gone }: ReportRow, id: string): Promise<Grave> => {
  await sql.run('DELETE FROM readings WHERE appearance IN (SELECT key FROM appearances WHERE report = $1)', key);
  await sql.run('DELETE FROM appearances WHERE report = $1', key);
  await sql.run("UPDATE texts SET text = '', masked = '[]' WHERE report = $1", key);
  await sql.run('DELETE FROM versions WHERE report = $1', key);
  await sql.run(
    `UPDATE reports SET state = 'expunged', text_hash = $1, wording_hash = $2, title = NULL, outlet = NULL, path = '',
     url = NULL, day = NULL WHERE key = $3`,
    NOTHING,
    `expunged ${key}`,
    key,
  );
  await sql.run('DELETE FROM search WHERE report = $1', key);
  return { what: 'report', subject: id, hash: gone, left: null };
};

const blockReport = async (
  sql: Rows,
  { key, text_hash: gone }: ReportRow,
  { id, left }: Expunction['reports'][number],
  { reader, blocked, acts }: { readonly reader: string; readonly blocked: Expunction['blocked']; readonly acts: Act[] },
): Promise<Grave> => {
  const { document, reading } = left[0]!;
  const text = sha256(document.text);
  await sql.run('UPDATE texts SET text = $1 WHERE report = $2', bytesOf(document.text), key);
  await sql.run(
    `UPDATE reports SET text_hash = $1, wording_hash = $2, title = $3, outlet = $4, path = $5, url = $6 WHERE key = $7`,
    text,
    `blocked ${key}`,
    reading?.report.title ?? document.given.title ?? null,
    reading?.report.outlet ?? document.given.outlet ?? null,
    document.path,
    document.given.url ?? null,
    key,
  );
  const addresses = await sql.all<{ url: string; number: number }>(
    'SELECT url, number FROM versions WHERE report = $1',
    key,
  );
  for (const { url, number } of addresses)
    await sql.run(
      'UPDATE versions SET url = $1, url_hash = $2 WHERE url = $3 AND number = $4',
      blocked(url),
      shortHash(blocked(url)),
      url,
      number,
    );
  await sql.run('DELETE FROM search WHERE report = $1', key);
  await indexWords(sql, [{ key, document }]);
  for (const one of left) {
    const facts = factsOf(one.document);
    const { path } = one.document;
    await sql.run(
      'UPDATE appearances SET path = $1, path_hash = $2, facts = $3 WHERE key = $4',
      path,
      shortHash(path),
      facts,
      one.appearance,
    );
    acts.push({ what: 'appear', subject: id, input: text, output: sha256(path + facts) });
    await sql.run('DELETE FROM readings WHERE appearance = $1', one.appearance);
    if (!one.reading) continue;
    const read = JSON.stringify(one.reading);
    await sql.run(
      'INSERT INTO readings (key, appearance, reader, reading) VALUES ($1, $2, $3, $4)',
      await nextKey(sql, 'readings'),
      one.appearance,
      reader,
      read,
    );
    acts.push({ what: 'read', subject: id, input: text, output: sha256(read) });
  }
  return { what: 'text', subject: id, hash: gone, left: text };
};

interface InputRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly state: string;
  /** How many reports came in it. */
  readonly reports: number;
}

/** Inputs that the reports came in, those named, and those of the same bytes, which go with them. */
const inputsOf = (sql: Rows, reports: readonly ReportRow[], inputs: readonly number[]): Promise<readonly InputRow[]> =>
  sql.all<InputRow>(
    `SELECT i.key, i.id, i.name, i.facts, i.state,
     (SELECT count(*) FROM appearances a WHERE a.input = i.key) AS reports FROM inputs i
     WHERE i.id IN (SELECT id FROM inputs WHERE key = ANY ($1::bigint[])
       OR key IN (SELECT input FROM appearances WHERE report = ANY ($2::bigint[]))) ORDER BY i.key`,
    inputs,
    reports.map(({ key }) => key),
  );

/** What is remarked on an input, without what goes; two remarks that then are the same become one. */
const blockRemarks = async (sql: Rows, input: number, blocked: Expunction['blocked']): Promise<void> => {
  const remarks = await sql.all<{ key: number; path: string; note: string }>(
    'SELECT key, path, note FROM remarks WHERE input = $1 ORDER BY key',
    input,
  );
  for (const { key, path, note } of remarks) {
    const left = [blocked(path), blockedJson(note, blocked)] as const;
    if (left[0] === path && left[1] === note) continue;
    await sql.run('DELETE FROM remarks WHERE key = $1', key);
    await sql.run(
      'INSERT INTO remarks (key, input, path, note, hash) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      key,
      input,
      ...left,
      remarkHash(...left),
    );
  }
};

/** A blocked name of an input; two files of the same bytes may have been named in two spellings. */
const freeName = async (sql: Rows, { key, id }: InputRow, name: string): Promise<string> =>
  (await sql.one(
    'SELECT 1 AS yes FROM inputs WHERE id = $1 AND name_hash = $2 AND key <> $3',
    id,
    shortHash(name),
    key,
  ))
    ? `${name} ${key}`
    : name;

/** Files whose bytes hold what goes: they go as a whole, because bytes with a hole have another hash. */
const closeInputs = async (
  sql: Rows,
  inputs: readonly InputRow[],
  { what, blocked }: Expunction,
): Promise<readonly Grave[]> => {
  const graves = new Map<string, Grave>();
  for (const input of inputs) {
    const { key, id, facts, reports: held, state } = input;
    // A file of one report is called after it.
    const isAlone = what === 'report' && held === 1;
    const name = isAlone ? `expunged ${key}` : await freeName(sql, input, blocked(input.name));
    await sql.run(
      "UPDATE inputs SET state = 'expunged', name = $1, name_hash = $2, facts = $3 WHERE key = $4",
      name,
      shortHash(name),
      isAlone ? '{"given":{}}' : blockedJson(facts, blocked),
      key,
    );
    if (isAlone) await sql.run('DELETE FROM remarks WHERE input = $1', key);
    else await blockRemarks(sql, key, blocked);
    if (state !== 'expunged') graves.set(id, { what: 'input', subject: id, hash: id, left: null });
  }
  return [...graves.values()];
};

const blockDecisions = async (sql: Rows, { decisions }: Expunction): Promise<readonly Grave[]> => {
  // The one change to a decision that its guard lets through.
  await sql.run("SET LOCAL isnad.expunging = 'yes'");
  const graves: Grave[] = [];
  for (const decision of decisions) {
    const row = await sql.one<{ decision: string }>('SELECT decision FROM decisions WHERE id = $1', decision.id);
    const text = canonical(decision);
    if (!row || row.decision === text) continue;
    await sql.run('UPDATE decisions SET decision = $1 WHERE id = $2', text, decision.id);
    graves.push({ what: 'decision', subject: decision.id, hash: sha256(row.decision), left: sha256(text) });
  }
  await sql.run("SET LOCAL isnad.expunging = 'no'");
  return graves;
};

/** What is remembered under a name is forgotten, as a feed whose address names somebody; elsewhere the name is blocked. */
const blockShelf = async (sql: Rows, { blocked }: Expunction): Promise<void> => {
  for (const { key, value } of await sql.all<{ key: string; value: string }>('SELECT key, value FROM shelf')) {
    const left = blockedJson(value, blocked);
    if (blocked(key) !== key) await sql.run('DELETE FROM shelf WHERE key_hash = $1', shortHash(key));
    else if (left !== value) await sql.run('UPDATE shelf SET value = $1 WHERE key_hash = $2', left, shortHash(key));
  }
};

const bury = async (sql: Writing, graves: readonly Grave[], reason: string, { by, at }: Stamp): Promise<void> => {
  const first = await nextKey(sql, 'tombstones');
  await insertAll(
    sql,
    'tombstones',
    {
      key: 'bigint',
      what: 'text',
      subject: 'text',
      hash: 'text',
      remains: 'text',
      by: 'text',
      at: 'text',
      reason: 'text',
    },
    graves.map(({ what, subject, hash, left }, index) => [first + index, what, subject, hash, left, by, at, reason]),
  );
};

const tombstones = (sql: Rows): Promise<readonly Tombstone[]> =>
  sql.all<Tombstone>('SELECT key, what, subject, hash, remains AS left, by, at, reason FROM tombstones ORDER BY key');

/** Tables that held what went. Written anew as wholes, so that nothing of it stays in their files. */
const TOUCHED = [
  'inputs',
  'remarks',
  'reports',
  'texts',
  'appearances',
  'versions',
  'readings',
  'decisions',
  'search',
  'record',
  'shelf',
  'files',
  'pieces',
];

const take = async (sql: Writing, expunction: Expunction, reader: string, stamp: Stamp): Promise<void> => {
  const rows: { report: Expunction['reports'][number]; row: ReportRow }[] = [];
  for (const report of expunction.reports) {
    const row = await sql.one<ReportRow>(
      "SELECT key, text_hash FROM reports WHERE id = $1 AND state = 'kept'",
      report.id,
    );
    if (row) rows.push({ report, row });
  }
  const acts: Act[] = [];
  const inputs = await inputsOf(
    sql,
    rows.map(({ row }) => row),
    expunction.inputs,
  );
  const graves = [...(await closeInputs(sql, inputs, expunction))];
  for (const { report, row } of rows) {
    await forgetChanges(sql, row.key);
    graves.push(
      report.left.length === 0
        ? await removeReport(sql, row, report.id)
        : await blockReport(sql, row, report, { reader, blocked: expunction.blocked, acts }),
    );
  }
  graves.push(...(await blockDecisions(sql, expunction)));
  if (expunction.what === 'person') await blockShelf(sql, expunction);
  // Run again after a kill there is nothing new, and what was made since stands.
  if (graves.length === 0 && inputs.length === 0) return;
  await bury(sql, graves, expunction.reason, stamp);
  const buried = graves.map(
    ({ subject, hash, left }): Act => ({ what: 'expunge', subject, input: hash, output: left ?? NOTHING }),
  );
  await logActs(sql, [...buried, ...acts], stamp);
  await dropRecord(sql);
};

/** How often, and after how many milliseconds each time, it is asked whether those who read have ended. */
const LOOKS = 120;
const LOOK = 500;

/**
 * Waits until nobody sees the case any more as it was before: what somebody still sees, a table that is written anew
 * keeps. The work is over by then, so a lost connection costs nothing: run again, it ends here.
 */
const untilUnseen = async (sql: Connection): Promise<void> => {
  const { now } = (await sql.one<{ now: string }>('SELECT clock_timestamp()::text AS now'))!;
  for (let looks = 0; looks < LOOKS; looks++) {
    const seeing = await sql.one(
      `SELECT 1 AS yes FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL) AND xact_start < $1::timestamptz`,
      now,
    );
    if (!seeing) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  throw new StoreError(
    'store/busy',
    `${sql.shown}: others have been reading since before what was expunged went, such as a backup`,
    'Wait until they have ended and run the same again: it is gone for everybody, and then also from the files.',
  );
};

export const expungingIn = (sql: Connection, bytes: PreservedBytes): Expunging => ({
  run: async (expunction, { reader }, stamp) => {
    const known = (await tombstones(sql)).at(-1)?.key ?? 0;
    await sql.write((rows) => take(rows, expunction, reader, stamp));
    // Done also when there was nothing new: a run that was killed ends here.
    const gone = await sql.all<{ id: string }>("SELECT DISTINCT id FROM inputs WHERE state = 'expunged'");
    for (const { id } of gone) await bytes.remove(id);
    await untilUnseen(sql);
    await sql.apart(...TOUCHED.map((table) => `VACUUM (FULL, ANALYZE) ${table}`));
    return (await tombstones(sql)).filter(({ key }) => key > known);
  },
  tombstones: () => tombstones(sql),
});
