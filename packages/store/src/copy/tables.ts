/**
 * What a case is made of, as rows: the same tables, columns and keys in each store, so that a copy is a copy of rows.
 * What a store makes of them for itself (its search, hashes that its indexes need) is made anew.
 */
export type Cell = string | number | null | Uint8Array;
export type Row = readonly Cell[];

/** `json` is text that SQLite keeps as bytes, and PostgreSQL as text. */
export type Kind = 'number' | 'text' | 'json' | 'bytes';

export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: Kind])[];
  /**
   * `grows`: rows are only ever added, under growing keys in the first column (an expunction aside).
   * `changes`: rows change and are referred to. `replaced`: rows come and go.
   */
  readonly life: 'grows' | 'changes' | 'replaced';
  /** Rows that are taken at once: fewer where each is long. */
  readonly portion: number;
}

const table = (name: string, life: Table['life'], columns: Readonly<Record<string, Kind>>, portion = 1000): Table => ({
  name,
  life,
  columns: Object.entries(columns),
  portion,
});

/** In such an order that nothing refers to what is not there yet. */
export const TABLES: readonly Table[] = [
  table('inputs', 'changes', {
    key: 'number',
    id: 'text',
    name: 'text',
    size: 'number',
    facts: 'text',
    state: 'text',
    at: 'text',
    by: 'text',
  }),
  table('remarks', 'replaced', { key: 'number', input: 'number', path: 'text', note: 'text' }),
  table('reports', 'grows', {
    key: 'number',
    id: 'text',
    state: 'text',
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
  }),
  table('texts', 'grows', { report: 'number', masked: 'text', text: 'bytes' }, 100),
  table('appearances', 'grows', { key: 'number', report: 'number', input: 'number', path: 'text', facts: 'text' }),
  table('versions', 'replaced', { url: 'text', number: 'number', report: 'number', at: 'text', changes: 'json' }),
  table('readings', 'grows', { key: 'number', appearance: 'number', reader: 'text', reading: 'json' }, 100),
  table('decisions', 'grows', { key: 'number', id: 'text', decision: 'json' }),
  table('custody', 'grows', {
    number: 'number',
    at: 'text',
    by: 'text',
    what: 'text',
    subject: 'text',
    input: 'text',
    output: 'text',
    tool: 'text',
    version: 'text',
    previous: 'text',
    hash: 'text',
  }),
  table('tombstones', 'grows', {
    key: 'number',
    what: 'text',
    subject: 'text',
    hash: 'text',
    remains: 'text',
    by: 'text',
    at: 'text',
    reason: 'text',
  }),
  table(
    'record',
    'replaced',
    { key: 'number', list: 'text', position: 'number', id: 'text', hash: 'text', item: 'json' },
    500,
  ),
  table('shelf', 'replaced', { key: 'text', value: 'text' }),
];

export const tableOf = (name: string): Table | undefined => TABLES.find((one) => one.name === name);

/** The columns by which the rows of a table are in order. */
export const orderOf = ({ name, columns }: Table): string => (name === 'versions' ? 'url, number' : columns[0]![0]);

/** Whether rows can be asked for from behind a key on. */
export const isKeyed = ({ name, columns }: Table): boolean => columns[0]![1] === 'number' && name !== 'versions';

/** The value of a column of a row. */
export const cellOf = ({ columns }: Table, row: Row, name: string): Cell =>
  row[columns.findIndex(([column]) => column === name)]!;
