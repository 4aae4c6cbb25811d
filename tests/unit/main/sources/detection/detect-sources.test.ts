import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { systemClock } from '../../../../../src/main/clock.ts';
import { foldersToLookInto } from '../../../../../src/main/sources/detection/folders.ts';
import { folderKind } from '../../../../../src/main/sources/folder/index.ts';
import type { DetectionGround } from '../../../../../src/main/sources/kind.ts';
import { sqliteKind } from '../../../../../src/main/sources/sqlite/index.ts';
import { patternOf } from '../../../../../src/main/sources/vendor-file/detect.ts';
import { vendorFileKind } from '../../../../../src/main/sources/vendor-file/index.ts';
import { ManualTime } from '../../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

const DAY = 86_400_000;
let scratch: Scratch;

beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

function ground(changes: Partial<DetectionGround> = {}): DetectionGround {
  return { folders: [scratch.path], clock: systemClock, limit: 60_000, signal: new AbortController().signal, ...changes };
}

async function file(path: string, bytes: Buffer | string = 'x', daysOld = 0): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
  const moment = new Date(systemClock.now().getTime() - daysOld * DAY);
  await utimes(path, moment, moment);
}

function database(path: string): void {
  const db = new Database(path);
  db.exec(
    'CREATE TABLE t (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO t SELECT hex(randomblob(30)) FROM n',
  );
  db.close();
}

describe('SQLite databases', () => {
  it('are found by what they are, with the tier their path suggests', async () => {
    await file(join(scratch.path, 'RxPro', 'readme.txt'));
    database(join(scratch.path, 'RxPro', 'Dispensing.dat'));
    await file(join(scratch.path, 'RxPro', 'fake.db'), Buffer.alloc(200_000, 'SQLite'));
    const found = await sqliteKind.detect(ground());
    expect(found).toMatchObject([
      {
        source: {
          kind: 'sqlite',
          id: 'dispensing',
          name: 'Dispensing',
          tier: 'critical',
          path: join(scratch.path, 'RxPro', 'Dispensing.dat'),
        },
        isInUse: false,
      },
    ]);
  });

  it('are left alone when small, old, or in a folder of the system', async () => {
    await file(join(scratch.path, 'small.db'), 'SQLite format 3\0');
    database(join(scratch.path, 'old.db'));
    await utimes(join(scratch.path, 'old.db'), 0, 0);
    await mkdir(join(scratch.path, 'Windows'));
    database(join(scratch.path, 'Windows', 'system.db'));
    expect(await sqliteKind.detect(ground())).toEqual([]);
  });

  it('are looked for as long as there is time, and until aborted', async () => {
    database(join(scratch.path, 'a.db'));
    expect(await sqliteKind.detect(ground({ limit: 0 }))).toEqual([]);
    expect(await sqliteKind.detect(ground({ clock: new ManualTime({ wall: '2026-11-24T10:00:00Z' }) }))).toHaveLength(1);
    await expect(sqliteKind.detect(ground({ signal: AbortSignal.abort() }))).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe("vendors' backups", () => {
  it('are several recent files that differ in a date', async () => {
    const folder = join(scratch.path, 'PMS Backup');
    for (const day of [1, 2, 3]) await file(join(folder, `PMS_2026112${day}_2200.bak`), 'TAPE', 4 - day);
    for (const day of [1, 2, 3]) await file(join(folder, `gone_2019010${day}.zip`), 'PK', 900);
    await file(join(folder, 'one_20261124.sql'));
    expect(await vendorFileKind.detect(ground())).toMatchObject([
      { source: { kind: 'vendor-file', id: 'pms-backup-pms', tier: 'critical', folder, pattern: 'PMS_*.bak', maxAgeHours: 26 }, bytes: 4 },
    ]);
  });

  it.each([
    ['PMS_20261124_2200.bak', 'PMS_*.bak'],
    ['2026-11-24T22.00.zip', '*.zip'],
    ['data7.SRB', 'data*.SRB'],
    ['data.bak', undefined],
    ['scan1.tif', undefined],
  ])('%s is one of %s', (name, pattern) => {
    expect(patternOf(name)).toBe(pattern);
  });
});

describe('folders of scans', () => {
  it('are found with many images, as one where there is a folder a day', async () => {
    for (const day of ['20', '21', '23', '24'])
      for (let scan = 0; scan < 15; scan += 1) await file(join(scratch.path, 'Rx', 'Scans', `2026-11-${day}`, `${scan}.tif`), 'II*');
    for (let page = 0; page < 10; page += 1) await file(join(scratch.path, 'Few', `${page}.pdf`));
    const found = await folderKind.detect(ground());
    expect(found).toMatchObject([
      { source: { kind: 'folder', tier: 'important', paths: [join(scratch.path, 'Rx', 'Scans')] }, bytes: 180 },
    ]);
  });
});

describe('folders to look into', () => {
  it('are the drives and program data of Windows, the likeliest first', () => {
    const folders = foldersToLookInto('win32', { ProgramData: 'C:\\ProgramData', ProgramFiles: 'C:\\Program Files' }, 'C:\\Users\\Ana');
    expect(folders[0]).toBe('C:\\NewTech');
    expect(folders).toEqual(expect.arrayContaining(['C:\\ProgramData', 'D:\\', 'C:\\Users\\Ana\\Documents']));
    expect(foldersToLookInto('linux', {}, '/home/ana')).toContain('/home/ana');
  });
});
