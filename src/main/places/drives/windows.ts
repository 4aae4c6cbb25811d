import { toNamespacedPath } from 'node:path';
import type { Drive } from './drive.ts';
import { loadKoffi } from './load-koffi.ts';

const DRIVE_REMOVABLE = 2;
const DRIVE_FIXED = 3;
/** Longest answer: a volume GUID path has 49 characters, a label 32. */
const LENGTH = 256;

interface Kernel32 {
  drives: () => string[];
  kind: (path: string) => number;
  volumeId: (path: string) => string | undefined;
  label: (path: string) => string | undefined;
  /** `FILE_ATTRIBUTE_*` bits; all of them where there is no such file. */
  attributes: (path: string) => number;
}

const HIDDEN = 0x2;
const SYSTEM = 0x4;
const INVALID = 0xffff_ffff;

let kernel: Kernel32 | undefined;

/** Volumes of this Windows machine that have a letter, by kernel32. Without the native part there are none. */
export function listWindowsDrives(): Promise<Drive[]> {
  try {
    kernel ??= loadKernel();
  } catch {
    return Promise.resolve([]);
  }
  const { drives, kind, volumeId, label } = kernel;
  const disks = drives().filter((path) => kind(path) === DRIVE_REMOVABLE || kind(path) === DRIVE_FIXED);
  return Promise.resolve(
    disks.map((path) => ({ path, volumeId: volumeId(path), label: label(path), isRemovable: kind(path) === DRIVE_REMOVABLE })),
  );
}

/** What Windows says of a file: hidden, the system's own. Undefined where it says nothing. */
export function windowsMarks(path: string): { isHidden: boolean; isSystem: boolean } | undefined {
  try {
    kernel ??= loadKernel();
    const bits = kernel.attributes(path);
    return bits === INVALID ? undefined : { isHidden: (bits & HIDDEN) !== 0, isSystem: (bits & SYSTEM) !== 0 };
  } catch {
    return undefined;
  }
}

function loadKernel(): Kernel32 {
  const koffi = loadKoffi();
  const library = koffi.load('kernel32.dll');
  const getLogicalDrives = library.func('uint32_t __stdcall GetLogicalDrives()');
  const getDriveType = library.func('uint32_t __stdcall GetDriveTypeW(str16 path)');
  const getVolumeName = library.func('bool __stdcall GetVolumeNameForVolumeMountPointW(str16 path, _Out_ uint16_t *name, uint32_t length)');
  const getInformation = library.func(
    'bool __stdcall GetVolumeInformationW(str16 path, _Out_ uint16_t *name, uint32_t length, void *serial, void *most, void *flags, void *system, uint32_t systemLength)',
  );
  const getAttributes = library.func('uint32_t __stdcall GetFileAttributesW(str16 path)');
  const read = (fill: (buffer: Uint16Array) => unknown): string | undefined => {
    const buffer = new Uint16Array(LENGTH);
    if (fill(buffer) !== true) return undefined;
    const text = Buffer.from(buffer.buffer).toString('utf16le');
    return text.slice(0, text.indexOf('\0')) || undefined;
  };
  return {
    drives: () => lettersOf(Number(getLogicalDrives())),
    kind: (path) => Number(getDriveType(path)),
    volumeId: (path) => read((buffer) => getVolumeName(path, buffer, LENGTH)),
    // An empty card reader has a letter and no volume.
    label: (path) => read((buffer) => getInformation(path, buffer, LENGTH, null, null, null, null, 0)),
    attributes: (path) => Number(getAttributes(toNamespacedPath(path))),
  };
}

/** `C:\` and so on for each bit that is set, from `A:\` on. */
export function lettersOf(bits: number): string[] {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((_, at) => (bits >>> at) & 1).map((letter) => `${letter}:\\`);
}
