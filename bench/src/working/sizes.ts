import type pg from 'pg';

/** Tables of a case, as the schema has them, with what each is of. */
const TABLES = ['pieces', 'reports', 'texts', 'appearances', 'search', 'readings', 'custody', 'record'] as const;

export type Table = (typeof TABLES)[number];

/** Bytes of each table of a case, its indexes and what is stored beside it included. */
export const sizesOf = async (client: pg.Client, schema: string): Promise<Readonly<Record<Table, number>>> => {
  const found = {} as Record<Table, number>;
  for (const table of TABLES) {
    const { rows } = await client.query<{ size: string }>('SELECT pg_total_relation_size($1::regclass) AS size', [
      `${client.escapeIdentifier(schema)}.${table}`,
    ]);
    found[table] = Number(rows[0]!.size);
  }
  return found;
};

/** How much the server has written ahead so far, in bytes. */
export const writtenAhead = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ written: string }>("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS written");
  return Number(rows[0]!.written);
};
