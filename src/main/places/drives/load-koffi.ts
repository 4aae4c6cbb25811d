import { createRequire } from 'node:module';
import type * as koffi from 'koffi';

/** Loads the foreign-function library. Throws where it has no binary for this machine or was not installed. */
export function loadKoffi(): typeof koffi {
  return createRequire(import.meta.url)('koffi') as typeof koffi;
}
