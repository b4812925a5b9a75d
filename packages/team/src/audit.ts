import { createHash } from 'node:crypto';
import type { Database, Sql } from './database.js';

/** Who does something, and when (RFC 3339). */
export interface Deed {
  readonly by: string;
  readonly at: string;
}

/** Something that was done to the team or to one of its cases. Never wording of reports, never a secret. */
export interface AuditAct {
  /** `sign-in`, `role`, `decide` and so on. */
  readonly what: string;
  /** Id or name of what it was done to. */
  readonly subject: string;
  readonly case: string | null;
  readonly details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** One line of the audit trail, chained to the line before it. */
export interface AuditEntry extends AuditAct, Deed {
  /** 1 for the first. */
  readonly number: number;
  /** Hash of the line before; of the first, 64 zeros. */
  readonly previous: string;
  readonly hash: string;
}

const FIRST = '0'.repeat(64);

interface Row {
  readonly number: string;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly subject: string;
  readonly case_name: string | null;
  readonly details: string;
  readonly previous: string;
  readonly hash: string;
}

/** Over all fields in this order, so that none can be changed, moved or left out. */
const chained = ({ number, at, by, what, subject, case_name, details, previous }: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([Number(number), at, by, what, subject, case_name, details, previous]))
    .digest('hex');

const entryOf = (row: Row): AuditEntry => ({
  number: Number(row.number),
  at: row.at,
  by: row.by,
  what: row.what,
  subject: row.subject,
  case: row.case_name,
  details: JSON.parse(row.details) as AuditAct['details'],
  previous: row.previous,
  hash: row.hash,
});

/** Writes a line, in the transaction of what it tells of. */
export const logAct = async (sql: Sql, act: AuditAct, { by, at }: Deed): Promise<void> => {
  // One chain, so one writer at a time.
  await sql.run("SELECT pg_advisory_xact_lock(hashtext('isnad_team.audit'))");
  const [last] = await sql.rows<Pick<Row, 'number' | 'hash'>>(
    'SELECT number, hash FROM isnad_team.audit ORDER BY number DESC LIMIT 1',
  );
  const line = {
    number: String(Number(last?.number ?? 0) + 1),
    at,
    by,
    what: act.what,
    subject: act.subject,
    case_name: act.case,
    details: JSON.stringify(act.details),
    previous: last?.hash ?? FIRST,
  };
  await sql.run('INSERT INTO isnad_team.audit VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...Object.values(line),
    chained(line),
  ]);
};

/** Who changed what, since the team began. It can be written and read, nothing else. */
export interface Audit {
  readonly append: (act: AuditAct, deed: Deed) => Promise<void>;
  /** Oldest first, behind a number. */
  readonly list: (page: { readonly after: number; readonly limit: number }) => Promise<readonly AuditEntry[]>;
  /** Number of the first line that does not follow from the one before it; null when all do. */
  readonly brokenAt: () => Promise<number | null>;
}

const SOME = 1_000;

export const auditIn = (database: Database): Audit => {
  const rows = (after: number, limit: number) =>
    database.rows<Row>('SELECT * FROM isnad_team.audit WHERE number > $1 ORDER BY number LIMIT $2', [after, limit]);
  return {
    append: (act, deed) => database.whole((sql) => logAct(sql, act, deed)),
    list: async ({ after, limit }) => (await rows(after, limit)).map(entryOf),
    brokenAt: async () => {
      let [number, previous] = [0, FIRST];
      for (;;) {
        const some = await rows(number, SOME);
        for (const row of some) {
          if (Number(row.number) !== number + 1 || row.previous !== previous || row.hash !== chained(row))
            return Number(row.number);
          number = Number(row.number);
          previous = row.hash;
        }
        if (some.length < SOME) return null;
      }
    },
  };
};
