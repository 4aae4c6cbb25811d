import type { Database } from 'better-sqlite3';
import { LifeboatError } from '../../shared/errors/index.ts';
import { withDatabase } from './failures.ts';
import type { RunText } from './store.ts';

const RUNS = `
  SELECT id, at, doc, json_valid(doc) AS isWhole FROM runs
  WHERE at >= ? AND status NOT IN ('scheduled', 'running')
    AND (NOT EXISTS (SELECT 1 FROM jobs WHERE run = runs.id) OR EXISTS (SELECT 1 FROM jobs WHERE run = runs.id AND kind <> 'seal'))
  ORDER BY seq`;
const JOBS = `
  SELECT jobs.id, run, jobs.doc, json_valid(jobs.doc) AS isWhole FROM runs JOIN jobs ON jobs.run = runs.id
  WHERE runs.at >= ? ORDER BY jobs.seq`;

interface Row {
  id: string;
  at: number;
  run: string;
  doc: string;
  isWhole: number;
}

/** See `History.texts`. */
export function runTexts(db: Database, since: number): readonly RunText[] {
  return withDatabase(db.name, () => {
    const jobs = Map.groupBy(wholeRows(db, JOBS, since), ({ run }) => run);
    return wholeRows(db, RUNS, since).map(({ id, at, doc }) => ({
      endedAt: at,
      run: doc,
      jobs: (jobs.get(id) ?? []).map((job) => job.doc),
    }));
  });
}

function wholeRows(db: Database, sql: string, since: number): Row[] {
  const rows = db.prepare<[number], Row>(sql).all(since);
  const damaged = rows.find(({ isWhole }) => isWhole === 0);
  if (damaged) throw new LifeboatError('store-damaged', { path: db.name, detail: `history ${damaged.id}` });
  return rows;
}
