import { isLifeboatError } from '../../../../shared/errors/index.ts';
import type { Handle } from '../../backend/index.ts';
import { decrypt, encrypt, sha256 } from '../../crypto/index.ts';
import type { Id } from '../../format/id.ts';
import { decodeLock, encodeLock, type LockFile } from '../../format/lock-file.ts';
import { formatDate } from '../../format/time.ts';
import { decodeUnpacked, encodeUnpacked } from '../../format/unpacked.ts';
import type { LockContext } from './lock-context.ts';

/** `shared`: beside other shared ones. `exclusive`: alone. */
export type LockKind = 'shared' | 'exclusive';

/** A lock file that is there. */
export interface FoundLock {
  id: Id;
  /** Length of the file in bytes. */
  size: number;
  /** Undefined if it cannot be read: half written, damaged, another owner's. */
  content: LockFile | undefined;
}

/** How a place says that it removes nothing. */
const REFUSALS = ['permission-denied', 'read-only', 'locked-until'] as const;

/** A renewal between listing and loading makes a listed lock vanish; then the listing is not the whole truth. */
const LISTINGS = 3;

/** Every lock file with what stands in it. */
export async function readLocks(context: LockContext, signal?: AbortSignal): Promise<FoundLock[]> {
  for (let listing = 1; ; listing++) {
    const files = await Array.fromAsync(context.backend.list('locks', signal));
    const locks = await Promise.all(files.map(async (file) => ({ ...file, ...(await readLock(context, file.name, signal)) })));
    const present = locks.filter(({ vanished }) => !vanished);
    if (present.length === locks.length || listing === LISTINGS)
      return present.map(({ name, size, content }) => ({ id: name, size, content }));
  }
}

/** Writes a lock file of ours; its id. */
export async function writeLock(context: LockContext, kind: LockKind, signal?: AbortSignal): Promise<Id> {
  const { hostname, username, pid, uid, gid } = context.identity;
  const lock: LockFile = { time: formatDate(context.clock.now()), exclusive: kind === 'exclusive', hostname, username, pid };
  const numbers = { ...(uid > 0 && { uid }), ...(gid > 0 && { gid }) };
  const sealed = encrypt(context.masterKeys, encodeUnpacked(encodeLock({ ...lock, ...numbers }), context.version));
  const id = sha256(sealed);
  await context.backend.save(handleOf(id), [sealed], signal);
  return id;
}

/** Whether a lock file is there. */
export async function hasLock({ backend }: LockContext, id: Id): Promise<boolean> {
  try {
    await backend.stat(handleOf(id));
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found')) return false;
    throw error;
  }
}

/** Removes a lock file. False if the place refuses to remove: a credential that may only add, a container that keeps everything for a while. */
export async function removeLock({ backend }: LockContext, id: Id): Promise<boolean> {
  try {
    await backend.remove(handleOf(id));
    return true;
  } catch (error) {
    if (REFUSALS.some((code) => isLifeboatError(error, code))) return false;
    throw error;
  }
}

async function readLock(
  context: LockContext,
  id: Id,
  signal: AbortSignal | undefined,
): Promise<{ content: LockFile | undefined; vanished: boolean }> {
  try {
    return { content: parseLock(context, id, await context.backend.load(handleOf(id), undefined, signal)), vanished: false };
  } catch (error) {
    if (isLifeboatError(error, 'file-not-found')) return { content: undefined, vanished: true };
    if (!isUnreadable(error)) throw error;
    return { content: undefined, vanished: false };
  }
}

/** Failures of this one file; everything else is about the place. */
function isUnreadable(error: unknown): boolean {
  return isLifeboatError(error, 'permission-denied') || isLifeboatError(error, 'io-failed') || isLifeboatError(error, 'file-damaged');
}

function parseLock({ masterKeys }: LockContext, id: Id, bytes: Uint8Array): LockFile | undefined {
  if (sha256(bytes) !== id) return undefined;
  const plain = decrypt(masterKeys, bytes);
  if (!plain) return undefined;
  try {
    return decodeLock(decodeUnpacked(plain));
  } catch {
    return undefined;
  }
}

function handleOf(id: Id): Handle {
  return { type: 'locks', name: id };
}
