import { toNamespacedPath } from 'node:path';
import { systemError } from '../system-error.ts';
import type { Koffi } from './load.ts';

/** What Windows tells of a file beyond `node:fs`. */
export interface WindowsDetails {
  /** `FILE_ATTRIBUTE_*` bits. */
  attributes: number;
  /** 100-nanosecond steps since 1601 (FILETIME). */
  creationTime: bigint;
}

/** Windows calls that `node:fs` does not have. Paths are absolute and may be long; reparse points are not followed. */
export interface WindowsNative {
  details(path: string): WindowsDetails;
  /** Sets the `FILE_ATTRIBUTE_*` bits that can be set this way. */
  setAttributes(path: string, attributes: number): void;
  /** Sets times given as FILETIME; those left out stay as they are. */
  setTimes(path: string, times: { created?: bigint; accessed?: bigint; modified?: bigint }): void;
}

const GET_FILE_EX_INFO_STANDARD = 0;
const FILE_WRITE_ATTRIBUTES = 0x100;
const SHARE_ALL = 7;
const OPEN_EXISTING = 3;
const BACKUP_SEMANTICS_OPEN_REPARSE_POINT = 0x0220_0000;

/** Binds kernel32. */
export function bindWindows(koffi: Koffi): WindowsNative {
  const kernel = koffi.load('kernel32.dll');
  const getAttributes: (path: string, level: number, info: Buffer) => number = kernel.func(
    'int __stdcall GetFileAttributesExW(const char16_t *path, int level, void *info)',
  );
  const setAttributes: (path: string, attributes: number) => number = kernel.func(
    'int __stdcall SetFileAttributesW(const char16_t *path, uint32_t attributes)',
  );
  const createFile: (
    path: string,
    access: number,
    share: number,
    security: null,
    disposition: number,
    flags: number,
    template: null,
  ) => number = kernel.func(
    'intptr_t __stdcall CreateFileW(const char16_t *path, uint32_t access, uint32_t share, void *security, uint32_t disposition, uint32_t flags, void *template)',
  );
  const setFileTime: (handle: number, created: FileTime, accessed: FileTime, modified: FileTime) => number = kernel.func(
    'int __stdcall SetFileTime(intptr_t handle, const void *created, const void *accessed, const void *modified)',
  );
  const closeHandle: (handle: number) => number = kernel.func('int __stdcall CloseHandle(intptr_t handle)');
  const lastError: () => number = kernel.func('uint32_t __stdcall GetLastError()');

  const checked = (succeeded: boolean, call: string): void => {
    if (!succeeded) throw systemError(`WIN32_${lastError()}`, call);
  };
  return {
    details(path) {
      const info = Buffer.alloc(36);
      checked(getAttributes(toNamespacedPath(path), GET_FILE_EX_INFO_STANDARD, info) !== 0, 'GetFileAttributesExW');
      return { attributes: info.readUInt32LE(0), creationTime: info.readBigUInt64LE(4) };
    },
    setAttributes(path, attributes) {
      checked(setAttributes(toNamespacedPath(path), attributes) !== 0, 'SetFileAttributesW');
    },
    setTimes(path, times) {
      const handle = createFile(
        toNamespacedPath(path),
        FILE_WRITE_ATTRIBUTES,
        SHARE_ALL,
        null,
        OPEN_EXISTING,
        BACKUP_SEMANTICS_OPEN_REPARSE_POINT,
        null,
      );
      checked(handle !== -1, 'CreateFileW');
      try {
        checked(setFileTime(handle, fileTime(times.created), fileTime(times.accessed), fileTime(times.modified)) !== 0, 'SetFileTime');
      } finally {
        closeHandle(handle);
      }
    },
  };
}

type FileTime = BigUint64Array | null;

function fileTime(value: bigint | undefined): FileTime {
  return value === undefined ? null : new BigUint64Array([value]);
}
