import { isLifeboatError } from '../../shared/errors/index.ts';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Place, RepositoryAccess } from '../engine-host/index.ts';
import { pcLabel, type SetupNeeds } from './needs.ts';
import { retire } from './retired-keys.ts';

/**
 * Puts this PC's key into a repository that another password opens and that one does not, and takes out, where that is allowed, what
 * it replaces: the dead PC's keys, and older ones of this PC, whose password it has no more; how many those were. Where nothing may be
 * written the other password opens it until this process ends.
 */
export async function putOurKey(needs: SetupNeeds, ref: RepositoryRef, place: Place, password: string): Promise<number> {
  const { host, vault, installation, temporaryPasswords } = needs;
  const key = repositoryKey(ref);
  const ours = await vault.makePcKey();
  try {
    await host.addKey({ at: { ...place, password }, newPassword: ours, label: pcLabel(installation) });
  } catch (error) {
    if (!isLifeboatError(error, 'permission-denied') && !isLifeboatError(error, 'read-only')) throw error;
    temporaryPasswords.set(key, password);
    return 0;
  }
  temporaryPasswords.delete(key);
  return await removeReplaced(needs, { ...place, password: ours });
}

/** The same key files lie in repositories that are away: there they go when those come. */
async function removeReplaced({ host, store, installation }: SetupNeeds, at: RepositoryAccess): Promise<number> {
  const taken = predecessorOf(store);
  const labels = new Set([pcLabel(installation), ...(taken === undefined ? [] : [pcLabel(taken.installation)])]);
  const old = (await host.listKeys({ at })).filter(({ label, current }) => !current && labels.has(label));
  const ids = old.map(({ id }) => id);
  retire({ store }, ids);
  let removed = 0;
  for (const id of ids) {
    try {
      await host.removeKey({ at, keyId: id });
      removed += 1;
    } catch (error) {
      if (!isLifeboatError(error, 'removal-not-permitted')) throw error;
    }
  }
  return removed;
}

/** The PC that this one took over from, and when. */
export function predecessorOf({ notes }: Pick<SetupNeeds['store'], 'notes'>): { installation: string; since: string } | undefined {
  const text = notes.flag('predecessor');
  return text === undefined ? undefined : (JSON.parse(text) as { installation: string; since: string });
}
