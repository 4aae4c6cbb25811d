import { isLifeboatError } from '../../shared/errors/index.ts';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Place, RepositoryAccess } from '../engine-host/index.ts';
import { retiredPlaces } from '../protection/index.ts';
import { credentialName, pcLabel, type SetupNeeds } from './needs.ts';
import { retire } from './retired-keys.ts';

/**
 * Puts this PC's key into a repository that another password opens and that one does not, and takes out, where that is allowed, what
 * it replaces: the dead PC's keys, and older ones of this PC, whose password it has no more; how many those were. Where nothing may be
 * written the other password opens it until this process ends.
 */
export async function putOurKey(needs: SetupNeeds, ref: RepositoryRef, place: Place, password: string): Promise<number> {
  const { host, installation, temporaryPasswords } = needs;
  const key = repositoryKey(ref);
  const ours = await ourKey(needs, ref);
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

/** This PC's key, of an old repository the one that it had then; made if there is none yet. */
export async function ourKey(needs: Pick<SetupNeeds, 'vault' | 'store'>, ref: RepositoryRef): Promise<string> {
  return (await keyOfThen(needs, ref)) ?? (await needs.vault.makePcKey());
}

/** Of an old repository this PC's key when it was retired. Where this process ended before there was another, the one there is opens it. */
export async function keyOfThen({ vault, store }: Pick<SetupNeeds, 'vault' | 'store'>, ref: RepositoryRef): Promise<string | undefined> {
  const retired = retiredPlaces(store).find(({ destination }) => destination.id === ref.destination);
  return retired && (await vault.get(credentialName.ofRetired(retired.renewal)));
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
