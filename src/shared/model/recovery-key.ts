import { checkedFault, checkSymbols, groupsOf, inGroups, readSymbols, symbolsOf, textOf, withoutSeparators } from './checked-base32.ts';

/** Bytes of randomness a recovery key is made of. */
export const RECOVERY_KEY_RANDOM = 17;
export const RECOVERY_KEY_GROUPS = 7;
const GROUP = 4;
/** Characters that carry the secret: 26 of five bits, 130 bits. */
const SECRET = 26;
const LENGTH = RECOVERY_KEY_GROUPS * GROUP;

/** Why what was typed is no recovery key. Groups count from 1, as printed. */
export type RecoveryKeyFault =
  | { ok: false; reason: 'too-short' | 'too-long' }
  /** A character that no recovery key has. */
  | { ok: false; reason: 'character'; group: number }
  /** Something is wrong; `group` is where to look first, known if a single character is wrong. */
  | { ok: false; reason: 'checksum'; group?: number };

/**
 * Makes the recovery key of a paper, such as `7K2M-9QXD-...`: seven groups of four characters, the last two of them check
 * characters. This very text, with its dashes and in upper case, is the password of the repositories.
 *
 * @param random 17 bytes from a cryptographic source; 130 of their bits become the key.
 */
export function makeRecoveryKey(random: Uint8Array): string {
  if (random.length !== RECOVERY_KEY_RANDOM) throw new RangeError(`A recovery key is made of ${RECOVERY_KEY_RANDOM} random bytes.`);
  const secret = symbolsOf(random).slice(0, SECRET);
  return inGroups(textOf([...secret, ...checkSymbols(secret)]), GROUP);
}

/**
 * The recovery key that somebody meant: lower case, missing or other dashes and spaces are accepted, and O, I and L,
 * which no key has, are taken for 0 and 1.
 */
export function normalizeRecoveryKey(typed: string): { ok: true; key: string } | RecoveryKeyFault {
  const text = withoutSeparators(typed);
  const read = readSymbols(text);
  if ('at' in read) return { ok: false, reason: 'character', group: Math.min(groupOf(read.at), RECOVERY_KEY_GROUPS) };
  if (text.length < LENGTH) return { ok: false, reason: 'too-short' };
  if (text.length > LENGTH) return { ok: false, reason: 'too-long' };
  const fault = checkedFault(read.symbols);
  if (fault === undefined) return { ok: true, key: inGroups(text, GROUP) };
  return { ok: false, reason: 'checksum', ...(fault.at === undefined ? {} : { group: groupOf(fault.at) }) };
}

/** The seven groups of a key, to show them apart. */
export function recoveryKeyGroups(key: string): readonly string[] {
  return groupsOf(key.replaceAll('-', ''), GROUP);
}

function groupOf(at: number): number {
  return Math.floor(at / GROUP) + 1;
}
