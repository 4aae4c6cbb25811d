import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { restic, resticOk } from '../support/restic.ts';
import { contentsBelow } from '../support/wasteful-site.ts';
import { describeWindows } from './support/describe-windows.ts';
import { PASSWORD } from './support/machine.ts';

const DATABASE = randomBytes(3_000_000);
const FILES: Readonly<Record<string, string | Buffer>> = {
  'rx.db': DATABASE,
  'scans/2026/Año – Müller.pdf': 'scan of a prescription',
  'scans/2026/日本 😀.txt': 'a name beyond the first plane',
  'scans/empty.log': '',
  'Controlled substances/C-II.csv': 'drug;count\n'.repeat(5000),
};

function write(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const EXPECTED = Object.fromEntries(Object.entries(FILES).filter(([name]) => name !== 'rx.db'));

/** The files, the database told by its hash, for a failure that can be read. */
function picture(folder: string): unknown {
  const { 'rx.db': _database, ...others } = contentsBelow(folder);
  return { database: hashOf(join(folder, 'rx.db')), others };
}
const PICTURE = { database: createHash('sha256').update(DATABASE).digest('hex'), others: EXPECTED };

describeWindows('a repository written on Windows', (machine) => {
  const repository = 'D:\\repository';
  const byRestic = async (...args: string[]): Promise<string> =>
    await resticOk(args, { repo: machine().path('repository'), password: PASSWORD });

  beforeAll(async () => {
    write(machine().path('pharmacy'), FILES);
    linkSync(machine().path('pharmacy/scans/empty.log'), machine().path('pharmacy/scans/linked.log'));
    await machine().ok(['init', '-r', repository]);
    await machine().ok(['backup', 'D:\\pharmacy', '-r', repository]);
  });

  test('is sound to stock restic, which shows the paths as it writes them on Windows itself', async () => {
    expect(await byRestic('check', '--read-data')).toContain('no errors were found');
    expect(JSON.parse(await byRestic('snapshots', '--json'))).toMatchObject([{ paths: ['D:\\pharmacy'] }]);
    expect(await byRestic('ls', 'latest')).toContain('/D/pharmacy/Controlled substances/C-II.csv');
  });

  test('is restored by stock restic with the same bytes', async () => {
    await byRestic('restore', 'latest', '--target', machine().path('by-restic'));
    const { database, others } = picture(machine().path('by-restic/D/pharmacy')) as typeof PICTURE;
    expect({ database, others }).toEqual({ ...PICTURE, others: { ...EXPECTED, 'scans/linked.log': '' } });
  });

  test('takes snapshots and pruning of stock restic, and Windows finds it sound and restores those', async () => {
    write(machine().path('linux'), { ...FILES, 'added.txt': 'by restic' });
    await resticOk(['backup', '.'], { repo: machine().path('repository'), password: PASSWORD, cwd: machine().path('linux') });
    await byRestic('forget', '--keep-last', '1', '--group-by', '', '--prune');
    expect(await machine().ok(['check', '--read-data', '-r', repository])).not.toBe('');
    await machine().ok(['restore', 'latest', '--target', 'D:\\of restic', '--verify', '-r', repository]);
    expect(picture(machine().path('of restic'))).toEqual({ ...PICTURE, others: { ...EXPECTED, 'added.txt': 'by restic' } });
  });
});

describeWindows('a repository made by stock restic', (machine) => {
  const repository = 'D:\\by restic';

  beforeAll(async () => {
    write(machine().path('linux'), FILES);
    const there = { repo: machine().path('by restic'), password: PASSWORD, cwd: machine().path('linux') };
    await resticOk(['init', '--repository-version', '2'], there);
    await resticOk(['backup', '.', '--tag', 'linux'], there);
  });

  test('is sound to Lifeboat on Windows, and restored there with the same bytes', async () => {
    await machine().ok(['check', '--read-data', '-r', repository]);
    await machine().ok(['restore', 'latest', '--target', 'D:\\restored', '--verify', '-r', repository]);
    expect(picture(machine().path('restored'))).toEqual(PICTURE);
  });

  test('takes a backup from Windows of the same files without storing their bytes again; restic and Lifeboat both find it sound', async () => {
    write(machine().path('pharmacy'), FILES);
    await machine().ok(['backup', 'D:\\pharmacy', '-r', repository]);
    await machine().ok(['forget', '--keep-last', '1', '--group-by', '', '--prune', '-r', repository]);
    const there = { repo: machine().path('by restic'), password: PASSWORD };
    expect(await resticOk(['check', '--read-data'], there)).toContain('no errors were found');
    await resticOk(['restore', 'latest', '--target', machine().path('back')], there);
    expect(picture(machine().path('back/D/pharmacy'))).toEqual(PICTURE);
  });

  test('has no lock of Windows left in it', async () => {
    const there = { repo: machine().path('by restic'), password: PASSWORD };
    expect((await restic(['list', 'locks'], there)).stdout).toBe('');
  });
});
