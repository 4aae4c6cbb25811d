import { withoutSeparators } from '../../../shared/model/checked-base32.ts';
import { normalizeRecoveryKey, RECOVERY_KEY_GROUPS } from '../../../shared/model/recovery-key.ts';

/** The groups of a key as they are typed, the first one first. */
export type KeyGroups = readonly string[];

/** Characters of a group. */
export const GROUP_LENGTH = 4;
export const NO_KEY: KeyGroups = Array.from({ length: RECOVERY_KEY_GROUPS }, () => '');

/** What is wrong with what was typed so far; groups count from 1. */
export type KeyFault = { reason: 'character'; group: number } | { reason: 'checksum'; group?: number };

/**
 * Takes in what was typed or pasted into one group: what is too much for it goes into the following ones. Says which
 * group comes next.
 */
export function typeIntoGroup(groups: KeyGroups, at: number, typed: string): { groups: KeyGroups; next: number } {
  const text = withoutSeparators(typed);
  const parts = Array.from({ length: Math.max(1, Math.ceil(text.length / GROUP_LENGTH)) }, (_, part) =>
    text.slice(part * GROUP_LENGTH, (part + 1) * GROUP_LENGTH),
  );
  const filled = groups.map((group, index) => parts[index - at] ?? group);
  const last = Math.min(at + parts.length - 1, groups.length - 1);
  const isFull = (filled[last] ?? '').length === GROUP_LENGTH;
  return { groups: filled, next: isFull ? Math.min(last + 1, groups.length - 1) : last };
}

/** The first mistake that can be told already; undefined: none so far. */
export function keyFault(groups: KeyGroups): KeyFault | undefined {
  const wrong = groups.findIndex((group) => {
    const read = normalizeRecoveryKey(group);
    return !read.ok && read.reason === 'character';
  });
  if (wrong !== -1) return { reason: 'character', group: wrong + 1 };
  const read = normalizeRecoveryKey(groups.join(''));
  if (read.ok || read.reason !== 'checksum') return undefined;
  return { reason: 'checksum', ...(read.group !== undefined && { group: read.group }) };
}

export function isWholeKey(groups: KeyGroups): boolean {
  return normalizeRecoveryKey(groups.join('')).ok;
}
