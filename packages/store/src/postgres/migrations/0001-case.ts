/**
 * The first stored shape: the tables of the SQLite file, in a schema of the case. Never edited: a change is a new file
 * here, with its test.
 *
 * Text is compared by its bytes, as SQLite does. What a unique index cannot hold because it may be long stands beside its
 * hash. No statistics are kept of columns with names or wording in them: `expunge` could not reach those.
 */
const TEXT = 'text COLLATE "C"';

const UNSAMPLED = [
  'inputs.name',
  'inputs.facts',
  'remarks.path',
  'remarks.note',
  'reports.title',
  'reports.outlet',
  'reports.path',
  'reports.url',
  'texts.masked',
  'texts.text',
  'appearances.path',
  'appearances.facts',
  'versions.url',
  'versions.changes',
  'readings.reading',
  'decisions.decision',
  'search.words',
  'search.stems',
  'search.wording',
  'record.item',
  'shelf.key',
  'shelf.value',
  'pieces.data',
] as const;

const guard = (table: string, name: string, event: string, condition = ''): string =>
  `CREATE TRIGGER ${table}_${name} BEFORE ${event} ON ${table} ${event === 'TRUNCATE' ? '' : 'FOR EACH ROW'} ${condition}
     EXECUTE FUNCTION append_only();`;

export const sql = `
CREATE TABLE meta (key ${TEXT} PRIMARY KEY, value ${TEXT} NOT NULL);

CREATE TABLE files (
  key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id ${TEXT} NOT NULL UNIQUE,
  size bigint NOT NULL
);
CREATE TABLE pieces (
  file bigint NOT NULL REFERENCES files (key) ON DELETE CASCADE,
  number integer NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (file, number)
);

CREATE TABLE inputs (
  key bigint PRIMARY KEY,
  id ${TEXT} NOT NULL,
  name ${TEXT} NOT NULL,
  name_hash ${TEXT} NOT NULL,
  size bigint NOT NULL,
  facts ${TEXT} NOT NULL,
  state ${TEXT} NOT NULL CHECK (state IN ('arriving', 'complete', 'expunged')),
  at ${TEXT} NOT NULL,
  by ${TEXT} NOT NULL,
  UNIQUE (id, name_hash)
);

CREATE TABLE remarks (
  key bigint PRIMARY KEY,
  input bigint NOT NULL REFERENCES inputs (key),
  path ${TEXT} NOT NULL,
  note ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL,
  UNIQUE (input, hash)
);

CREATE TABLE reports (
  key bigint PRIMARY KEY,
  id ${TEXT} NOT NULL UNIQUE,
  state ${TEXT} NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'expunged')),
  text_hash ${TEXT} NOT NULL,
  wording_hash ${TEXT} NOT NULL,
  extractor ${TEXT} NOT NULL,
  encoding ${TEXT} NOT NULL,
  form ${TEXT} NOT NULL,
  title ${TEXT},
  outlet ${TEXT},
  path ${TEXT} NOT NULL,
  url ${TEXT},
  day ${TEXT}
);
CREATE INDEX reports_by_wording ON reports (wording_hash);
CREATE INDEX reports_by_day ON reports (day DESC NULLS LAST, id);

CREATE TABLE texts (
  report bigint PRIMARY KEY REFERENCES reports (key),
  masked ${TEXT} NOT NULL,
  text bytea NOT NULL
);

CREATE TABLE appearances (
  key bigint PRIMARY KEY,
  report bigint NOT NULL REFERENCES reports (key),
  input bigint NOT NULL REFERENCES inputs (key),
  path ${TEXT} NOT NULL,
  path_hash ${TEXT} NOT NULL,
  facts ${TEXT} NOT NULL,
  UNIQUE (report, input, path_hash)
);
CREATE INDEX appearances_by_input ON appearances (input);

CREATE TABLE versions (
  url ${TEXT} NOT NULL,
  url_hash ${TEXT} NOT NULL,
  number bigint NOT NULL,
  report bigint NOT NULL REFERENCES reports (key),
  at ${TEXT} NOT NULL,
  changes ${TEXT} NOT NULL,
  PRIMARY KEY (url_hash, number)
);
CREATE INDEX versions_by_report ON versions (report);

CREATE TABLE readings (
  key bigint PRIMARY KEY,
  appearance bigint NOT NULL REFERENCES appearances (key),
  reader ${TEXT} NOT NULL,
  reading ${TEXT} NOT NULL,
  UNIQUE (reader, appearance)
);
CREATE INDEX readings_by_appearance ON readings (appearance);

CREATE TABLE decisions (
  key bigint PRIMARY KEY,
  id ${TEXT} NOT NULL UNIQUE,
  decision ${TEXT} NOT NULL
);

CREATE TABLE custody (
  number bigint PRIMARY KEY,
  at ${TEXT} NOT NULL,
  by ${TEXT} NOT NULL,
  what ${TEXT} NOT NULL,
  subject ${TEXT} NOT NULL,
  input ${TEXT},
  output ${TEXT},
  tool ${TEXT} NOT NULL,
  version ${TEXT} NOT NULL,
  previous ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL
);

CREATE TABLE search (
  report bigint PRIMARY KEY REFERENCES reports (key),
  words tsvector,
  stems tsvector,
  wording ${TEXT} NOT NULL
);
CREATE INDEX search_by_word ON search USING gin (words);
CREATE INDEX search_by_stem ON search USING gin (stems);
CREATE INDEX search_unfit ON search (report) WHERE stems IS NULL;

CREATE TABLE record (
  key bigint PRIMARY KEY,
  list ${TEXT} NOT NULL,
  position double precision NOT NULL,
  id ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL,
  item ${TEXT} NOT NULL
);
CREATE INDEX record_in_order ON record (list, position);
CREATE UNIQUE INDEX record_by_id ON record (list, id);

CREATE TABLE shelf (key_hash ${TEXT} PRIMARY KEY, key ${TEXT} NOT NULL, value ${TEXT} NOT NULL);

CREATE TABLE tombstones (
  key bigint PRIMARY KEY,
  what ${TEXT} NOT NULL,
  subject ${TEXT} NOT NULL,
  hash ${TEXT} NOT NULL,
  remains ${TEXT},
  by ${TEXT} NOT NULL,
  at ${TEXT} NOT NULL,
  reason ${TEXT} NOT NULL
);

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS
  $$BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END$$;
${['custody', 'decisions', 'tombstones'].map((table) => guard(table, 'are_kept', 'DELETE')).join('\n')}
${['custody', 'decisions', 'tombstones'].map((table) => guard(table, 'stay', 'TRUNCATE')).join('\n')}
${['custody', 'tombstones'].map((table) => guard(table, 'stand', 'UPDATE')).join('\n')}
${guard('decisions', 'stand', 'UPDATE', "WHEN (current_setting('isnad.expunging', true) IS DISTINCT FROM 'yes')")}

${UNSAMPLED.map((column) => {
  const [table, name] = column.split('.');
  return `ALTER TABLE ${table} ALTER COLUMN ${name} SET STATISTICS 0;`;
}).join('\n')}
`;
