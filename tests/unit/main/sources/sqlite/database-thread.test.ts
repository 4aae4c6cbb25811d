import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { askCopy } from '../../../../../src/main/sources/sqlite/ask.ts';
import { openDatabase, withDatabase } from '../../../../../src/main/sources/sqlite/database-thread.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

const signal = new AbortController().signal;
let scratch: Scratch;
let path: string;

beforeEach(() => {
  scratch = scratchFolder();
  path = join(scratch.path, 'a.db');
  const db = new Database(path);
  db.exec(`
    CREATE TABLE fills (id INTEGER PRIMARY KEY, filled_at INTEGER, birth_date TEXT, note TEXT, "odd ""name" TEXT, counted_on);
    INSERT INTO fills VALUES (1, 1764000000, '1950-01-02', '2026-01-01 Ana', '2026-11-24', NULL), (2, 1764003600, '1999-01-02', 'x', '2026-11-23', NULL);
    CREATE TABLE "empty one" (id);
    CREATE VIRTUAL TABLE words USING fts5(text);
  `);
  db.close();
});
afterEach(() => scratch.remove());

describe('openDatabase', () => {
  it('says at once that another program keeps the database to itself, and that trying again may help', async () => {
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    await expect(openDatabase(path, 'live', signal, 50)).rejects.toMatchObject({ code: 'source-busy', retryable: true });
    other.exec('COMMIT');
    const database = await openDatabase(path, 'live', signal, 50);
    await database.close();
    await database.close();
    other.close();
  });

  it('lets go of work that is aborted, however long SQLite is busy with it', async () => {
    const stop = new AbortController();
    const database = await openDatabase(path, 'own', stop.signal);
    const endless = database.do('ask', {
      name: 'x',
      sql: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000000) SELECT max(i) FROM n',
    });
    stop.abort();
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    await database.close();
  });
});

describe('questions', () => {
  it('are given up when they take too long', async () => {
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000000) SELECT max(i) FROM n';
    await expect(askCopy(path, { name: 'Slow', sql }, signal, 300)).rejects.toMatchObject({
      code: 'question-refused',
      data: { name: 'Slow' },
    });
  });

  it('give large numbers without loss', async () => {
    expect(await askCopy(path, { name: 'x', sql: 'SELECT 9007199254740993' }, signal)).toBe(9_007_199_254_740_993n);
  });
});

describe('witness', () => {
  it('has rows and dates of work, whatever a table is called, and no date of a person', async () => {
    const { facts } = await withDatabase(path, 'own', signal, async (database) => await database.do('witness', { tables: 12 }));
    expect(facts).toEqual([
      { kind: 'count', subject: 'rows:fills', value: 2 },
      { kind: 'date', subject: 'newest:fills.filled_at', value: '2025-11-24T17:00:00.000Z' },
      { kind: 'date', subject: 'newest:fills.odd "name', value: '2026-11-24' },
      { kind: 'date', subject: 'newest:fills.counted_on' },
      { kind: 'count', subject: 'rows:empty one', value: 0 },
    ]);
  });

  it('keeps to the largest tables', async () => {
    const { facts } = await withDatabase(path, 'own', signal, async (database) => await database.do('witness', { tables: 1 }));
    expect(facts.filter(({ kind }) => kind === 'count')).toEqual([{ kind: 'count', subject: 'rows:fills', value: 2 }]);
  });
});
