import type { PreservedBytes } from '../bytes/bytes.js';
import { canonical } from '../canonical.js';
import { type Act, sha256 } from '../custody/entry.js';
import { blockedJson } from '../expunge/block.js';
import { factsOf } from '../reports/wording.js';
import type { Stamp } from '../stamp.js';
import type { Expunction, Expunging, Tombstone } from '../store.js';
import { indexWords } from './arrival.js';
import { logActs } from './custody.js';
import { blobOf, type Sql, textOf } from './database.js';
import { dropRecord } from './record.js';

type Grave = Omit<Tombstone, 'key' | 'by' | 'at' | 'reason'>;

interface ReportRow {
  readonly key: number;
  readonly text_hash: string;
}

const NOTHING = sha256('');

/** What an editor changed holds words of the wording before and after. */
const forgetChanges = (sql: Sql, report: number): void => {
  const touched = sql.all<{ url: string; number: number }>('SELECT url, number FROM versions WHERE report = ?', report);
  for (const { url, number } of touched)
    sql.run(
      'UPDATE versions SET changes = ? WHERE url = ? AND number IN (?, ?)',
      blobOf('[]'),
      url,
      number,
      number + 1,
    );
};

const removeReport = (sql: Sql, { key, text_hash: gone }: ReportRow, id: string): Grave => {
  sql.run('DELETE FROM readings WHERE appearance IN (SELECT key FROM appearances WHERE report = ?)', key);
  sql.run('DELETE FROM appearances WHERE report = ?', key);
  sql.run("UPDATE texts SET text = ?, masked = '[]' WHERE report = ?", blobOf(''), key);
  sql.run('DELETE FROM versions WHERE report = ?', key);
  sql.run(
    `UPDATE reports SET state = 'expunged', text_hash = ?, wording_hash = ?, title = NULL, outlet = NULL, path = '',
     url = NULL, day = NULL WHERE key = ?`,
    NOTHING,
    `expunged ${key}`,
    key,
  );
  sql.run('DELETE FROM search WHERE rowid = ?', key);
  return { what: 'report', subject: id, hash: gone, left: null };
};

