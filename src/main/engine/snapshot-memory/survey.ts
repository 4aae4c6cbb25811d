import { z } from 'zod';
import { decrypt, encrypt, type MasterKeys, sha256 } from '../crypto/index.ts';
import { type Id, isId } from '../format/id.ts';
import { encodeJson, parseJson } from '../format/json.ts';
import type { Snapshot } from '../format/snapshot.ts';
import { parseTime } from '../format/time.ts';
import type { HasKeyRing, ReadingRepository } from '../repository/index.ts';
import { loadSnapshots } from '../tree-walk/index.ts';
import type { SnapshotMemory } from './snapshot-memory.ts';

/** As much of a snapshot as tells whether to compare with it. */
export interface SnapshotDigest {
  id: Id;
  /** When it was made, RFC 3339. */
  time: string;
  /** `sourceKey` of its host and paths. */
  source: Id;
}

const schema = z.array(
  z.object({
    id: z.string().refine(isId),
    time: z.string().refine((text) => parseTime(text) !== undefined),
    source: z.string().refine(isId),
  }),
);

/** Equal for snapshots of the same host and the same paths, in whatever order. */
export function sourceKey({ hostname = '', paths }: Pick<Snapshot, 'hostname' | 'paths'>): Id {
  return sha256(Buffer.from(JSON.stringify([hostname, ...[...paths].sort()])));
}

/**
 * A digest of each snapshot that can be read, in no order. Files are named by the hash of their content, so what was read of
 * one stays true: only those that nobody here has read before are read. Which there are the place is asked every time.
 */
export async function surveySnapshots(
  repository: Pick<ReadingRepository, 'config' | 'list' | 'loadSnapshot'> & HasKeyRing,
  memory: SnapshotMemory,
  signal: AbortSignal,
): Promise<SnapshotDigest[]> {
  const key = repository.config.id;
  const { masterKeys } = repository.keyRing;
  const files = await repository.list('snapshots', signal);
  const remembered = new Map(opened(masterKeys, await memory.load(key)).map((digest) => [digest.id, digest]));
  const known = files.flatMap(({ name }) => remembered.get(name) ?? []);
  const unread = files.filter(({ name }) => !remembered.has(name));
  const { entries } = await loadSnapshots({ list: async () => unread, loadSnapshot: (id) => repository.loadSnapshot(id, signal) }, signal);
  const digests = [...known, ...entries.map(({ id, snapshot }) => ({ id, time: snapshot.time, source: sourceKey(snapshot) }))];
  if (entries.length > 0 || known.length < remembered.size) await memory.save(key, encrypt(masterKeys, encodeJson(digests)));
  return digests;
}

/** What was remembered, if this repository's keys sealed it. */
function opened(keys: MasterKeys, bytes: Uint8Array | undefined): SnapshotDigest[] {
  const content = bytes === undefined ? undefined : decrypt(keys, bytes);
  if (content === undefined) return [];
  try {
    return schema.parse(parseJson(content));
  } catch {
    return [];
  }
}
