import { win32 } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { FrozenDrives } from '../kind.ts';
import { makeShadowCopy, removeShadowCopy, type ShadowCopy, type ShadowMaking } from './shadow-copy.ts';

/** Frozen drives of one piece of work; whoever made them gives them back. */
export interface HeldFrozenDrives extends FrozenDrives {
  /** Removes what was made, whatever happened. One that cannot be removed stays noted, and goes at the next start. */
  release(): Promise<void>;
}

/** Makes a shadow copy of a drive when the first file is asked for, one for each drive, and none before. `signal` ends waiting for it. */
export function freezeDrives(making: ShadowMaking, signal: AbortSignal): HeldFrozenDrives {
  /** A refusal holds as well as a success: it is not asked for again for every locked file. */
  const copies = new Map<string, Promise<ShadowCopy>>();
  const copyOf = (volume: string): Promise<ShadowCopy> => {
    const known = copies.get(volume) ?? makeShadowCopy(volume, making);
    copies.set(volume, known);
    return known;
  };
  return {
    pathOf: async (path) => {
      const volume = volumeOf(path);
      const { device } = await unlessAborted(copyOf(volume), signal);
      // Without the backslash behind the device Windows does not find its root folder.
      return `${device}\\${path.slice(volume.length)}`;
    },
    release: async () => {
      const made = await Promise.allSettled(copies.values());
      copies.clear();
      const ids = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
      await Promise.allSettled(ids.map(async (id) => await removeShadowCopy(id, making)));
    },
  };
}

/** `C:\`; a share is another PC's to freeze. */
function volumeOf(path: string): string {
  const { root } = win32.parse(path);
  if (/^[a-z]:\\$/i.test(root)) return root.toUpperCase();
  throw new LifeboatError('source-not-found', { path });
}

/** Windows goes on making it all the same: `release` waits for that and removes it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new LifeboatError('aborted', {});
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new LifeboatError('aborted', {}));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
