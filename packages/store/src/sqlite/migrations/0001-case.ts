/** The first stored shape. Never edited: a change is a new file here, with its test. */
export const sql = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE inputs (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  facts TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('arriving', 'complete', 'expunged')),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  UNIQUE (id, name)
) STRICT;

CREATE TABLE remarks (
  key INTEGER PRIMARY KEY,
  input INTEGER NOT NULL REFERENCES inputs (key),
  path TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (input, path, note)
) STRICT;

CREATE TABLE reports (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'expunged')),
  text_hash TEXT NOT NULL,
  wording_hash TEXT NOT NULL,
  extractor TEXT NOT NULL,
  encoding TEXT NOT NULL,
  form TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  path TEXT NOT NULL,
  url TEXT,
  day TEXT
) STRICT;
CREATE INDEX reports_by_wording ON reports (wording_hash);
CREATE INDEX reports_by_day ON reports (day DESC, id);

CREATE TABLE texts (
  report INTEGER PRIMARY KEY REFERENCES reports (key),
  masked TEXT NOT NULL,
  text BLOB NOT NULL
) STRICT;

CREATE TABLE appearances (
  key INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (key),
  input INTEGER NOT NULL REFERENCES inputs (key),
  path TEXT NOT NULL,
  facts TEXT NOT NULL,
  UNIQUE (report, input, path)
) STRICT;
CREATE INDEX appearances_by_input ON appearances (input);

CREATE TABLE versions (
  url TEXT NOT NULL,
  number INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (key),
  at TEXT NOT NULL,
  changes BLOB NOT NULL,
  PRIMARY KEY (url, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
  key INTEGER PRIMARY KEY,
  appearance INTEGER NOT NULL REFERENCES appearances (key),
  reader TEXT NOT NULL,
  reading BLOB NOT NULL,
  UNIQUE (reader, appearance)
) STRICT;

CREATE TABLE decisions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  decision BLOB NOT NULL
) STRICT;

CREATE TABLE custody (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  input TEXT,
  output TEXT,
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER custody_is_kept BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TRIGGER custody_stands BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions
  WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'expunging')
  BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE VIRTUAL TABLE search USING fts5 (
  stems, words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE record (
  key INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  position REAL NOT NULL,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  item BLOB NOT NULL
) STRICT;
CREATE INDEX record_in_order ON record (list, position);
CREATE UNIQUE INDEX record_by_id ON record (list, id);

CREATE TABLE shelf (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE tombstones (
  key INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL,
  remains TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER tombstones_are_kept BEFORE DELETE ON tombstones BEGIN SELECT RAISE(ABORT, 'tombstones are kept'); END;
CREATE TRIGGER tombstones_stand BEFORE UPDATE ON tombstones BEGIN SELECT RAISE(ABORT, 'tombstones are kept'); END;

CREATE VIRTUAL TABLE search_terms USING fts5vocab (search, col);
`;
