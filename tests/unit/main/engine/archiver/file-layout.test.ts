import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from '@jest/globals';
import { fileLayout } from '../../../../../src/main/engine/archiver/file-layout.ts';
import { withScratch } from '../../../../support/scratch.ts';

const MB = 1_000_000;

describe('what a file looks like', () => {
  test('a SQLite database is known by its header, whatever its name, with its page size', async () => {
    await withScratch(async (folder) => {
      for (const page of [1024, 4096, 65536]) {
        const path = join(folder, `rx-${page}.bin`);
        const database = new Database(path);
        database.pragma(`page_size = ${page}`);
        database.exec('CREATE TABLE rx (id INTEGER PRIMARY KEY)');
        database.close();
        expect(await fileLayout(path, 2 * MB)).toEqual({ layout: 'pages', page });
      }
    });
  });

  test.each([
    ['a SQL Server backup', 'nightly.bak', Buffer.from('TAPE'), { layout: 'pages', page: 8192 }],
    ['a SQL Server data file', 'pharmacy.mdf', Buffer.from([1, 15]), { layout: 'pages', page: 8192 }],
    ['an InnoDB table', 'fills.ibd', Buffer.alloc(4), { layout: 'pages', page: 16384 }],
    ['a Btrieve file', 'PATIENT.BTR', Buffer.from('FC'), { layout: 'pages', page: 4096 }],
    ['a dump', 'rx.sql', Buffer.from('-- PostgreSQL'), { layout: 'dump' }],
    ['a zip that is called a backup', 'vendor.bak', Buffer.from('PK\x03\x04'), undefined],
    ['a picture', 'scan.png', Buffer.from('\x89PNG', 'latin1'), undefined],
    ['a name without extension in a folder with one', 'old.sql/readme', Buffer.from('text'), undefined],
  ])('%s', async (_what, name, header, expected) => {
    await withScratch(async (folder) => {
      const path = join(folder, name.replace('/', '-folder-'));
      writeFileSync(path, Buffer.concat([header, Buffer.alloc(64)]));
      expect(await fileLayout(path, 2 * MB)).toEqual(expected);
      expect(await fileLayout(path, 1000)).toBeUndefined();
    });
  });

  test('a file that cannot be opened is judged by its name', async () => {
    expect(await fileLayout('/nowhere/pharmacy.mdf', 2 * MB)).toEqual({ layout: 'pages', page: 8192 });
  });
});
