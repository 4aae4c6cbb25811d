import type { FrozenDrives } from '../../sources/index.ts';
import type { HostHooks } from '../engine-host.ts';
import type { Ground } from './ground.ts';

/** Lets `work` freeze drives, where the system can, and gives them back whatever happens. Undefined: it cannot. */
export async function withFrozenDrives<T>(
  { freeze }: Ground,
  { signal = new AbortController().signal }: HostHooks,
  work: (frozen: FrozenDrives | undefined) => Promise<T>,
): Promise<T> {
  const frozen = freeze?.(signal);
  try {
    return await work(frozen);
  } finally {
    await frozen?.release();
  }
}
