import type { Migration } from './migration.ts';

/**
 * Every table has `seq`, the order in which rows were added (negative: history that a seal brought back), `id`, what
 * queries look for, and the whole document as JSON. Moments beside it are milliseconds since 1970.
 */
export const first: Migration = {
  name: '001-first',
  run: (db) => db.exec(TABLES),
};

const TABLES = `
CREATE TABLE singles (id TEXT PRIMARY KEY, doc TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sources (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL) STRICT;
CREATE TABLE destinations (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL) STRICT;
CREATE TABLE people (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL) STRICT;

CREATE TABLE runs (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, status TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX runs_at ON runs (at);
CREATE INDEX runs_status ON runs (status);

CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  source TEXT,
  place TEXT,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_run ON jobs (run);
CREATE INDEX jobs_at ON jobs (at);
CREATE INDEX jobs_source ON jobs (source);
CREATE INDEX jobs_source_kind ON jobs (source, kind);
CREATE INDEX jobs_place ON jobs (place);
CREATE INDEX jobs_place_kind ON jobs (place, kind);
CREATE INDEX jobs_kind ON jobs (kind);
CREATE INDEX jobs_status ON jobs (status);

CREATE TABLE job_warnings (
  seq INTEGER PRIMARY KEY,
  job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX job_warnings_job ON job_warnings (job);

CREATE TABLE points (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  place TEXT NOT NULL,
  point TEXT NOT NULL,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX points_source_place ON points (source, place, at);
CREATE INDEX points_source ON points (source, at);
CREATE INDEX points_place ON points (place, at);
CREATE INDEX points_point ON points (point);
CREATE INDEX points_at ON points (at);
CREATE TABLE listings (place TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE proofs (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  place TEXT NOT NULL,
  point TEXT NOT NULL,
  passed INTEGER NOT NULL,
  doc TEXT NOT NULL
) STRICT;
CREATE INDEX proofs_source ON proofs (source);
CREATE INDEX proofs_source_place ON proofs (source, place);
CREATE INDEX proofs_place ON proofs (place);
CREATE INDEX proofs_point ON proofs (point);
CREATE INDEX proofs_at ON proofs (at);

CREATE TABLE probes (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, place TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX probes_place ON probes (place);
CREATE INDEX probes_at ON probes (at);
CREATE TABLE custody (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, destination TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX custody_destination ON custody (destination);
CREATE TABLE kit_records (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE kit_tests (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE restore_reports (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE alerts (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, open INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX alerts_open ON alerts (open);

CREATE TABLE due (id TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE flags (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
