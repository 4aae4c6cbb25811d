import type { KitHolder } from '../../../model/recovery-kit.ts';

/** What may be wrong with a key that was typed back. */
export type KitProblem = 'too-short' | 'too-long' | 'character' | 'checksum' | 'away' | 'wrong-key' | 'other-paper';

/** One language's words of the recovery kit. */
export interface KitFormTexts {
  papers: Readonly<Record<KitHolder, string>>;
  keeping: string;
  why: string;
  none: string;
  made: (moment: string) => string;
  proven: (moment: string) => string;
  stale: string;
  make: string;
  makeOf: (paper: string) => string;
  again: string;
  againOf: (paper: string) => string;
  againMeans: string;
  making: string;
  open: string;
  openOf: (paper: string) => string;
  openHint: string;
  saveInstead: string;
  saveInsteadOf: (paper: string) => string;
  saveFolder: string;
  saveHint: string;
  fileName: Readonly<Record<KitHolder, string>>;
  save: string;
  saved: (path: string) => string;
  waiting: (places: string) => string;
  type: (paper: string) => string;
  typeHint: string;
  check: string;
  checkOf: (paper: string) => string;
  passed: string;
  problems: Readonly<Record<KitProblem, string>>;
}
