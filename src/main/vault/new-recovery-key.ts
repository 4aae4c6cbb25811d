import { randomBytes } from 'node:crypto';
import { makeRecoveryKey, RECOVERY_KEY_RANDOM } from '../../shared/model/recovery-key.ts';

/** A new recovery key. It goes onto one paper and into the repositories as a password, and is kept nowhere else. */
export function newRecoveryKey(): string {
  return makeRecoveryKey(randomBytes(RECOVERY_KEY_RANDOM));
}
