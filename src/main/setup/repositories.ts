import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { isSameRepository, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { Place } from '../engine/index.ts';
import type { RepositoryAccess } from '../engine-host/index.ts';
import { isWaiting } from '../protection/index.ts';
import { pcLabel, type SetupNeeds } from './needs.ts';
import { keyOfThen, putOurKey } from './our-key.ts';
import { newKeyOf, noLongerWaiting } from './renewal/begin.ts';

/**
 * Makes a place a repository of this pharmacy: the one that is there already if this PC's key opens it, else a new one
 * with the master keys and key files of the others. `repository-exists` if somebody else's is there, `place-unreachable`
 * if this is not the first and none of the others can be reached now.
 */
export async function makeRepository(needs: SetupNeeds, ref: RepositoryRef, place: Place): Promise<'made' | 'adopted'> {
  await newKeyOf(needs);
  const at: RepositoryAccess = { ...place, password: await needs.vault.makePcKey() };
  needs.locations.write(repositoryKey(ref), place.location);
  const is = (await isOurs(needs, ref, at)) ? 'adopted' : 'made';
  if (is === 'made') {
    const from = await anotherRepository(needs, ref);
    await needs.host.createRepository({ at, label: pcLabel(needs.installation), ...(from && { from }) });
  }
  noLongerWaiting(needs, ref);
  return is;
}

/** One that was taken over while it could only be read gets this PC's key now. */
async function isOurs(needs: SetupNeeds, ref: RepositoryRef, at: RepositoryAccess): Promise<boolean> {
  try {
    await needs.host.listKeys({ at });
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'repository-not-found')) return false;
    if (!isLifeboatError(error, 'wrong-password')) throw error;
    const temporary = needs.temporaryPasswords.get(repositoryKey(ref));
    if (temporary === undefined) throw new LifeboatError('repository-exists', { location: at.location }, { cause: error });
    await putOurKey(needs, ref, at, temporary);
    return true;
  }
}

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
