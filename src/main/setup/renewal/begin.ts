import { repositoriesOf, type RepositoryRef, repositoryKey } from '../../../shared/model/destination.ts';
import type { Renewal, RetiredPlace } from '../../../shared/model/renewal.ts';
import { FACT_FLAGS, isWaiting, lastRenewal, RENEWAL } from '../../protection/index.ts';
import { credentialName, type SetupNeeds } from '../needs.ts';
import { numbered } from './beside.ts';
import { putRetired, refOf } from './retired.ts';

type Memory = Pick<SetupNeeds, 'store'>;

/**
 * A key leaked: from now on nobody uses the repositories there are as places for copies; each waits for a new one. Whoever still uses
 * them has to be stopped, then `retireRepositories`. The vault is asked first: without it there could be no new key.
 */
export async function declareLeaked(needs: SetupNeeds, by: string | undefined): Promise<void> {
  const { store, vault, clock, installation, newId } = needs;
  await vault.pcKey();
  await newKeyOf(needs);
  const refs = store.destinations.list().flatMap(repositoriesOf);
  writeRenewal(needs, {
    id: newId(),
    at: clock.now().toISOString(),
    ...(by !== undefined && { by }),
    installation,
    hasNewKey: false,
    // One that never got its new repository after an earlier leak has its old one on record.
    toRetire: refs.filter((ref) => !isWaiting(store, ref)).map(repositoryKey),
    waiting: refs.map(repositoryKey),
  });
}

/**
 * Puts the repositories of before on record as old ones, with everything that is known of them; the places are from now on where
 * their new repositories are to be. Also to be called at a start: the process may have ended before this was done.
 */
export function retireRepositories({ store, temporaryPasswords }: Pick<SetupNeeds, 'store' | 'temporaryPasswords'>): void {
  const renewal = lastRenewal(store);
  if (renewal === undefined || renewal.toRetire.length === 0) return;
  const refs = store.destinations
    .list()
    .flatMap(repositoriesOf)
    .filter((ref) => renewal.toRetire.includes(repositoryKey(ref)));
  const retired = store.transaction(() => {
    const done = refs.map((ref) => ({ ref, old: retire({ store }, ref, renewal) }));
    writeRenewal({ store }, { ...renewal, toRetire: [] });
    return done;
  });
  for (const { ref, old } of retired) {
    const password = temporaryPasswords.get(repositoryKey(ref));
    if (password !== undefined) temporaryPasswords.set(repositoryKey(refOf(old)), password);
    temporaryPasswords.delete(repositoryKey(ref));
  }
}

/** Makes this PC's new key, once for each time a key leaked; the old one is kept for the old repositories. */
export async function newKeyOf({ store, vault, installation }: Pick<SetupNeeds, 'store' | 'vault' | 'installation'>): Promise<void> {
  const renewal = lastRenewal(store);
  // A PC that took over meanwhile has a key of its own already, which never opened the old ones.
  if (renewal === undefined || renewal.hasNewKey || renewal.installation !== installation) return;
  await vault.replacePcKey(credentialName.ofRetired(renewal.id));
  const now = lastRenewal(store);
  if (now?.id === renewal.id) writeRenewal({ store }, { ...now, hasNewKey: true });
}

/** There is a new repository. */
export function noLongerWaiting({ store }: Memory, ref: RepositoryRef): void {
  const renewal = lastRenewal(store);
  if (renewal === undefined || !renewal.waiting.includes(repositoryKey(ref))) return;
  writeRenewal({ store }, { ...renewal, waiting: renewal.waiting.filter((key) => key !== repositoryKey(ref)) });
}

function writeRenewal({ store }: Memory, renewal: Renewal): void {
  store.notes.setFlag(RENEWAL, JSON.stringify(renewal));
}

function retire({ store }: Memory, ref: RepositoryRef, { id: renewal, at: since }: Renewal): RetiredPlace {
  const live = store.destinations.get(ref.destination);
  if (live === undefined) throw new RangeError(`There is no ${ref.destination}.`);
  const disk = live.kind === 'usb-set' ? live.disks.find((one) => one.id === ref.disk) : undefined;
  const destination = live.kind === 'usb-set' ? { ...live, disks: disk === undefined ? [] : [disk] } : live;
  const retired = putRetired({ store }, { destination, of: ref, since, renewal });
  store.points.rename(ref, refOf(retired));
  store.destinations.put(numbered(live, ref, 2));
  for (const flag of [`sealed:${repositoryKey(ref)}`, FACT_FLAGS.otherWriterAt(repositoryKey(ref))]) store.notes.setFlag(flag, undefined);
  return retired;
}
