import type { KitRecord, KitTest } from '../../../shared/model/installation.ts';
import type { KitHolder } from '../../../shared/model/recovery-kit.ts';

export interface KitFacts {
  records: readonly KitRecord[];
  tests: readonly KitTest[];
  staleHolders: readonly KitHolder[];
}

/** How a holder's paper stands: not made, made, its key typed back, or out of date. */
export type PaperState = { kind: 'none' } | { kind: 'made' | 'proven' | 'stale'; at: string };

export const HOLDERS: readonly KitHolder[] = ['owner', 'pharmacist-in-charge'];

export function paperState({ records, tests, staleHolders }: KitFacts, holder: KitHolder): PaperState {
  const made = newest(records.filter((one) => one.holder === holder));
  if (made === undefined) return { kind: 'none' };
  if (staleHolders.includes(holder)) return { kind: 'stale', at: made.at };
  const tried = newest(tests.filter((one) => one.holder === holder && one.passed && one.at >= made.at));
  return tried === undefined ? { kind: 'made', at: made.at } : { kind: 'proven', at: tried.at };
}

/** Whether both papers were made and typed back. */
export function isKitReady(facts: KitFacts): boolean {
  return HOLDERS.every((holder) => paperState(facts, holder).kind === 'proven');
}

/** A file in a folder, as the folder's system writes paths. */
export function fileIn(folder: string, name: string): string {
  const separator = /^[A-Za-z]:|\\/.test(folder) ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

function newest<T extends { at: string }>(list: readonly T[]): T | undefined {
  return list.toSorted((a, b) => b.at.localeCompare(a.at))[0];
}
