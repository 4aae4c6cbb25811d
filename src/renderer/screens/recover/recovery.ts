import type { z } from 'zod';
import type { recoverySchema } from '../../../shared/contract/recovery.ts';
import type { ErrorCode } from '../../../shared/errors/index.ts';
import { type KeyGroups, NO_KEY } from '../../components/paper/index.ts';
import { failureCode } from '../../api/index.ts';
import type { RecoverTrouble } from '../../../shared/text/screens/recover/index.ts';

export type RecoveryRequest = z.infer<typeof recoverySchema>;

/** Where somebody says the copies are: in a folder, or in Azure, where the access code on the paper says. */
export type CopyPlace = { kind: 'folder'; location: string } | { kind: 'azure' };

/** What was said on the way, in the page's memory and nowhere else: with the key of the paper in it. */
export interface Recovery {
  place: CopyPlace | undefined;
  key: KeyGroups;
  code: string;
  /** What the copies are opened with, once they opened. */
  request: RecoveryRequest | undefined;
  found: FoundCopies | undefined;
  taken: TakenOver | undefined;
}

export interface FoundCopies {
  pharmacy?: string | undefined;
  sealedAt: string;
  sources: readonly { id: string; name: string; tier: string; newest?: string | undefined }[];
}

export interface TakenOver {
  credentialsToChange: readonly string[];
  retiredKeys: number;
}

export const NO_RECOVERY: Recovery = { place: undefined, key: NO_KEY, code: '', request: undefined, found: undefined, taken: undefined };

const TROUBLES: Readonly<Record<RecoverTrouble, readonly ErrorCode[]>> = {
  'wrong-key': ['recovery-key-refused', 'wrong-password', 'kit-key-wrong', 'recovery-key-invalid', 'kit-code-unreadable'],
  vault: ['vault-missing', 'vault-entry-missing', 'vault-not-kept'],
  damaged: [
    'config-missing',
    'file-damaged',
    'blob-damaged',
    'blob-not-found',
    'tree-damaged',
    'seal-unreadable',
    'seal-missing',
    'index-incomplete',
    'repository-version-unsupported',
  ],
  away: [
    'no-copies-there',
    'repository-not-found',
    'place-unreachable',
    'permission-denied',
    'credential-missing',
    'credential-refused',
    'location-invalid',
    'io-failed',
  ],
};

/** Which ways out there are from a failure; undefined: none but to try again. */
export function troubleOf(error: unknown): RecoverTrouble | undefined {
  const code = failureCode(error);
  const troubles = Object.keys(TROUBLES) as RecoverTrouble[];
  return code === undefined ? undefined : troubles.find((trouble) => TROUBLES[trouble].includes(code));
}
