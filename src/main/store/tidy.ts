import type { Database } from 'better-sqlite3';
import { withDatabase } from './failures.ts';

/** Years that documentation of safeguards must be kept (45 CFR 164.316(b)(2)(i)). */
const HISTORY_YEARS = 6;
const WARNING_YEARS = 1;

/** Deletes history that is older than must be kept; the newest of each kind of record stays, however old. How many rows went. */
export function tidy(db: Database, now: Date): number {
  const old = yearsBefore(now, HISTORY_YEARS);
  return withDatabase(db.name, () =>
    db
      .transaction(() => {
        const warnings = db
          .prepare('DELETE FROM job_warnings WHERE job IN (SELECT id FROM jobs WHERE at < ?)')
          .run(yearsBefore(now, WARNING_YEARS));
        const rest = STATEMENTS.map((sql) => db.prepare(sql).run(old).changes);
        return rest.reduce((sum, changes) => sum + changes, warnings.changes);
      })
      .immediate(),
  );
}

const STATEMENTS = [
  // Before their runs, so that they are counted.
  'DELETE FROM jobs WHERE run IN (SELECT id FROM runs WHERE at < ?)',
  'DELETE FROM runs WHERE at < ?',
  allButNewest('proofs', 'source, place, passed'),
  allButNewest('probes', 'place'),
  allButNewest('custody', "destination, doc ->> '$.disk'"),
  allButNewest('kit_records', "doc ->> '$.holder'"),
  allButNewest('kit_tests', "doc ->> '$.holder'"),
  'DELETE FROM restore_reports WHERE at < ?',
  'DELETE FROM alerts WHERE at < ? AND open = 0',
];

function allButNewest(table: string, group: string): string {
  return `DELETE FROM ${table} WHERE at < ? AND seq NOT IN (SELECT max(seq) FROM ${table} GROUP BY ${group})`;
}

function yearsBefore(now: Date, years: number): number {
  const then = new Date(now);
  return then.setUTCFullYear(then.getUTCFullYear() - years);
}
