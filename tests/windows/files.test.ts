import { lstatSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { linuxNative } from '../../src/main/engine/filesystem/native/index.ts';
import { jsonLines } from '../support/command-line.ts';
import { resticOk } from '../support/restic.ts';
import { contentsBelow } from '../support/wasteful-site.ts';
import { describeWindows } from './support/describe-windows.ts';
import { PASSWORD } from './support/machine.ts';
import { detailsOn, type FileDetails, giveDetailsOn, whileHeldOn } from './support/programs/index.ts';

const READ_ONLY = 0x1;
const HIDDEN = 0x2;
const SYSTEM = 0x4;
const ARCHIVE = 0x20;

/** 2026-01-02T03:04:05.1234567Z and 2001-09-09T01:46:40.7654321Z as FILETIME. */
const MODIFIED = '134117966451234567';
const EARLIER = '126444700007654321';

describeWindows('files on Windows', (machine) => {
  const repository = ['-r', 'D:\\repository'];
  const restic = async (...args: string[]): Promise<string> =>
    await resticOk(args, { repo: machine().path('repository'), password: PASSWORD });
  const write = (name: string, content: string): void => {
    mkdirSync(machine().path(name, '..'), { recursive: true });
    writeFileSync(machine().path(name), content);
  };

  beforeAll(async () => {
    await machine().ok(['init', ...repository]);
  });

  test('with paths far longer than 260 characters come and go', async () => {
    const long = Array.from({ length: 12 }, (_, i) => `${i}`.padEnd(45, 'x')).join('/');
    write(`long/${long}/deep.txt`, 'at the bottom');
    write(`long/${'n'.repeat(250)}.txt`, 'a long name');
    await machine().ok(['backup', 'D:\\long', '--tag', 'long', ...repository]);
    await machine().ok(['restore', 'latest:D:\\long', '--tag', 'long', '--target', 'D:\\long again', '--verify', ...repository]);
    const expected = { [`${long}/deep.txt`]: 'at the bottom', [`${'n'.repeat(250)}.txt`]: 'a long name' };
    expect(contentsBelow(machine().path('long again'))).toEqual(expected);
    const inside = `latest:D:\\long\\${long.replaceAll('/', '\\')}`;
    await machine().ok(['restore', inside, '--tag', 'long', '--target', 'D:\\bottom', ...repository]);
    expect(contentsBelow(machine().path('bottom'))).toEqual({ 'deep.txt': 'at the bottom' });
  });

  describe('keep their details', () => {
    const details: FileDetails = { attributes: READ_ONLY | HIDDEN | SYSTEM | ARCHIVE, modified: MODIFIED };
    const plain: FileDetails = { attributes: ARCHIVE, modified: EARLIER };

    beforeAll(async () => {
      write('details/special.txt', 'special');
      write('details/plain.txt', 'plain');
      await giveDetailsOn(machine(), 'D:\\details\\special.txt', details);
      await giveDetailsOn(machine(), 'D:\\details\\plain.txt', plain);
      await giveDetailsOn(machine(), 'D:\\details', { attributes: HIDDEN, modified: MODIFIED });
      await machine().ok(['backup', 'D:\\details', '--tag', 'details', ...repository]);
      await machine().ok(['restore', 'latest:/D', '--tag', 'details', '--target', 'D:\\restored', ...repository]);
    });

    test('attributes and modification times, to the last 100 nanoseconds', async () => {
      const [special, other] = await detailsOn(machine(), 'D:\\restored\\details\\special.txt', 'D:\\restored\\details\\plain.txt');
      expect({ special, other }).toEqual({ special: details, other: plain });
    });

    test('of folders too', async () => {
      const [folder] = await detailsOn(machine(), 'D:\\restored\\details');
      expect((folder?.attributes ?? 0) & (HIDDEN | READ_ONLY)).toBe(HIDDEN);
      expect(folder).toMatchObject({ modified: MODIFIED });
    });

    test('and a second backup reads none of them again', async () => {
      const lines = jsonLines(await machine().ok(['backup', 'D:\\details', '--tag', 'details', '--json', ...repository]));
      expect(lines.at(-1)).toMatchObject({ files_new: 0, files_changed: 0, files_unmodified: 2 });
    });

    test('stock restic gives Linux the same time', async () => {
      await restic('restore', 'latest', '--tag', 'details', '--target', machine().path('by-restic'));
      expect(lstatSync(machine().path('by-restic/D/details/special.txt'), { bigint: true }).mtimeNs).toBe(1_767_323_045_123_456_700n);
    });

    test('a time that Linux has to the nanosecond arrives as exactly as Windows can have it', async () => {
      write('linux/exact.txt', 'exact');
      linuxNative()?.setTimes(machine().path('linux/exact.txt'), 1_767_323_045_123_456_789n, 1_767_323_045_123_456_789n);
      await resticOk(['backup', '.', '--tag', 'linux'], {
        repo: machine().path('repository'),
        password: PASSWORD,
        cwd: machine().path('linux'),
      });
      const restore = ['restore', 'latest', '--tag', 'linux', '--target', 'D:\\from linux', '--json', ...repository];
      await machine().ok(restore);
      expect(await detailsOn(machine(), 'D:\\from linux\\exact.txt')).toMatchObject([{ modified: MODIFIED }]);
      expect(jsonLines(await machine().ok([...restore, '--overwrite', 'if-changed'])).at(-1)).toMatchObject({ files_replaced: 0 });
    });

    test('a restore replaces a changed file that is read-only and hidden', async () => {
      await giveDetailsOn(machine(), 'D:\\restored\\details\\special.txt', plain);
      write('restored/details/special.txt', 'changed');
      await giveDetailsOn(machine(), 'D:\\restored\\details\\special.txt', details);
      await machine().ok(['restore', 'latest:/D', '--tag', 'details', '--target', 'D:\\restored', ...repository]);
      expect(readFileSync(machine().path('restored/details/special.txt'), 'utf8')).toBe('special');
      expect(await detailsOn(machine(), 'D:\\restored\\details\\special.txt')).toEqual([details]);
    });
  });

  describe('held by another process', () => {
    beforeAll(() => {
      write('held/rx.db', 'the database');
      write('held/free.txt', 'free');
    });

    test('are told and left out of a backup, which keeps the others and ends with warnings', async () => {
      const words = ['backup', 'D:\\held', '--tag', 'held', '--json', ...repository];
      const { code, stdout } = await whileHeldOn(machine(), 'D:\\held\\rx.db', words);
      const objects = jsonLines(stdout);
      expect(code).toBe(3);
      expect(objects).toContainEqual(expect.objectContaining({ message_type: 'warning', code: 'unreadable', item: 'D:\\held\\rx.db' }));
      await restic('restore', 'latest', '--tag', 'held', '--target', machine().path('of held'));
      expect(contentsBelow(machine().path('of held'))).toEqual({ 'D/held/free.txt': 'free' });
    });

    test('are in the next backup', async () => {
      await machine().ok(['backup', 'D:\\held', '--tag', 'held', ...repository]);
      expect(await restic('dump', 'latest', '--tag', 'held', '/D/held/rx.db')).toBe('the database');
    });

    test('are left as they are by a restore, which brings back the others and says so', async () => {
      write('held/rx.db', 'a newer one');
      write('held/free.txt', 'changed');
      utimesSync(machine().path('held/rx.db'), 0, 0);
      const words = ['restore', 'latest:D:\\held', '--tag', 'held', '--target', 'D:\\held', '--json', ...repository];
      const { code, stdout } = await whileHeldOn(machine(), 'D:\\held\\rx.db', words);
      expect(code).toBe(3);
      expect(jsonLines(stdout)).toContainEqual(
        expect.objectContaining({ message_type: 'warning', code: 'not-restored', item: '/D/held/rx.db' }),
      );
      expect(contentsBelow(machine().path('held'))).toEqual({ 'rx.db': 'a newer one', 'free.txt': 'free' });
    });
  });
});
