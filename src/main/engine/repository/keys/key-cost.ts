import type { ScryptParameters } from '../../crypto/index.ts';

/** How dear one guess of a password is: 128 * N * r bytes of memory, p passes. */
export type KeyCost = Omit<ScryptParameters, 'salt'>;

/**
 * The cost of new keys. restic measures its machine and arrives at N = 2^15 at least; 64 MiB a guess is twice that,
 * still fits any PC that runs the app, and takes a fraction of a second on an old one.
 */
export const KEY_COST: KeyCost = { N: 2 ** 16, r: 8, p: 1 };

/** Bytes of random salt in a key file, as restic has it. */
export const SALT_BYTES = 64;
