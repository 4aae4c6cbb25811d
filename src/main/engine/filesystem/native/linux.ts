import { getSystemErrorName } from 'node:util';
import { nameToBytes } from '../../format/name.ts';
import { systemError } from '../system-error.ts';
import type { Koffi } from './load.ts';

/** What Linux has and `node:fs` does not. Calls never follow a symlink at the end of the path; they throw as `node:fs` does. */
export interface LinuxNative {
  /** Fills `into` with the names of a path's extended attributes, a zero byte behind each; the number of bytes. */
  listAttributes(path: string, into: Buffer): number;
  /** Fills `into` with an attribute's value; the number of bytes. */
  getAttribute(path: string, name: string, into: Buffer): number;
  setAttribute(path: string, name: string, value: Buffer): void;
  removeAttribute(path: string, name: string): void;
  /** Nanoseconds since 1970. */
  setTimes(path: string, accessed: bigint, modified: bigint): void;
  /** `mode` is a POSIX `st_mode` with its kind; `device` the number in the kernel's encoding. */
  makeNode(path: string, mode: number, device: bigint): void;
  /** Has the disk begin with what was written to an open file and is not on it yet; waits for nothing and promises nothing. */
  beginWriting(descriptor: number): void;
  /** Makes all that was written to the file system of an open file durable. Waits on a thread of its own. */
  syncFileSystem(descriptor: number): Promise<void>;
}

type CText = string | Buffer;
const AT_FDCWD = -100;
const AT_SYMLINK_NOFOLLOW = 0x100;
const SYNC_FILE_RANGE_WRITE = 2;
const NANOS = 1_000_000_000n;

/** Binds the C library this process already runs on. */
export function bindLinux(koffi: Koffi): LinuxNative {
  const lib = koffi.load(null);
  const llistxattr: (path: CText, list: Buffer, size: number) => number = lib.func(
    'intptr_t llistxattr(const char *path, void *list, size_t size)',
  );
  const lgetxattr: (path: CText, name: CText, value: Buffer, size: number) => number = lib.func(
    'intptr_t lgetxattr(const char *path, const char *name, void *value, size_t size)',
  );
  const lsetxattr: (path: CText, name: CText, value: Buffer, size: number, flags: number) => number = lib.func(
    'int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags)',
  );
  const lremovexattr: (path: CText, name: CText) => number = lib.func('int lremovexattr(const char *path, const char *name)');
  const utimensat: (directory: number, path: CText, times: BigInt64Array, flags: number) => number = lib.func(
    'int utimensat(int dirfd, const char *path, const void *times, int flags)',
  );
  const mknod: (path: CText, mode: number, device: bigint) => number = lib.func(
    'int mknod(const char *path, uint32_t mode, uint64_t device)',
  );

  const sync_file_range: (descriptor: number, offset: number, length: number, flags: number) => number = lib.func(
    'int sync_file_range(int fd, int64_t offset, int64_t nbytes, unsigned int flags)',
  );
  const syncfs = lib.func('int syncfs(int fd)');

  const checked = (result: number, call: string): number => {
    if (result < 0) throw systemError(getSystemErrorName(-koffi.errno()), call);
    return result;
  };
  return {
    listAttributes: (path, into) => checked(llistxattr(cText(path), into, into.length), 'llistxattr'),
    getAttribute: (path, name, into) => checked(lgetxattr(cText(path), cText(name), into, into.length), 'lgetxattr'),
    setAttribute: (path, name, value) => void checked(lsetxattr(cText(path), cText(name), value, value.length, 0), 'lsetxattr'),
    removeAttribute: (path, name) => void checked(lremovexattr(cText(path), cText(name)), 'lremovexattr'),
    setTimes: (path, accessed, modified) =>
      void checked(utimensat(AT_FDCWD, cText(path), timespecs(accessed, modified), AT_SYMLINK_NOFOLLOW), 'utimensat'),
    makeNode: (path, mode, device) => void checked(mknod(cText(path), mode, device), 'mknod'),
    // Whatever it says: who wants to know syncs.
    beginWriting: (descriptor) => void sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE),
    syncFileSystem: async (descriptor) =>
      await new Promise((resolve, reject) => {
        // The thread that made the call has its own errno: a failure can only be told as such.
        syncfs.async(descriptor, (error: unknown, result: number) => {
          if (error === null && result === 0) resolve();
          else reject(systemError('EIO', 'syncfs'));
        });
      }),
  };
}

/** A string koffi can pass on as it is, or bytes with the zero C wants. A zero inside would cut the text short: refused. */
function cText(text: string): CText {
  if (text.includes('\0')) throw systemError('EINVAL', 'path');
  return text.isWellFormed() ? text : Buffer.concat([nameToBytes(text), Buffer.of(0)]);
}

/** Two `struct timespec`; the fraction counts upwards before 1970 too. */
function timespecs(accessed: bigint, modified: bigint): BigInt64Array {
  return new BigInt64Array([...timespec(accessed), ...timespec(modified)]);
}

function timespec(nanoseconds: bigint): [seconds: bigint, fraction: bigint] {
  const fraction = ((nanoseconds % NANOS) + NANOS) % NANOS;
  return [(nanoseconds - fraction) / NANOS, fraction];
}
