import { LifeboatError } from '../../../../shared/errors/index.ts';
import { decrypt, deriveKeys, type MasterKeys } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import { decodeFile } from '../../format/json.ts';
import { decodeKeyFile, decodeMasterKeys, encodeMasterKeys, type KeyFile } from '../../format/key-file.ts';

const ENCRYPT_BYTES = 32;
const MAC_BYTES = 16;

/** The JSON of master keys, which key files hold encrypted. */
export function masterKeysToJson({ encrypt, macK, macR }: MasterKeys): Buffer {
  return encodeMasterKeys({ mac: { k: base64(macK), r: base64(macR) }, encrypt: base64(encrypt) });
}

/** The key file in a file's bytes; `file-damaged` if it is none. */
export function parseKeyFile(id: Id, bytes: Uint8Array): KeyFile {
  return decodeFile('keys', id, () => {
    const file = decodeKeyFile(bytes);
    if (!Number.isInteger(Math.log2(file.N))) throw new RangeError('scrypt takes only powers of two');
    return file;
  });
}

/** The master keys a key file holds, or undefined if the password is not its. `file-damaged` if it makes no sense. */
export async function openKeyFile(id: Id, file: KeyFile, password: string): Promise<MasterKeys | undefined> {
  const json = decrypt(await derive(id, file, password), Buffer.from(file.data, 'base64'));
  return json && decodeFile('keys', id, () => masterKeysFromJson(json));
}

async function derive(id: Id, { N, r, p, salt }: KeyFile, password: string): Promise<MasterKeys> {
  try {
    return await deriveKeys(password, { N, r, p, salt: Buffer.from(salt, 'base64') });
  } catch (error) {
    // Parameters in a combination scrypt does not take.
    throw new LifeboatError('file-damaged', { type: 'keys', name: id, detail: 'wrong-shape' }, { cause: error });
  }
}

function masterKeysFromJson(json: Uint8Array): MasterKeys {
  const { mac, encrypt } = decodeMasterKeys(json);
  const keys = { encrypt: Buffer.from(encrypt, 'base64'), macK: Buffer.from(mac.k, 'base64'), macR: Buffer.from(mac.r, 'base64') };
  const sound = keys.encrypt.length === ENCRYPT_BYTES && keys.macK.length === MAC_BYTES && keys.macR.length === MAC_BYTES;
  if (!sound) throw new RangeError('master keys of the wrong length');
  return keys;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
