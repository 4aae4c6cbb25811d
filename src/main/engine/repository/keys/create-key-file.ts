import { randomBytes } from 'node:crypto';
import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Clock } from '../../../../shared/model/clock.ts';
import { deriveKeys, encrypt, type MasterKeys, sha256 } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import { encodeKeyFile } from '../../format/key-file.ts';
import { formatDate } from '../../format/time.ts';
import type { Identity } from '../../identity.ts';
import { KEY_COST, type KeyCost, SALT_BYTES } from './key-cost.ts';
import { masterKeysToJson } from './key-content.ts';

/** Who makes a key and when. */
export interface KeyMaking {
  readonly identity: Pick<Identity, 'hostname' | 'username'>;
  readonly clock: Clock;
  /** The cost of guessing; the default is KEY_COST. Tests take a cheap one. */
  readonly cost?: KeyCost;
}

/** A key file: its name is the SHA-256 of its bytes. */
export interface NewKeyFile {
  id: Id;
  bytes: Uint8Array;
}

/** A key file that opens `masterKeys` with `password`. An empty password is refused: `password-missing`. */
export async function createKeyFile(password: string, masterKeys: MasterKeys, making: KeyMaking): Promise<NewKeyFile> {
  if (password === '') throw new LifeboatError('password-missing', {});
  const { identity, clock, cost = KEY_COST } = making;
  const salt = randomBytes(SALT_BYTES);
  const userKeys = await deriveKeys(password, { ...cost, salt });
  const bytes = encodeKeyFile({
    created: formatDate(clock.now()),
    username: identity.username,
    hostname: identity.hostname,
    kdf: 'scrypt',
    N: cost.N,
    r: cost.r,
    p: cost.p,
    salt: salt.toString('base64'),
    data: Buffer.from(encrypt(userKeys, masterKeysToJson(masterKeys))).toString('base64'),
  });
  return { id: sha256(bytes), bytes };
}
