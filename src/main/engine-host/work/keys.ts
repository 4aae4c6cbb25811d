import { isLifeboatError } from '../../../shared/errors/index.ts';
import { addKey, listKeys, removeKey, shareKeys } from '../../engine/index.ts';
import type { HostHooks, RepositoryAccess } from '../engine-host.ts';
import { type Ground, within } from './ground.ts';

const NO_HOOKS: HostHooks = {};

/** Key files by id; their label is the host name the key was made with (`recovery-owner`, ...), which restic shows too. */
export async function listRepositoryKeys(
  ground: Ground,
  { at }: { at: RepositoryAccess },
  hooks: HostHooks = NO_HOOKS,
): Promise<{ id: string; label: string; created: string; current: boolean }[]> {
  return await within(ground, at, 'reading', hooks, async (session) =>
    (await listKeys(session)).map(({ id, hostname, created, current }) => ({ id, label: hostname, created, current })),
  );
}

export async function addRepositoryKey(
  ground: Ground,
  { at, newPassword, label }: { at: RepositoryAccess; newPassword: string; label: string },
): Promise<{ keyId: string }> {
  return await within(ground, at, 'appending', NO_HOOKS, async (session) => ({
    keyId: await addKey(session, newPassword, { hostname: label }),
  }));
}

export async function removeRepositoryKey(ground: Ground, { at, keyId }: { at: RepositoryAccess; keyId: string }): Promise<void> {
  await within(ground, at, 'exclusive', NO_HOOKS, async (session) => await removeKey(session, keyId));
}

/** Makes a repository with its first key and the others; or with the master keys and key files of another repository. */
export async function createRepository(
  ground: Ground,
  {
    at,
    label,
    otherKeys = [],
    from,
  }: { at: RepositoryAccess; label: string; otherKeys?: { password: string; label: string }[]; from?: RepositoryAccess },
): Promise<{ keyIds: string[] }> {
  if (from) await within(ground, from, 'reading', NO_HOOKS, async (session) => await ground.engine.initFrom(at, session));
  else await ground.engine.init(at, at.password, { hostname: label });
  const keyIds: string[] = [];
  for (const other of from ? [] : otherKeys) {
    keyIds.push((await addRepositoryKey(ground, { at, newPassword: other.password, label: other.label })).keyId);
  }
  return { keyIds };
}

/**
 * Gives `to` the key files that only `from` has, and takes those away that are retired, where the credential may. The password
 * of `to` need not open it yet if it opens `from`: a repository that was away when this PC got its key has the same master keys.
 */
export async function alignKeys(
  ground: Ground,
  { from, to, retired }: { from: RepositoryAccess; to: RepositoryAccess; retired: string[] },
): Promise<{ added: string[]; removed: string[] }> {
  const added = await within(ground, from, 'reading', NO_HOOKS, async (source) => {
    const share = async (): Promise<string[]> =>
      await within(ground, to, 'appending', NO_HOOKS, async (target) => await shareKeys(source, target, retired));
    try {
      return await share();
    } catch (error) {
      if (!isLifeboatError(error, 'wrong-password')) throw error;
      await ground.engine.admit(to, source);
      return await share();
    }
  });
  const there = await listRepositoryKeys(ground, { at: to });
  const removed: string[] = [];
  for (const { id, current } of there) {
    if (!retired.includes(id) || current) continue;
    if (await removeWhereAllowed(ground, to, id)) removed.push(id);
  }
  return { added, removed };
}

async function removeWhereAllowed(ground: Ground, at: RepositoryAccess, keyId: string): Promise<boolean> {
  try {
    await removeRepositoryKey(ground, { at, keyId });
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'removal-not-permitted')) return false;
    throw error;
  }
}
