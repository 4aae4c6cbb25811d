import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { LifeboatError } from '../../shared/errors/index.ts';
import { readKitCode } from '../../shared/model/kit-code.ts';
import type { KitAccess } from '../../shared/model/recovery-kit.ts';

/** scrypt makes key and nonce of the recovery key and a fresh salt. The key has 130 random bits, so the cost is a second fence only. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const SALT = 16;
const KEY = 32;
const NONCE = 12;
const TAG = 16;
/** Bytes that access data may have when they are unpacked. */
const LONGEST = 64 * 1024;

/** Words that access data are likely to have; both sides of the compression know them, so that they cost next to nothing. */
const DICTIONARY = Buffer.from(
  'https://.blob.core.windows.net/copies/lifeboat/backup/pharmacy/sv=2026-10-06&sr=c&st=2026-01-01T00%3A00%3A00Z&se=2027-12-31T00%3A00%3A00Z&spr=https&sp=rl&sig=%2B%2F%3D","',
);

/** Account, container, prefix, token, and another endpoint: names would cost a line on paper. */
const entrySchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.url().optional()]);
const accessSchema = z.array(entrySchema);

/**
 * Seals access data with the recovery key of a paper: salt, ciphertext, tag. `kitCodeText` and `kitCodeLines` put it on
 * paper; docs/recovery-kit.md says how another program opens it.
 */
export async function sealForKit(access: KitAccess, recoveryKey: string): Promise<Uint8Array> {
  const salt = randomBytes(SALT);
  const { key, nonce } = await derive(recoveryKey, salt);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(salt);
  const packed = deflateRawSync(plainText(access), { level: 9, dictionary: DICTIONARY });
  return Buffer.concat([salt, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Opens what was scanned or typed from a paper with that paper's recovery key, in its canonical form.
 * Errors: `kit-code-unreadable` if the code itself is not right, `kit-key-wrong` if this key does not open it.
 */
export async function openKitSeal(code: string, recoveryKey: string): Promise<KitAccess> {
  const read = readKitCode(code);
  if (!read.ok) throw new LifeboatError('kit-code-unreadable', 'line' in read ? { line: read.line } : {});
  return accessOf(await open(Buffer.from(read.sealed), recoveryKey));
}

/** Tells access data apart without telling them: for the digest of what was printed. */
export function accessFingerprint(access: KitAccess): string {
  return createHash('sha256').update('lifeboat kit access\n').update(plainText(access)).digest('hex').slice(0, 32);
}

async function open(sealed: Buffer, recoveryKey: string): Promise<Buffer> {
  if (sealed.length <= SALT + TAG) throw new LifeboatError('kit-code-unreadable', {});
  const salt = sealed.subarray(0, SALT);
  const { key, nonce } = await derive(recoveryKey, salt);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(salt);
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(SALT, -TAG)), decipher.final()]);
  } catch (error) {
    throw new LifeboatError('kit-key-wrong', {}, { cause: error });
  }
}

function plainText({ azure }: KitAccess): Buffer {
  const entries = azure.map(({ account, container, prefix, token, endpoint }) => {
    const entry = [account, container, prefix, token];
    return endpoint === undefined ? entry : [...entry, endpoint];
  });
  return Buffer.from(JSON.stringify(entries));
}

function accessOf(packed: Buffer): KitAccess {
  const text = inflateRawSync(packed, { dictionary: DICTIONARY, maxOutputLength: LONGEST }).toString('utf8');
  const azure = accessSchema
    .parse(JSON.parse(text))
    .map(([account, container, prefix, token, endpoint]) => ({ account, container, prefix, token, ...(endpoint ? { endpoint } : {}) }));
  return { azure };
}

async function derive(recoveryKey: string, salt: Uint8Array): Promise<{ key: Buffer; nonce: Buffer }> {
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    scrypt(recoveryKey, salt, KEY + NONCE, COST, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
  return { key: bytes.subarray(0, KEY), nonce: bytes.subarray(KEY) };
}