const blockReport = (
  sql: Sql,
  { key, text_hash: gone }: ReportRow,
  { id, left }: Expunction['reports'][number],
  { reader, blocked, acts }: { readonly reader: string; readonly blocked: Expunction['blocked']; readonly acts: Act[] },
): Grave => {
  const { document, reading } = left[0]!;
  const text = sha256(document.text);
  sql.run('UPDATE texts SET text = ? WHERE report = ?', blobOf(document.text), key);
  sql.run(
    `UPDATE reports SET text_hash = ?, wording_hash = ?, title = ?, outlet = ?, path = ?, url = ? WHERE key = ?`,
    text,
    `blocked ${key}`,
    reading?.report.title ?? document.given.title ?? null,
    reading?.report.outlet ?? document.given.outlet ?? null,
    document.path,
    document.given.url ?? null,
    key,
  );
  for (const { url, number } of sql.all<{ url: string; number: number }>(
    'SELECT * FROM versions WHERE report = ?',
    key,
  ))
    sql.run('UPDATE versions SET url = ? WHERE url = ? AND number = ?', blocked(url), url, number);
  sql.run('DELETE FROM search WHERE rowid = ?', key);
  indexWords(sql, key, document);
  for (const one of left) {
    const facts = factsOf(one.document);
    sql.run('UPDATE appearances SET path = ?, facts = ? WHERE key = ?', one.document.path, facts, one.appearance);
    acts.push({ what: 'appear', subject: id, input: text, output: sha256(one.document.path + facts) });
    sql.run('DELETE FROM readings WHERE appearance = ?', one.appearance);
    if (!one.reading) continue;
    const read = JSON.stringify(one.reading);
    sql.run(
      'INSERT INTO readings (appearance, reader, reading) VALUES (?, ?, ?)',
      one.appearance,
      reader,
      blobOf(read),
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
const inputsOf = (sql: Sql, reports: readonly ReportRow[], { inputs }: Expunction): readonly InputRow[] => {
  const ids = new Set<string>();
  for (const { key } of reports)
    for (const { id } of sql.all<{ id: string }>(
      'SELECT id FROM inputs WHERE key IN (SELECT input FROM appearances WHERE report = ?)',
      key,
    ))
      ids.add(id);
  for (const key of inputs)
    for (const { id } of sql.all<{ id: string }>('SELECT id FROM inputs WHERE key = ?', key)) ids.add(id);
  return [...ids].flatMap((id) =>
    sql.all<InputRow>(
      `SELECT i.key, i.id, i.name, i.facts, i.state,
       (SELECT count(*) FROM appearances a WHERE a.input = i.key) AS reports FROM inputs i WHERE i.id = ?`,
      id,
    ),
  );
};

/** What is remarked on an input, without what goes; two remarks that then are the same become one. */
const blockRemarks = (sql: Sql, input: number, blocked: Expunction['blocked']): void => {
  const remarks = sql.all<{ key: number; path: string; note: string }>('SELECT * FROM remarks WHERE input = ?', input);
  for (const { key, path, note } of remarks) {
    const left = [blocked(path), blockedJson(note, blocked)] as const;
    if (left[0] === path && left[1] === note) continue;
    sql.run('DELETE FROM remarks WHERE key = ?', key);
    sql.run(
      'INSERT INTO remarks (key, input, path, note) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      key,
      input,
      ...left,
    );
  }
};

/** A blocked name of an input; two files of the same bytes may have been named in two spellings. */
const freeName = (sql: Sql, { key, id }: InputRow, name: string): string =>
  sql.one('SELECT 1 AS yes FROM inputs WHERE id = ? AND name = ? AND key <> ?', id, name, key)
    ? `${name} ${key}`
    : name;

/** Files whose bytes hold what goes: they go as a whole, because bytes with a hole have another hash. */
const closeInputs = (sql: Sql, inputs: readonly InputRow[], { what, blocked }: Expunction): readonly Grave[] => {
  const graves = new Map<string, Grave>();
  for (const input of inputs) {
    const { key, id, name, facts, reports: held, state } = input;
    // A file of one report is called after it.
    const isAlone = what === 'report' && held === 1;
    sql.run(
      "UPDATE inputs SET state = 'expunged', name = ?, facts = ? WHERE key = ?",
      isAlone ? `expunged ${key}` : freeName(sql, input, blocked(name)),
      isAlone ? '{"given":{}}' : blockedJson(facts, blocked),
      key,
    );
    if (isAlone) sql.run('DELETE FROM remarks WHERE input = ?', key);
    else blockRemarks(sql, key, blocked);
    if (state !== 'expunged') graves.set(id, { what: 'input', subject: id, hash: id, left: null });
  }
  return [...graves.values()];
};

const blockDecisions = (sql: Sql, { decisions }: Expunction): readonly Grave[] => {
  // The one change to a decision that its guard lets through.
  sql.run("INSERT INTO meta (key, value) VALUES ('expunging', '1')");
  const graves = decisions.flatMap((decision): Grave[] => {
    const row = sql.one<{ decision: unknown }>('SELECT decision FROM decisions WHERE id = ?', decision.id);
    const text = canonical(decision);
    if (!row || textOf(row.decision) === text) return [];
    sql.run('UPDATE decisions SET decision = ? WHERE id = ?', blobOf(text), decision.id);
    return [{ what: 'decision', subject: decision.id, hash: sha256(textOf(row.decision)), left: sha256(text) }];
  });
  sql.run("DELETE FROM meta WHERE key = 'expunging'");
  return graves;
};

/** What is remembered under a name is forgotten, as a feed whose address names somebody; elsewhere the name is blocked. */
const blockShelf = (sql: Sql, { blocked }: Expunction): void => {
  for (const { key, value } of sql.all<{ key: string; value: string }>('SELECT key, value FROM shelf')) {
    const left = blockedJson(value, blocked);
    if (blocked(key) !== key) sql.run('DELETE FROM shelf WHERE key = ?', key);
    else if (left !== value) sql.run('UPDATE shelf SET value = ? WHERE key = ?', left, key);
  }
};

const bury = (sql: Sql, graves: readonly Grave[], reason: string, stamp: Stamp): void => {
  for (const { what, subject, hash, left } of graves) {
    sql.run(
      'INSERT INTO tombstones (what, subject, hash, remains, by, at, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
      what,
      subject,
      hash,
      left,
      stamp.by,
      stamp.at,
      reason,
    );
    logActs(sql, [{ what: 'expunge', subject, input: hash, output: left ?? NOTHING }], stamp);
  }
};

const tombstones = (sql: Sql): readonly Tombstone[] =>
  sql.all<Tombstone>('SELECT key, what, subject, hash, remains AS left, by, at, reason FROM tombstones ORDER BY key');

/** What the database has let go of must not stay in it: not in the index, the log or free pages. */
const wipe = (sql: Sql): void => {
  sql.run("INSERT INTO search (search) VALUES ('optimize')");
  sql.exec('VACUUM');
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
};

export const expungingIn = (sql: Sql, bytes: PreservedBytes): Expunging => ({
  run: async (expunction, { reader }, stamp) => {
    const known = tombstones(sql).at(-1)?.key ?? 0;
    sql.write(() => {
      const rows = expunction.reports.flatMap((report) => {
        const row = sql.one<ReportRow>("SELECT key, text_hash FROM reports WHERE id = ? AND state = 'kept'", report.id);
        return row ? [{ report, row }] : [];
      });
      const acts: Act[] = [];
      const inputs = inputsOf(
        sql,
        rows.map(({ row }) => row),
        expunction,
      );
      const graves = [...closeInputs(sql, inputs, expunction)];
      for (const { report, row } of rows) {
        forgetChanges(sql, row.key);
        graves.push(
          report.left.length === 0
            ? removeReport(sql, row, report.id)
            : blockReport(sql, row, report, { reader, blocked: expunction.blocked, acts }),
        );
      }
      graves.push(...blockDecisions(sql, expunction));
      if (expunction.what === 'person') blockShelf(sql, expunction);
      // Run again after a kill there is nothing new, and what was made since stands.
      if (graves.length === 0 && inputs.length === 0) return;
      bury(sql, graves, expunction.reason, stamp);
      logActs(sql, acts, stamp);
      dropRecord(sql);
    });
    // Done also when there was nothing new: a run that was killed ends here.
    for (const { id } of sql.all<{ id: string }>("SELECT DISTINCT id FROM inputs WHERE state = 'expunged'"))
      await bytes.remove(id);
    wipe(sql);
    return tombstones(sql).filter(({ key }) => key > known);
  },
  tombstones: async () => tombstones(sql),
});
