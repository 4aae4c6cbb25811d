import type { Database } from 'better-sqlite3';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import { epochDate, isPrivateName, isTellingName, writtenDate } from '../facts/index.ts';

/** At most so many date columns a table: they cost a walk through it each. */
const DATES_PER_TABLE = 3;
/** Rows looked at to see what a column holds. */
const SAMPLE = 5;

interface Column {
  name: string;
  type: string;
}

/** Row counts of the largest tables, and the newest dates in them. */
export function readFacts(db: Database, tables: number): WitnessFact[] {
  const counted = tableNames(db).map((name) => ({ name, rows: count(db, name) }));
  const largest = counted.toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)).slice(0, tables);
  return largest.flatMap(({ name, rows }) => [
    { kind: 'count' as const, subject: `rows:${name}`, value: rows },
    ...dateColumns(db, name).map((column) => newest(db, name, column)),
  ]);
}

/** What helps to open the data again. */
export function readEnvironment(db: Database): Record<string, string> {
  const value = (pragma: string): string => String(db.pragma(pragma, { simple: true }));
  const names = ['page_size', 'user_version', 'application_id', 'encoding', 'journal_mode', 'auto_vacuum'];
  const version = db.prepare('SELECT sqlite_version()').pluck().get();
  return { engine: 'sqlite', sqlite_version: String(version), ...Object.fromEntries(names.map((name) => [name, value(name)])) };
}

function tableNames(db: Database): string[] {
  // Virtual tables need their module, and their shadow tables are counted with them by nobody.
  const rows = db.prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name`).pluck();
  return rows.all().filter((name) => !name.startsWith('sqlite_'));
}

function count(db: Database, table: string): number {
  return Number(
    db
      .prepare(`SELECT count(*) FROM ${quoted(table)}`)
      .pluck()
      .get(),
  );
}

function dateColumns(db: Database, table: string): string[] {
  const columns = db.pragma(`table_xinfo(${quoted(table)})`) as Column[];
  const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${quoted(table)} LIMIT ${SAMPLE}`).all();
  const isDate = ({ name, type }: Column): boolean => {
    if (isPrivateName(name)) return false;
    const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);
    if (values.length > 0 && values.every((value) => writtenDate(value) !== undefined)) return true;
    const isNamed = isTellingName(name) || /date|timestamp/i.test(type);
    return isNamed && values.every((value) => epochDate(value) !== undefined || writtenDate(value) !== undefined);
  };
  return columns
    .filter(isDate)
    .map(({ name }) => name)
    .slice(0, DATES_PER_TABLE);
}

/** Text that looks like a date, else numbers: other values of the same column do not stand in the way. */
function newest(db: Database, table: string, column: string): WitnessFact {
  const name = quoted(column);
  const written = `CASE WHEN typeof(${name}) = 'text' AND ${name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN ${name} END`;
  const number = `CASE WHEN typeof(${name}) IN ('integer', 'real') THEN ${name} END`;
  const row = db
    .prepare<[], { text: unknown; number: unknown }>(`SELECT max(${written}) AS text, max(${number}) AS number FROM ${quoted(table)}`)
    .get();
  const value = writtenDate(row?.text) ?? epochDate(row?.number);
  return { kind: 'date', subject: `newest:${table}.${column}`, ...(value !== undefined && { value }) };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
