export { free } from './free.ts';
export { sha256, sha256Bytes, sha256OfParts } from './hash.ts';
export { deriveKeys, type MasterKeys, newMasterKeys, type ScryptParameters } from './keys.ts';
export { newChunkerPolynomial } from './polynomial.ts';
export { decrypt, decryptInto, encrypt, encryptInto, NONCE_BYTES, SEAL_OVERHEAD } from './seal.ts';
