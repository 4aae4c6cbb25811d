import type { WishedWay } from '../../../shared/model/restore.ts';
import type { Tier } from '../../../shared/model/tier.ts';

/** Why somebody wants something back. */
export const REASONS = ['file', 'wrong-since', 'new-computer', 'ransomware', 'look'] as const;
export type RestoreReason = (typeof REASONS)[number];

/** A file or folder of a restore point that somebody chose. */
export interface FilePick {
  source: string;
  destination: string;
  disk?: string | undefined;
  snapshot: string;
  /** The moment of the restore point. */
  time: string;
  /** Inside the snapshot. */
  path: string;
}

/** What is to come back. */
export type What = { kind: 'tiers'; tiers: readonly Tier[] } | { kind: 'source'; source: string } | { kind: 'files' };

/** To which moment: everything as it was then, or exactly this restore point of one source. */
export interface When {
  time: string;
  point?: string | undefined;
  source?: string | undefined;
}

/** What somebody has said so far on the way to a restore. */
export interface Wish {
  reason: RestoreReason | undefined;
  when: When | undefined;
  what: What | undefined;
  files: readonly FilePick[];
  to: WishedWay | undefined;
}

export const NO_WISH: Wish = { reason: undefined, when: undefined, what: undefined, files: [], to: undefined };

/** What is said anew makes what was said after it open again. */
export function withWish(wish: Wish, said: Partial<Wish>): Wish {
  if ('reason' in said) return { ...NO_WISH, ...said };
  if ('when' in said && said.when?.point !== wish.when?.point) return { ...wish, files: [], to: undefined, ...said };
  if ('what' in said || 'files' in said) return { ...wish, to: undefined, ...said };
  return { ...wish, ...said };
}

/** Whether a pick is among those chosen. */
export function isPicked(files: readonly FilePick[], pick: FilePick): boolean {
  return files.some((one) => isSamePick(one, pick));
}

/** Takes a pick in, or out if it is in; of one path only one version is chosen. */
export function togglePick(files: readonly FilePick[], pick: FilePick): FilePick[] {
  const others = files.filter((one) => one.path !== pick.path || one.source !== pick.source);
  return isPicked(files, pick) ? others : [...others, pick];
}

function isSamePick(a: FilePick, b: FilePick): boolean {
  return a.path === b.path && a.snapshot === b.snapshot && a.source === b.source;
}
