import { createRequire } from 'node:module';
import type * as koffi from 'koffi';

/** The foreign-function library, as far as it is there. */
export type Koffi = typeof koffi;

/** Loads koffi; undefined where it has no binary for this machine or was not installed. */
export function loadKoffi(): Koffi | undefined {
  try {
    return createRequire(import.meta.url)('koffi') as Koffi;
  } catch {
    return undefined;
  }
}
