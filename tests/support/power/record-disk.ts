import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';
import type { DiskEvent } from './disk-event.ts';

/** What changes a file or a folder and is not recorded: calling it is an error, so that nothing goes by unseen. */
const UNRECORDED = ['appendFile', 'copyFile', 'cp', 'mkdtemp', 'rm', 'rmdir', 'symlink', 'truncate', 'writeFile'] as const;
const UNRECORDED_OF_HANDLE = ['appendFile', 'createWriteStream', 'datasync', 'truncate', 'write', 'writeFile'] as const;

/**
 * From now on every write, sync and change of a name below `root` by way of `node:fs/promises` in this process is noted.
 * The events may be added to.
 */
export function recordDisk(root: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  const inside = (path: unknown): string | undefined => {
    const below = relative(root, path as string);
    return below.startsWith('..') ? undefined : below === '' ? '.' : below;
  };
  replaceOpen(events, inside);
  replaceNames(events, inside);
  for (const name of UNRECORDED) {
    const real = fs[name] as (...given: unknown[]) => Promise<unknown>;
    const guarded = async (...given: unknown[]): Promise<unknown> => {
      if (given.slice(0, 2).some((path) => inside(path) !== undefined)) throw new Error(`${name} is not recorded`);
      return await real(...given);
    };
    Object.assign(fs, { [name]: guarded });
  }
  syncBuiltinESMExports();
  return events;
}

type Inside = (path: unknown) => string | undefined;

function replaceOpen(events: DiskEvent[], inside: Inside): void {
  const { open } = fs;
  let files = 0;
  const recording = async (...given: Parameters<typeof open>): Promise<FileHandle> => {
    const handle = await open(...given);
    const path = inside(given[0]);
    if (path === undefined) return handle;
    for (const name of UNRECORDED_OF_HANDLE) Object.assign(handle, { [name]: () => failUnrecorded(`${name} of a file`) });
    if (given[1] === 'wx') {
      const file = ++files;
      events.push({ did: 'create', path, file });
      recordWrites(handle, file, events);
      recordSync(handle, events, (before) => ({ did: 'sync-new', file, before }));
    } else {
      Object.assign(handle, { writev: () => failUnrecorded('writing to an old file') });
      recordSync(handle, events, (before) => ({ did: 'sync', path, before }));
    }
    return handle;
  };
  Object.assign(fs, { open: recording });
}

function recordWrites(handle: FileHandle, file: number, events: DiskEvent[]): void {
  const writev = handle.writev.bind(handle);
  const recording = async (parts: readonly NodeJS.ArrayBufferView[]): ReturnType<FileHandle['writev']> => {
    const result = await writev(parts);
    const all = Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)));
    events.push({ did: 'write', file, bytes: all.subarray(0, result.bytesWritten).toString('base64') });
    return result;
  };
  Object.assign(handle, { writev: recording });
}

function recordSync(handle: FileHandle, events: DiskEvent[], event: (before: number) => DiskEvent): void {
  const sync = handle.sync.bind(handle);
  const recording = async (): Promise<void> => {
    const before = events.length;
    await sync();
    events.push(event(before));
  };
  Object.assign(handle, { sync: recording });
}

function replaceNames(events: DiskEvent[], inside: Inside): void {
  const { link, mkdir, rename, unlink } = fs;
  const recordTwo = (did: 'link' | 'rename', real: typeof link) => {
    return async (from: string, path: string): Promise<void> => {
      await real(from, path);
      const [old, now] = [inside(from), inside(path)];
      if (old !== undefined && now !== undefined) events.push({ did, from: old, path: now });
    };
  };
  const recordOne = (did: 'unlink' | 'mkdir', real: (path: string, ...more: never[]) => Promise<unknown>) => {
    return async (path: string, ...more: never[]): Promise<unknown> => {
      const result = await real(path, ...more);
      const below = inside(path);
      if (below !== undefined) events.push({ did, path: below });
      return result;
    };
  };
  Object.assign(fs, { link: recordTwo('link', link), rename: recordTwo('rename', rename) });
  Object.assign(fs, { unlink: recordOne('unlink', unlink), mkdir: recordOne('mkdir', mkdir) });
}

function failUnrecorded(what: string): never {
  throw new Error(`${what} is not recorded`);
}
