import { chmodSync, closeSync, mkdirSync, readSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openForReading } from '../../../../../src/main/engine/filesystem/index.ts';
import { withScratch } from '../../../../support/scratch.ts';
import { asNobody, asRoot, fillOddly } from './odd-folder.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;
const rootOnly = asRoot ? test : test.skip;

function firstBytes(path: string): string {
  const fd = openForReading(path);
  const bytes = Buffer.alloc(5);
  readSync(fd, bytes);
  closeSync(fd);
  return bytes.toString('latin1');
}

onLinux('a file is read without a trace in its access time', () =>
  withScratch((path) => {
    fillOddly(path);
    utimesSync(join(path, 'plain'), 1, 2);
    expect(firstBytes(join(path, 'plain'))).toBe('hello');
    expect(statSync(join(path, 'plain')).atimeMs).toBe(1000);
    expect(firstBytes(join(path, 'b\udcffa'))[0]).toBe('x');
  }),
);

rootOnly('a file of somebody else is read all the same', () =>
  withScratch((path) => {
    chmodSync(path, 0o755);
    writeFileSync(join(path, 'theirs'), 'abcde', { mode: 0o644 });
    writeFileSync(join(path, 'secret'), 'abcde', { mode: 0o600 });
    expect(asNobody(() => firstBytes(join(path, 'theirs')))).toBe('abcde');
    expect(() => asNobody(() => openForReading(join(path, 'secret')))).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ reason: 'EACCES' }) }),
    );
  }),
);

onLinux('whatever is no regular file is refused, and a fifo is not waited for', () =>
  withScratch((path) => {
    fillOddly(path);
    mkdirSync(join(path, 'd'));
    symlinkSync('plain', join(path, 'link'));
    for (const [name, reason] of [
      ['fifo', 'not-a-regular-file'],
      ['d', 'not-a-regular-file'],
      ['link', 'ELOOP'],
      ['gone', 'ENOENT'],
    ] as const) {
      expect(() => openForReading(join(path, name))).toThrow(
        expect.objectContaining({ code: 'source-unreadable', data: { path: join(path, name), reason } }),
      );
    }
  }),
);
