import { z } from 'zod';
import { encodeJson, parseJson } from './json.ts';
import { parseTime } from './time.ts';

const schema = z.looseObject({
  time: z.string().refine((text) => parseTime(text) !== undefined),
  exclusive: z.boolean(),
  hostname: z.string(),
  username: z.string().default(''),
  pid: z.number().int(),
  uid: z.number().int().optional(),
  gid: z.number().int().optional(),
});

/** Who holds a lock, since when, and whether alone. */
export type LockFile = z.infer<typeof schema>;

/** JSON of a lock file. */
export function encodeLock(lock: LockFile): Buffer {
  return encodeJson(lock);
}

/** The lock in a lock file's JSON; throws if it is none. */
export function decodeLock(bytes: Uint8Array): LockFile {
  return schema.parse(parseJson(bytes));
}
