import { loadKoffi } from './load.ts';

/** From malloc.h. */
const M_MMAP_THRESHOLD = -3;
/** Below the memory that holds packs and stretches of files, above what sources hand over. */
const LARGE_BYTES = 4 * 1024 * 1024;

let isDone = false;

/**
 * Has the C library give large memory back to the system when it is given up, as Windows does by itself. glibc keeps up to
 * 32 MiB a piece in heaps of its own, one for each thread, where gaps between pieces stay resident: a third of a backup's memory.
 * Once in a process; where the call is missing nothing changes.
 */
export function returnLargeMemory(): void {
  if (isDone || process.platform !== 'linux') return;
  isDone = true;
  try {
    loadKoffi()?.load(null).func('int mallopt(int param, int value)')(M_MMAP_THRESHOLD, LARGE_BYTES);
  } catch {
    // A C library without it; musl gives large memory back anyway.
  }
}
