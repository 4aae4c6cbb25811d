import { mkdirSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { resticOk } from '../support/restic.ts';
import { contentsBelow } from '../support/wasteful-site.ts';
import { describeWindows } from './support/describe-windows.ts';
import { PASSWORD } from './support/machine.ts';

/** How somebody may write where the pharmacy's folder is, and from which folder. */
const SPELLINGS: readonly (readonly [words: string, cwd: string])[] = [
  ['d:\\Pharmacy\\SCANS\\', 'D:\\'],
  ['D:/pharmacy/scans', 'D:\\'],
  ['d:scans', 'D:\\pharmacy'],
  ['\\pharmacy\\scans', 'D:\\pharmacy'],
  ['\\\\?\\D:\\pharmacy\\scans', 'D:\\'],
];

describeWindows('a path on Windows', (machine) => {
  const repository = 'D:\\repository';
  const restic = async (...args: string[]): Promise<string> =>
    await resticOk(args, { repo: machine().path('repository'), password: PASSWORD });
  const snapshots = async (): Promise<{ paths: string[] }[]> => JSON.parse(await restic('snapshots', '--json')) as { paths: string[] }[];

  beforeAll(async () => {
    mkdirSync(machine().path('pharmacy/scans'), { recursive: true });
    writeFileSync(machine().path('pharmacy/scans/rx.pdf'), 'a scan');
    await machine().ok(['init', '-r', repository]);
  });

  test.each(SPELLINGS)('written %j from %s is the same folder, and stands in the snapshot with its drive', async (words, cwd) => {
    await machine().ok(['backup', words, '--tag', 'spelt', '-r', repository], { cwd });
    expect((await snapshots()).at(-1)?.paths.map((path) => path.toLowerCase())).toEqual(['d:\\pharmacy\\scans']);
    expect((await snapshots()).at(-1)?.paths[0]).toMatch(/^D:/);
    const files = (await restic('ls', 'latest', '--tag', 'spelt')).split('\n').filter((line) => line.endsWith('rx.pdf'));
    expect(files.map((line) => line.toLowerCase())).toEqual(['/d/pharmacy/scans/rx.pdf']);
    expect(files[0]).toMatch(/^\/D\//);
  });

  test('that is relative keeps the folders it names', async () => {
    await machine().ok(['backup', 'pharmacy\\scans', '..\\pharmacy\\scans\\rx.pdf', '--tag', 'relative', '-r', repository]);
    expect(await restic('ls', 'latest', '--tag', 'relative')).toContain('\n/pharmacy/scans/rx.pdf');
  });

  test('names the repository and the target in every spelling', async () => {
    for (const [i, location] of ['\\\\?\\D:\\repository', 'd:repository', '\\repository', 'D:/repository'].entries()) {
      const target = ['\\\\?\\D:\\restored 0', 'd:restored 1', '\\restored 2', 'D:/restored 3'][i] as string;
      await machine().ok(['restore', 'latest:d:\\pharmacy\\scans', '--tag', 'spelt', '--target', target, '-r', location]);
      expect(contentsBelow(machine().path(`restored ${i}`))).toEqual({ 'rx.pdf': 'a scan' });
    }
  });

  test('of two drives: each is a folder of the snapshot', async () => {
    await machine().ok(['backup', 'D:\\pharmacy', 'C:\\lifeboat\\bin', '--tag', 'both', '-r', repository]);
    const listed = await restic('ls', 'latest', '--tag', 'both');
    expect(listed).toContain('\n/C/lifeboat/bin/lifeboat.js');
    expect(listed).toContain('\n/D/pharmacy/scans/rx.pdf');
  });

  test('that leads into the repository is refused as a target and left out of a backup, however it is spelt', async () => {
    const refused = await machine().lifeboat(['restore', 'latest', '--target', 'd:\\REPOSITORY\\inside', '-r', repository]);
    expect({ code: refused.code, said: refused.stderr }).toEqual({ code: 1, said: expect.stringContaining('repository') });
    await machine().ok(['backup', 'D:\\', '--exclude', 'restored*', '--tag', 'all', '-r', 'd:\\Repository']);
    expect(await restic('ls', 'latest', '--tag', 'all')).not.toContain('epository');
  });

  test('of a network folder that is not there is named, and nothing else happens', async () => {
    const { code, stderr } = await machine().lifeboat(['snapshots', '-r', '\\\\no-such-server\\share\\repository']);
    expect({ code, stderr }).toEqual({ code: 10, stderr: expect.stringContaining('\\\\no-such-server\\share\\repository') });
  });
});
