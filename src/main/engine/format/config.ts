import { z } from 'zod';
import { isId } from './id.ts';
import { encodeJson, parseJson } from './json.ts';

const schema = z.looseObject({
  /** 1 or 2; 2 compresses. */
  version: z.number().int(),
  /** The repository's identity: 32 random bytes in hex. */
  id: z.string().refine(isId),
  /** Irreducible polynomial of degree 53 over GF(2), in hex. restic cuts by it; Lifeboat seeds its own chunker from it. */
  chunker_polynomial: z.string().regex(/^[0-9a-f]{1,16}$/),
});

/** The repository's config file. */
export type RepositoryConfig = z.infer<typeof schema>;

/** The versions this program reads. */
export const SUPPORTED_VERSIONS: readonly number[] = [1, 2];

/** JSON of a config file. */
export function encodeConfig(config: RepositoryConfig): Buffer {
  return encodeJson(config);
}

/** The config in a config file's JSON; throws if it is none. Its version is not judged. */
export function decodeConfig(bytes: Uint8Array): RepositoryConfig {
  return schema.parse(parseJson(bytes));
}
