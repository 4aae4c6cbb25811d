import { setTimeout as pause } from 'node:timers/promises';
import { systemReason } from './system-error.ts';

/** On Windows a virus scanner or indexer that looks at a fresh file makes renaming and removing it fail for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Milliseconds between tries; together about as long as a scanner takes for a pack. */
const PAUSES: readonly number[] = [10, 30, 100, 200, 400, 800, 1600];

/** Runs `action` again while another program holds the file. Elsewhere than on Windows these failures are final. */
export async function retryWhileHeld<T>(
  action: () => Promise<T>,
  { platform = process.platform, pauses = PAUSES }: { platform?: NodeJS.Platform; pauses?: readonly number[] } = {},
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await action();
    } catch (error) {
      const wait = pauses[tries];
      if (platform !== 'win32' || wait === undefined || !HELD.has(systemReason(error) ?? '')) throw error;
      await pause(wait);
    }
  }
}
