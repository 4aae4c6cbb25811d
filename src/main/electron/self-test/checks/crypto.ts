import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hash,
  randomBytes,
  randomFillSync,
  scrypt,
  type ScryptOptions,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import { type Check, mustEqual, mustHold } from '../check.ts';

const scryptAsync = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);

/**
 * The cryptographic primitives the engine uses, each against its standard's published answer: plain Node has them
 * from OpenSSL, Electron from BoringSSL, and a repository must come out the same.
 */
export const cryptoChecks: readonly Check[] = [
  { name: 'sha-256', run: checkSha256 },
  { name: 'aes-256-ctr', run: checkAesCtr },
  { name: 'aes-128-ecb', run: checkAesBlock },
  { name: 'scrypt', run: checkScrypt },
  { name: 'random', run: checkRandom },
  { name: 'timing-safe-equal', run: checkTimingSafeEqual },
  { name: 'poly1305', run: checkPoly1305 },
];

/** FIPS 180-4, the message "abc". */
function checkSha256(): string {
  const wanted = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  mustEqual('createHash', createHash('sha256').update('a').update('bc').digest('hex'), wanted);
  mustEqual('hash', hash('sha256', Buffer.from('abc'), 'hex'), wanted);
  return 'FIPS 180-4';
}

/** NIST SP 800-38A, F.5.5. */
function checkAesCtr(): string {
  const key = bytes('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
  const counter = bytes('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
  const plain = bytes('6bc1bee22e409f96e93d7e117393172a');
  const cipher = bytes('601ec313775789a5b7a7f504bbf3d228');
  mustEqual('encrypt', createCipheriv('aes-256-ctr', key, counter).update(plain), cipher);
  mustEqual('decrypt', createDecipheriv('aes-256-ctr', key, counter).update(cipher), plain);
  return 'SP 800-38A';
}

/** FIPS 197, appendix C.1: one block without padding, as Poly1305-AES needs it. */
function checkAesBlock(): string {
  const cipher = createCipheriv('aes-128-ecb', bytes('000102030405060708090a0b0c0d0e0f'), null).setAutoPadding(false);
  mustEqual('block', cipher.update(bytes('00112233445566778899aabbccddeeff')), bytes('69c4e0d86a7b0430d8cdb78070b4c55a'));
  return 'FIPS 197';
}

/** RFC 7914, section 12, and a cost as repositories have it, which needs more memory than Node allows unasked. */
async function checkScrypt(): Promise<string> {
  mustEqual('answer', await scryptAsync('password', 'NaCl', 32, { N: 1024, r: 8, p: 16 }), bytes(SCRYPT_ANSWER));
  const [N, r, p] = [32768, 8, 5];
  mustHold('repository cost', (await scryptAsync('password', 'NaCl', 64, { N, r, p, maxmem: 256 * N * r })).length === 64);
  return 'RFC 7914';
}

/** The first half of it: scrypt's output of 32 bytes is the beginning of that of 64. */
const SCRYPT_ANSWER = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162';

function checkRandom(): string {
  const [one, other] = [randomBytes(32), randomFillSync(new Uint8Array(32))];
  mustHold('two random values differ', !one.equals(other));
  mustHold(
    'a random value is filled',
    other.some((byte) => byte !== 0),
  );
  return '2 x 32 bytes';
}

function checkTimingSafeEqual(): string {
  mustHold('equal', timingSafeEqual(bytes('0102'), bytes('0102')));
  mustHold('not equal', !timingSafeEqual(bytes('0102'), bytes('0103')));
  return 'equal, not equal';
}

/** RFC 8439, section 2.5.2: whole, and in pieces. */
async function checkPoly1305(): Promise<string> {
  await sodium.ready;
  const key = bytes('85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b');
  const message = Buffer.from('Cryptographic Forum Research Group');
  const wanted = bytes('a8061dc1305136c6c22b8baf0c0127a9');
  mustEqual('whole', sodium.crypto_onetimeauth(message, key), wanted);
  const state = sodium.crypto_onetimeauth_init(key);
  sodium.crypto_onetimeauth_update(state, message.subarray(0, 16));
  sodium.crypto_onetimeauth_update(state, message.subarray(16));
  mustEqual('in pieces', sodium.crypto_onetimeauth_final(state), wanted);
  return 'RFC 8439';
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
