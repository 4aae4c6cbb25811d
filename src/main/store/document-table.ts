import type { Database, Statement } from 'better-sqlite3';
import type { z } from 'zod';
import { LifeboatError } from '../../shared/errors/index.ts';
import { withDatabase } from './failures.ts';
import { frozen } from './frozen.ts';

export type Cell = string | number | null;
export type Columns = Record<string, Cell>;

/** How documents of one kind lie in a table. */
export interface TableLayout<T> {
  name: string;
  schema: z.ZodType<T>;
  /** The document's own name in the table; undefined: the table has none. */
  id?: (value: T) => string;
  /** What queries look for. */
  columns?: (value: T) => Columns;
}

/** A condition in SQL with `?` for its values; those of a query must all hold. */
export interface Condition {
  sql: string;
  values: readonly Cell[];
}

export interface Query {
  where?: readonly Condition[];
  /** Columns and directions; the order of adding, newest first, by default. */
  order?: string;
  limit?: number | undefined;
}

/** More than there can be; SQLite takes no larger limit from us. */
const MOST = 2 ** 31;

/** What a row has beside its document, for changes that keep it. */
type Row = { id: string; doc: string };

/** A table of documents: checked by the model's schema on the way in and out, so that what is read is whole or said to be damaged. */
export class DocumentTable<T> {
  private readonly db: Database;
  private readonly layout: TableLayout<T>;
  private readonly statements = new Map<string, Statement<Cell[]>>();

  constructor(db: Database, layout: TableLayout<T>) {
    this.db = db;
    this.layout = layout;
  }

  /** Adds it as the newest. `internal` if one with its id is there. */
  insert(value: T): void {
    this.write(value, { orElse: '' });
  }

  /** Adds it, or takes the place of the one with its id, which keeps its place in the order. */
  put(value: T): void {
    const columns = Object.keys(this.cells(value)).filter((name) => name !== 'id');
    this.write(value, { orElse: ` ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}` });
  }

  /** Adds it as older than everything; one with its id stays. */
  insertPast(value: T): void {
    this.write(value, {
      orElse: ' ON CONFLICT (id) DO NOTHING',
      seq: `(SELECT min(0, coalesce(min(seq), 0)) - 1 FROM ${this.layout.name})`,
    });
  }

  get(id: string): T | undefined {
    return this.select({ where: [{ sql: 'id = ?', values: [id] }], limit: 1 })[0];
  }

  select({ where = [], order = 'seq DESC', limit }: Query = {}): readonly T[] {
    const { name } = this.layout;
    const end = limit === undefined ? '' : ' LIMIT ?';
    // Some tables have no id of their own.
    const id = this.layout.id ? 'id' : 'seq AS id';
    const sql = `SELECT ${id}, doc FROM ${name}${conditions(where)} ORDER BY ${order}${end}`;
    const values = [
      ...where.flatMap((condition) => condition.values),
      ...(limit === undefined ? [] : [Math.min(Math.max(0, Math.trunc(limit)), MOST)]),
    ];
    return this.safely(() => this.statement(sql).all(...values) as Row[]).map((row) => this.read(row));
  }

  delete(where: readonly Condition[]): number {
    const sql = `DELETE FROM ${this.layout.name}${conditions(where)}`;
    return this.safely(() => this.statement(sql).run(...where.flatMap(({ values }) => values)).changes);
  }

  private write(value: T, { orElse, seq }: { orElse: string; seq?: string }): void {
    const cells = this.cells(value);
    const names = Object.keys(cells);
    const into = [...(seq === undefined ? [] : ['seq']), ...names].join(', ');
    const from = [...(seq === undefined ? [] : [seq]), ...names.map(() => '?')].join(', ');
    const sql = `INSERT INTO ${this.layout.name} (${into}) VALUES (${from})${orElse}`;
    this.safely(() => this.statement(sql).run(...Object.values(cells)));
  }

  private cells(value: T): Columns {
    const { name, schema, id, columns } = this.layout;
    const checked = schema.safeParse(value);
    if (!checked.success) throw new LifeboatError('internal', { detail: `store: not fit for ${name}: ${placesOf(checked.error)}` });
    return { ...(id && { id: id(checked.data) }), ...columns?.(checked.data), doc: JSON.stringify(checked.data) };
  }

  private read({ id, doc }: Row): T {
    const checked = this.layout.schema.safeParse(parsed(doc));
    if (checked.success) return frozen(checked.data);
    throw new LifeboatError('store-damaged', { path: this.db.name, detail: `${this.layout.name} ${id}` });
  }

  private statement(sql: string): Statement<Cell[]> {
    const known = this.statements.get(sql) ?? this.db.prepare<Cell[]>(sql);
    this.statements.set(sql, known);
    return known;
  }

  private safely<R>(work: () => R): R {
    return withDatabase(this.db.name, work);
  }
}

/** `column = value`, or nothing where no value is asked for. */
export function equals(column: string, value: Cell | undefined): readonly Condition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, values: [value] }];
}

export function oneOf(column: string, values: readonly string[] | undefined): readonly Condition[] {
  return values === undefined ? [] : [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }];
}

export function since(column: string, moment: string | undefined): readonly Condition[] {
  return moment === undefined ? [] : [{ sql: `${column} >= ?`, values: [milliseconds(moment)] }];
}

/**
 * Lets SQLite look the first condition up in an index and try the others on what it finds: it has no numbers of its own
 * about the table, and a lookup by a status that nearly all rows have reads years of them.
 */
export function firstByIndex(where: readonly Condition[]): readonly Condition[] {
  return where.map((condition, at) => (at === 0 ? condition : { ...condition, sql: `+${condition.sql}` }));
}

/** An RFC 3339 moment as milliseconds since 1970. `internal` if it is none. */
export function milliseconds(moment: string): number {
  const value = Date.parse(moment);
  if (Number.isNaN(value)) throw new LifeboatError('internal', { detail: 'store: not a moment' });
  return value;
}

function conditions(where: readonly Condition[]): string {
  return where.length === 0 ? '' : ` WHERE ${where.map(({ sql }) => sql).join(' AND ')}`;
}

/** Where a document does not fit, never what stands there. */
function placesOf(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
}

function parsed(doc: string): unknown {
  try {
    return JSON.parse(doc);
  } catch {
    return undefined;
  }
}
