import { z } from 'zod';
import { encodeJson, parseJson } from './json.ts';

const base64 = z.base64();

/** Bounds for what a hostile key file may ask of the machine: restic asks for some 60 MiB and a fraction of a second. */
const MOST_MEMORY = 1024 * 1024 * 1024;
/** N * r * p: about 128 times the work of restic's keys. */
const MOST_WORK = 2 ** 25;

const schema = z.looseObject({
  created: z.string(),
  username: z.string().default(''),
  hostname: z.string().default(''),
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 22),
  r: z.number().int().min(1).max(64),
  p: z.number().int().min(1).max(64),
  salt: base64,
  /** The master keys' JSON, encrypted under the key derived from the password. */
  data: base64,
});

/** A key file: plain JSON, one per password. */
export type KeyFile = z.infer<typeof schema>;

/** JSON of a key file. */
export function encodeKeyFile(key: KeyFile): Buffer {
  return encodeJson(key);
}

/** The key file in its JSON; throws if it is none. */
export function decodeKeyFile(bytes: Uint8Array): KeyFile {
  const key = schema.parse(parseJson(bytes));
  const { N, r, p } = key;
  if (128 * N * r > MOST_MEMORY || N * r * p > MOST_WORK) throw new RangeError('scrypt parameters ask for too much');
  return key;
}

const masterSchema = z.object({
  mac: z.object({ k: base64, r: base64 }),
  encrypt: base64,
});

/** The master keys as they stand inside a key file. */
export type MasterKeyFile = z.infer<typeof masterSchema>;

/** JSON of the master keys. */
export function encodeMasterKeys(keys: MasterKeyFile): Buffer {
  return encodeJson(keys);
}

/** The master keys in their JSON; throws if they are none. */
export function decodeMasterKeys(bytes: Uint8Array): MasterKeyFile {
  return masterSchema.parse(parseJson(bytes));
}
