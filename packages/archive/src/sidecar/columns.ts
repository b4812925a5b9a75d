/** Which columns of a table (fields of its lines) hold what: a column's name, or for the text several, in order. */
export interface Columns {
  readonly text?: string | readonly string[];
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly author?: string;
}

const FIELDS = ['text', 'title', 'published', 'outlet', 'url', 'author'] as const;

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');

/** The `columns` of a sidecar, or what is wrong with them. */
export const readColumns = (value: unknown): Columns | string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'columns is no object of column names such as {"text": "body"}';
  for (const [field, name] of Object.entries(value)) {
    if (!FIELDS.some((known) => known === field))
      return `columns names "${field}", which is none of ${FIELDS.join(', ')}`;
    if (typeof name !== 'string' && !(field === 'text' && isNames(name))) return `columns.${field} is no column name`;
  }
  return { ...value };
};
