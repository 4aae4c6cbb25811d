import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../../src/main/store/database.ts';
import { MIGRATIONS, type Migration } from '../../../../src/main/store/migrations/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { withScratch } from '../../../support/scratch.ts';
import { aSource, databaseIn, storeIn } from '../../../support/stored.ts';

const adding = (table: string): Migration => ({ name: table, run: (db) => db.exec(`CREATE TABLE ${table} (x)`) });

describe('opening the store', () => {
  it('makes the file for its owner alone, durable, and finds it again', async () => {
    await withScratch((folder) => {
      const made = storeIn(folder);
      made.store.sources.put(aSource('a'));
      if (process.platform !== 'win32') {
        for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
      }
      made.store.close();
      const { store, state } = storeIn(folder);
      expect([made.state, state]).toEqual(['created', 'opened']);
      store.close();
      const { db } = openDatabase(databaseIn(folder), new ManualTime(), MIGRATIONS);
      const pragmas = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => db.pragma(name, { simple: true }));
      db.close();
      expect(pragmas).toEqual(['wal', 2, 1]);
    });
  });

  it.each([
    ['cut in half', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096)],
    ['empty', (path: string) => truncateSync(path, 0)],
    ['something else', (path: string) => writeFileSync(path, 'Dear Sir or Madam, '.repeat(500))],
    ['overwritten in the middle', (path: string) => overwrite(path, 4096, 8192)],
    ['another program’s database', otherDatabase],
  ])('sets a file aside that is %s', async (_, damage) => {
    await withScratch((folder) => {
      const path = databaseIn(folder);
      const first = storeIn(folder).store;
      for (let number = 0; number < 50; number++) first.sources.put(aSource(`s${number}`, { exclude: ['x'.repeat(200)] }));
      first.close();
      damage(path);
      const damaged = readFileSync(path);
      const opened = storeIn(folder, new ManualTime({ wall: '2026-03-01T08:00:00Z' }));
      expect([opened.state, 'setAside' in opened && opened.setAside]).toEqual(['set-aside', `${path}.damaged-20260301T080000Z`]);
      expect(opened.store.sources.list()).toEqual([]);
      opened.store.close();
      expect(readFileSync(`${path}.damaged-20260301T080000Z`).equals(damaged)).toBe(true);
      // What should fill it may not have been in reach.
      const still = storeIn(folder);
      expect('setAside' in still && still.setAside).toBe(`${path}.damaged-20260301T080000Z`);
      still.store.sources.put(aSource('a'));
      still.store.close();
      const again = storeIn(folder);
      again.store.close();
      expect(again.state).toBe('opened');
    });
  });

  it('never sets two files aside under one name, nor reads the old log into the new file', async () => {
    await withScratch((folder) => {
      const path = databaseIn(folder);
      for (const expected of [`${path}.damaged-20260301T080000Z`, `${path}.damaged-20260301T080000Z-2`]) {
        storeIn(folder).store.close();
        const { store } = storeIn(folder);
        store.sources.put(aSource('a'));
        copyFileSync(`${path}-wal`, join(folder, 'log'));
        store.close();
        copyFileSync(join(folder, 'log'), `${path}-wal`);
        writeFileSync(path, 'no database at all, but long enough to look at'.repeat(100));
        const opened = storeIn(folder);
        expect('setAside' in opened && opened.setAside).toBe(expected);
        expect(opened.store.sources.list()).toEqual([]);
        opened.store.close();
        expect([existsSync(expected), existsSync(`${expected}-wal`)]).toEqual([true, true]);
      }
    });
  });

  it('refuses what a newer program wrote, and leaves it as it is', async () => {
    await withScratch((folder) => {
      const path = databaseIn(folder);
      openDatabase(path, new ManualTime(), [...MIGRATIONS, adding('future')]).db.close();
      const before = readFileSync(path);
      expect(() => storeIn(folder)).toThrow(expect.objectContaining({ code: 'store-too-new', data: { path, version: 2, known: 1 } }));
      expect(readFileSync(path).equals(before)).toBe(true);
    });
  });

  it('copies the store before it changes its shape, and keeps the last three copies', async () => {
    await withScratch((folder) => {
      const path = databaseIn(folder);
      const time = new ManualTime({ wall: '2026-03-01T08:00:00Z' });
      const { store } = storeIn(folder);
      store.sources.put(aSource('a'));
      store.close();
      const migrations = [...MIGRATIONS];
      for (let version = 2; version <= 6; version++) {
        migrations.push(adding(`t${version}`));
        time.jump(60_000);
        openDatabase(path, time, migrations).db.close();
      }
      const copies = readdirSync(folder).filter((name) => name.endsWith('.backup'));
      expect(copies.sort()).toEqual(
        ['3-20260301T080300Z', '4-20260301T080400Z', '5-20260301T080500Z'].map((end) => `lifeboat.sqlite.v${end}.backup`),
      );
      const copy = new Database(join(folder, copies[0] as string), { readonly: true });
      expect(copy.pragma('user_version', { simple: true })).toBe(3);
      expect(copy.prepare('SELECT id FROM sources').pluck().all()).toEqual(['a']);
      copy.close();
    });
  });

  it('goes back to the old shape when a step fails', async () => {
    await withScratch((folder) => {
      const path = databaseIn(folder);
      storeIn(folder).store.close();
      const failing: Migration = {
        name: 'failing',
        run: (db) => {
          db.exec('CREATE TABLE half (x)');
          throw new Error('cannot');
        },
      };
      expect(() => openDatabase(path, new ManualTime(), [...MIGRATIONS, adding('good'), failing])).toThrow('cannot');
      const db = new Database(path, { readonly: true });
      expect(db.pragma('user_version', { simple: true })).toBe(2);
      expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('good', 'half')").pluck().all()).toEqual(['good']);
      db.close();
    });
  });
});

function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(file);
}

function otherDatabase(path: string): void {
  truncateSync(path, 0);
  const db = new Database(path);
  db.exec('CREATE TABLE mine (x)');
  db.close();
}
