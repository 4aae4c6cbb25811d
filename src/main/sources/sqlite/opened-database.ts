import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database, { type Database as Connection } from 'better-sqlite3';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import { isQuestion } from '../facts/index.ts';
import type { OpenMode, Verbs } from './protocol.ts';
import { readEnvironment, readFacts } from './read-facts.ts';

/** Pages copied at a time while others may write, and how often a writer may make the copy begin again before it goes in one piece. */
const PAGES = 2000;
const RESTARTS = 3;
const ALL = 0x7fff_ffff;
const DAMAGES_NAMED = 20;

/** One database and what is done with it. Lives in a thread of its own. */
export class OpenedDatabase {
  readonly #db: Connection;

  constructor(path: string, mode: OpenMode, patience: number) {
    this.#db = new Database(path, { readonly: mode === 'live' && !isIdleWriteAhead(path), fileMustExist: true, timeout: patience });
    try {
      this.#prepare(mode);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /**
   * In write-ahead mode a transaction holds one state while others go on writing. In the other modes that would keep
   * writers out, so it is copied in pieces; SQLite begins anew when somebody writes between, in the end all at once.
   */
  async stage(to: string): Promise<void> {
    if (this.#isWriteAhead()) this.#hold();
    const progress = restartingProgress();
    try {
      await this.#db.backup(to, { progress });
    } finally {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
    }
  }

  check(isQuick: boolean): string[] {
    try {
      const found = this.#db.pragma(`${isQuick ? 'quick_check' : 'integrity_check'}(${DAMAGES_NAMED})`) as Record<string, string>[];
      return found.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
    } catch (error) {
      // Where the check itself cannot go on, that is what it found.
      if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT)/.test(error.code)) return [error.message];
      throw error;
    }
  }

  witness(tables: number): Verbs['witness']['answer'] {
    const isHeld = this.#isWriteAhead();
    if (isHeld) this.#hold();
    try {
      return { facts: readFacts(this.#db, tables), isExact: isHeld, atMost: [], environment: readEnvironment(this.#db) };
    } finally {
      if (isHeld) this.#db.exec('ROLLBACK');
    }
  }

  /** `question-refused` for anything but one value that is read. */
  ask({ name, sql }: Question): unknown {
    const statement = isQuestion(sql) ? this.#db.prepare<[], unknown[]>(sql) : undefined;
    if (statement === undefined || !statement.reader || !statement.readonly || statement.columns().length !== 1) {
      throw new LifeboatError('question-refused', { name });
    }
    const rows = statement.safeIntegers().raw().iterate();
    const answers = [...take(rows, 2)];
    if (answers.length > 1) throw new LifeboatError('question-refused', { name });
    return answers[0]?.[0];
  }

  settle(): void {
    if (this.#isWriteAhead()) this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#db.close();
  }

  #prepare(mode: OpenMode): void {
    this.#db.pragma('trusted_schema = OFF');
    if (mode !== 'sole') this.#db.pragma('query_only = ON');
    if (mode === 'sole') this.#db.pragma('locking_mode = EXCLUSIVE');
    // The first look at the file: says whether it is a database, and in sole mode keeps others out from here on.
    if (mode === 'sole') this.#db.exec('BEGIN EXCLUSIVE; COMMIT');
    this.#db.prepare('SELECT count(*) FROM sqlite_schema').get();
  }

  #isWriteAhead(): boolean {
    return this.#db.pragma('journal_mode', { simple: true }) === 'wal';
  }

  #hold(): void {
    this.#db.exec('BEGIN');
    this.#db.prepare('SELECT count(*) FROM sqlite_schema').get();
  }
}

/** Where the header gives the mode of reading, and what it says in write-ahead mode. */
const READ_VERSION = 19;
const WRITE_AHEAD = 2;

/**
 * Whether it is in write-ahead mode and nobody has it open. A connection that may only read would have to make a log and
 * could not remove it again; one that may write tidies up behind itself.
 */
function isIdleWriteAhead(path: string): boolean {
  if (existsSync(`${path}-wal`)) return false;
  const byte = Buffer.alloc(1);
  const file = openSync(path, 'r');
  try {
    return readSync(file, byte, 0, 1, READ_VERSION) === 1 && byte[0] === WRITE_AHEAD;
  } finally {
    closeSync(file);
  }
}

function restartingProgress(): (state: { totalPages: number; remainingPages: number }) => number {
  let [left, restarts] = [Number.POSITIVE_INFINITY, 0];
  return ({ remainingPages }) => {
    if (remainingPages > left) restarts += 1;
    left = remainingPages;
    return restarts >= RESTARTS ? ALL : PAGES;
  };
}

function* take<T>(rows: IterableIterator<T>, most: number): Generator<T> {
  let taken = 0;
  for (const row of rows) {
    yield row;
    taken += 1;
    if (taken === most) return;
  }
}
