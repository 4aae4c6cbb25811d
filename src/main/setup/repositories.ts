import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { isSameRepository, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { RepositoryAccess } from '../engine-host/index.ts';
import { isWaiting } from '../protection/index.ts';
import type { SetupNeeds } from './needs.ts';
import { keyOfThen } from './our-key.ts';
import { retiredKeys } from './retired-keys.ts';

/** A repository of this pharmacy with its master keys of today that can be reached now; undefined if there is none yet, `place-unreachable`. */
export async function anotherRepository(needs: SetupNeeds, ref: RepositoryRef): Promise<RepositoryAccess | undefined> {
  const others = needs.store.destinations
    .list()
    .flatMap(repositoriesOf)
    .filter((other) => !isSameRepository(other, ref) && !isWaiting(needs.store, other));
  for (const other of others) {
    const found = await needs.places.look(other);
    if (found.state === 'here') return { ...found.place, password: await passwordOf(needs, other) };
  }
  if (others.length === 0) return undefined;
  throw new LifeboatError(
    'place-unreachable',
    { location: others.map(({ destination }) => destination).join(', '), reason: 'away' },
    { retryable: true },
  );
}

/** Whether a repository has the master keys of another one of the pharmacy; where it has, it has the same key files afterwards. */
export async function isOfThisPharmacy({ host, store }: SetupNeeds, at: RepositoryAccess, from: RepositoryAccess): Promise<boolean> {
  try {
    await host.alignKeys({ from, to: at, retired: retiredKeys({ store }) });
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password')) return false;
    throw error;
  }
}

/** This PC's key, of an old repository the one that it had then, or of a repository that it does not open yet the one that does. */
export async function passwordOf(
  { vault, store, temporaryPasswords }: Pick<SetupNeeds, 'vault' | 'store' | 'temporaryPasswords'>,
  ref: RepositoryRef,
): Promise<string> {
  const temporary = temporaryPasswords.get(repositoryKey(ref));
  return temporary ?? (await keyOfThen({ vault, store }, ref)) ?? (await vault.pcKey());
}

/** The repositories that can be reached now, with what opens them. */
export async function reachableRepositories(
  needs: SetupNeeds,
): Promise<{ here: { ref: RepositoryRef; at: RepositoryAccess }[]; away: RepositoryRef[] }> {
  const here: { ref: RepositoryRef; at: RepositoryAccess }[] = [];
  const away: RepositoryRef[] = [];
  for (const ref of needs.store.destinations.list().flatMap(repositoriesOf)) {
    const found = await needs.places.look(ref);
    if (found.state === 'here') here.push({ ref, at: { ...found.place, password: await passwordOf(needs, ref) } });
    else away.push(ref);
  }
  return { here, away };
}
