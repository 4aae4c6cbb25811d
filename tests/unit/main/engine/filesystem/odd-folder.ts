import { closeSync, linkSync, mkdirSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linuxNative } from '../../../../../src/main/engine/filesystem/native/index.ts';
import { withScratch } from '../../../../support/scratch.ts';

/** Whether the tests run as an administrator of a POSIX system. */
export const asRoot = process.geteuid?.() === 0;

/** Whether the temporary folder's file system keeps extended attributes of users; says so loudly if not. */
export async function attributesAreKept(): Promise<boolean> {
  try {
    await withScratch((path) => linuxNative()?.setAttribute(path, 'user.probe', Buffer.of(1)));
    return linuxNative() !== undefined;
  } catch (error) {
    console.warn(`NOT TESTED: extended attributes, since ${tmpdir()} keeps none (${String(error)})`);
    return false;
  }
}

/** A path whose last component is these bytes. */
export function bytesPath(folder: string, name: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
}

/** Fills a folder with every kind of entry that needs no administrator. */
export function fillOddly(folder: string): void {
  write(join(folder, 'plain'), 'hello');
  write(bytesPath(folder, Buffer.from([0x62, 0xff, 0x61])), 'x');
  write(join(folder, 'new\nline'), '');
  write(join(folder, 'é\u{1f600}'), '');
  linkSync(join(folder, 'plain'), join(folder, 'second name'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  symlinkSync(Buffer.from([0x74, 0xfe]), join(folder, 'raw target'));
  mkdirSync(join(folder, 'folder'));
  linuxNative()?.makeNode(join(folder, 'fifo'), 0o010644, 0n);
}

/** Runs `work` with an ordinary user's rights; only possible for root. */
export function asNobody<T>(work: () => T): T {
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

function write(path: string | Buffer, content: string): void {
  const fd = openSync(path, 'w', 0o640);
  writeSync(fd, content);
  closeSync(fd);
}
