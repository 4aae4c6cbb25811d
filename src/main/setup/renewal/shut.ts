import { isLifeboatError, LifeboatError } from '../../../shared/errors/index.ts';
import { repositoryKey } from '../../../shared/model/destination.ts';
import type { RetiredPlace } from '../../../shared/model/renewal.ts';
import { RETIRED_PLACE, retiredPlaces } from '../../protection/index.ts';
import { listRepository } from '../list-repository.ts';
import { credentialName, pcLabel, type SetupNeeds } from '../needs.ts';
import { refOf } from './retired.ts';

/** This PC took over: it has none of the keys that opened the old repositories. Only the papers of then do. */
export function shutRetired({ store }: Pick<SetupNeeds, 'store'>): void {
  for (const retired of retiredPlaces(store)) put({ store }, { ...retired, isShut: true });
}

/**
 * Opens an old repository with the key on a paper of then: a key of this PC goes in where that is allowed, otherwise the paper's opens it
 * until this process ends; what is in it is on record. `recovery-key-refused`, `place-unreachable`.
 */
export async function openRetired(needs: SetupNeeds, retired: RetiredPlace, password: string): Promise<void> {
  const { store, places, host, installation, temporaryPasswords } = needs;
  const ref = refOf(retired);
  const { name } = retired.destination;
  const found = await places.look(ref);
  if (found.state !== 'here') throw new LifeboatError('place-unreachable', { location: name, reason: found.state }, { retryable: true });
  const at = { ...found.place, password };
  try {
    await host.addKey({ at, newPassword: await keyForRetired(needs, retired), label: pcLabel(installation) });
    put({ store }, withoutShut(retired));
    temporaryPasswords.delete(repositoryKey(ref));
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password')) {
      throw new LifeboatError('recovery-key-refused', { location: name, isOld: true }, { cause: error });
    }
    if (!isLifeboatError(error, 'permission-denied') && !isLifeboatError(error, 'read-only')) throw error;
    temporaryPasswords.set(repositoryKey(ref), password);
  }
  await listRepository(needs, ref, at);
}

/** One for all of the same renewal, as on the PC that retired them: it stays when this PC's own key becomes another one. */
async function keyForRetired({ vault }: SetupNeeds, { renewal }: RetiredPlace): Promise<string> {
  const name = credentialName.ofRetired(renewal);
  const known = await vault.get(name);
  if (known !== undefined) return known;
  const key = await vault.pcKey();
  await vault.set(name, key);
  return key;
}

function withoutShut({ isShut: _open, ...retired }: RetiredPlace): RetiredPlace {
  return retired;
}

function put({ store }: Pick<SetupNeeds, 'store'>, retired: RetiredPlace): void {
  store.notes.setFlag(RETIRED_PLACE + retired.destination.id, JSON.stringify(retired));
}
