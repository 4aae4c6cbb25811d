import koffi from 'koffi';

/** The calls of Windows that the programs make, beside the engine's own so that they can contradict it. */
const kernel = koffi.load('kernel32.dll');
const createFile = kernel.func(
  'intptr_t __stdcall CreateFileW(const char16_t *path, uint32_t access, uint32_t share, void *security, uint32_t disposition, uint32_t flags, void *template)',
);
const closeHandle = kernel.func('int __stdcall CloseHandle(intptr_t handle)');
const getTimes = kernel.func('int __stdcall GetFileTime(intptr_t handle, void *created, void *accessed, void *modified)');
const setTimes = kernel.func('int __stdcall SetFileTime(intptr_t handle, const void *created, const void *accessed, const void *modified)');
const getAttributes = kernel.func('uint32_t __stdcall GetFileAttributesW(const char16_t *path)');
const setAttributes = kernel.func('int __stdcall SetFileAttributesW(const char16_t *path, uint32_t attributes)');

const READ_AND_WRITE = 0xc000_0000;
const READ_ATTRIBUTES = 0x80;
const WRITE_ATTRIBUTES = 0x100;
const SHARE_ALL = 7;
const OPEN_EXISTING = 3;
const BACKUP_SEMANTICS = 0x0200_0000;

/** What Windows says of a file. Not when it was created: Wine has nowhere to keep that. */
export interface FileDetails {
  attributes: number;
  /** 100-nanosecond steps since 1601, in decimal. */
  modified: string;
}

export function detailsOf(path: string): FileDetails {
  const modified = new BigUint64Array(1);
  withHandle(path, { access: READ_ATTRIBUTES, share: SHARE_ALL }, (handle) => checked(getTimes(handle, null, null, modified)));
  return { attributes: Number(getAttributes(path)), modified: String(modified[0]) };
}

export function giveDetails(path: string, { attributes, modified }: FileDetails): void {
  const change = new BigUint64Array([BigInt(modified)]);
  withHandle(path, { access: WRITE_ATTRIBUTES, share: SHARE_ALL }, (handle) => checked(setTimes(handle, null, null, change)));
  checked(setAttributes(path, attributes));
}

/** Runs `work` while nobody else can open the file. */
export function whileHeld<T>(path: string, work: () => T): T {
  return withHandle(path, { access: READ_AND_WRITE, share: 0 }, work);
}

function withHandle<T>(path: string, { access, share }: { access: number; share: number }, work: (handle: number) => T): T {
  const handle = Number(createFile(path, access, share, null, OPEN_EXISTING, BACKUP_SEMANTICS, null));
  if (handle === -1) throw new Error(`${path} cannot be opened`);
  try {
    return work(handle);
  } finally {
    closeHandle(handle);
  }
}

function checked(result: unknown): void {
  if (result === 0) throw new Error('Windows refused');
}
