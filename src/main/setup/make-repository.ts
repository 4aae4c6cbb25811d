import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { RepositoryAccess } from '../engine-host/index.ts';
import { lastRenewal } from '../protection/index.ts';
import { pcLabel, type SetupNeeds } from './needs.ts';
import { putOurKey } from './our-key.ts';
import { newKeyOf, noLongerWaiting } from './renewal/begin.ts';
import { beginBeside } from './renewal/begin-beside.ts';
import { type LyingRepository, noteOld } from './renewal/note-old.ts';
import { anotherRepository, isOfThisPharmacy } from './repositories.ts';

/** A place that is to have a repository. */
export interface NewPlace extends LyingRepository {
  ref: RepositoryRef;
  /** Whether a disk says of itself that this installation took it into a set once. */
  isMarkedOurs?: boolean;
}

/**
 * Makes a place a repository of this pharmacy, and says how the place is from now on: the repository that is there already if this
 * PC's key or those of the others open it, else a new one with the master keys and key files of the others. Where an old one of this
 * pharmacy lies, from before a key leaked, that is kept to be read, and the new one is begun beside it. `repository-exists` if somebody
 * else's is there, `place-unreachable` if this is not the first and none of the others can be reached now.
 */
export async function makeRepository(needs: SetupNeeds, asked: NewPlace): Promise<Destination> {
  const { ref, place } = asked;
  await newKeyOf(needs);
  const at: RepositoryAccess = { ...place, password: await needs.vault.makePcKey() };
  needs.locations.write(repositoryKey(ref), place.location);
  const lies = await whatLies(needs, asked, at);
  if (lies === 'nothing') {
    const from = await anotherRepository(needs, ref);
    await needs.host.createRepository({ at, label: pcLabel(needs.installation), ...(from && { from }) });
  }
  const begun = lies === 'old' ? await beginBeside(needs, ref, asked) : asked;
  needs.locations.write(repositoryKey(ref), begun.place.location);
  noLongerWaiting(needs, ref);
  return begun.destination;
}

async function whatLies(needs: SetupNeeds, asked: NewPlace, at: RepositoryAccess): Promise<'nothing' | 'ours' | 'old'> {
  try {
    await needs.host.listKeys({ at });
    return 'ours';
  } catch (error) {
    if (isLifeboatError(error, 'repository-not-found')) return 'nothing';
    if (!isLifeboatError(error, 'wrong-password')) throw error;
    const lies = await whatOthersOpen(needs, asked, at);
    if (lies === undefined) throw new LifeboatError('repository-exists', { location: at.location }, { cause: error });
    return lies;
  }
}

/** This PC's key of today does not open it. Undefined: it is somebody else's. */
async function whatOthersOpen(
  needs: SetupNeeds,
  { ref, isMarkedOurs = false, ...lying }: NewPlace,
  at: RepositoryAccess,
): Promise<'ours' | 'old' | undefined> {
  const temporary = needs.temporaryPasswords.get(repositoryKey(ref));
  if (temporary !== undefined) {
    // One that was taken over while it could only be read gets this PC's key now.
    await putOurKey(needs, ref, at, temporary);
    return 'ours';
  }
  if (await noteOld(needs, ref, lying)) return 'old';
  if (await isOfThoseHere(needs, ref, at)) return 'ours';
  // The key of then is gone with the old copies that were forgotten.
  return isMarkedOurs && lastRenewal(needs.store) !== undefined ? 'old' : undefined;
}

/** Another one of the pharmacy's with the same master keys gives it this PC's key. */
async function isOfThoseHere(needs: SetupNeeds, ref: RepositoryRef, at: RepositoryAccess): Promise<boolean> {
  try {
    const from = await anotherRepository(needs, ref);
    return from !== undefined && (await isOfThisPharmacy(needs, at, from));
  } catch (error) {
    if (isLifeboatError(error, 'place-unreachable')) return false;
    throw error;
  }
}
