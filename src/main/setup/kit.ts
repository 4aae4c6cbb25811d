import { chmod, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { repositoriesOf, type RepositoryRef } from '../../shared/model/destination.ts';
import type { KitRecord } from '../../shared/model/installation.ts';
import { type KitAzureAccess, kitIsStale, type KitHolder, kitPlaces } from '../../shared/model/recovery-kit.ts';
import { normalizeRecoveryKey } from '../../shared/model/recovery-key.ts';
import { DISK_FOLDER, folderOn } from '../places/index.ts';
import { kitDigest, kitDocument, type KitPlaceSurroundings, kitSaveProblem } from '../reports/index.ts';
import { accessFingerprint, newRecoveryKey, sealForKit } from '../vault/index.ts';
import { credentialName, type SetupNeeds } from './needs.ts';
import { reachableRepositories } from './repositories.ts';
import { retire, retiredKeys } from './retired-keys.ts';

/** Papers that open everything, and the tests that they do. */
export interface KitService {
  /** Makes a holder's paper with a new key; the one before opens nothing any more where it can be reached. */
  make(holder: KitHolder): Promise<{ pdf: Buffer; waiting: string[] }>;
  /** The same, saved as a file; `kit-place-unsafe` where it must not lie. */
  save(holder: KitHolder, path: string): Promise<string[]>;
  /** Tries the key typed back from a paper on a real repository. */
  test(holder: KitHolder, typed: string): Promise<{ passed: boolean; problem?: string }>;
  /** Holders whose newest paper no longer says what it should. */
  staleHolders(): KitHolder[];
  /** Digest of what a paper made now would say, whoever it is for; undefined before there is one. */
  currentDigest(): string | undefined;
}

const HOLDERS: readonly KitHolder[] = ['owner', 'pharmacist-in-charge'];

export function createKitService(needs: SetupNeeds): KitService {
  return {
    make: async (holder) => await makeKit(needs, holder),
    save: async (holder, path) => {
      const problem = kitSaveProblem(path, await surroundingsOf(needs));
      if (problem) throw problem;
      const { waiting } = await makeKit(needs, holder, async (pdf) => await writePrivately(path, pdf));
      return waiting;
    },
    test: async (holder, typed) => await testKit(needs, holder, typed),
    staleHolders: () => HOLDERS.filter((holder) => isStale(needs, holder)),
    currentDigest: () => (needs.store.notes.kitRecords().length > 0 ? currentDigest(needs) : undefined),
  };
}

async function surroundingsOf({ store, places }: SetupNeeds): Promise<KitPlaceSurroundings> {
  const disks = store.destinations.list().flatMap((destination) => (destination.kind === 'usb-set' ? repositoriesOf(destination) : []));
  const found = await Promise.all(disks.map(async (ref) => await places.look(ref)));
  const drives = found.flatMap((state) => (state.state === 'here' ? [dirname(dirname(state.place.location))] : []));
  return { destinations: store.destinations.list(), drives, sources: store.sources.list() };
}

/** Only this account may read it until it is printed and deleted. */
async function writePrivately(path: string, content: Buffer): Promise<void> {
  try {
    await writeFile(path, content, { mode: 0o600, flush: true });
    // The mode above counts only for a file that was not there.
    await chmod(path, 0o600);
  } catch (error) {
    const { code: reason = 'unknown' } = Object(error) as { code?: string };
    throw new LifeboatError('io-failed', { path, reason }, { cause: error });
  }
}

/** Hands the paper to `keep` before the holder's earlier one stops to open anything: whoever fails in between still has one that works. */
async function makeKit(needs: SetupNeeds, holder: KitHolder, keep: (pdf: Buffer) => Promise<void> = nowhere): Promise<MadeKit> {
  const { store, host } = needs;
  const { here, away } = await reachableRepositories(needs);
  const [first] = here;
  if (store.pharmacy.get() === undefined || first === undefined)
    throw new LifeboatError('place-unreachable', { location: 'kit', reason: 'away' }, { retryable: true });
  const recoveryKey = newRecoveryKey();
  const { keyId } = await host.addKey({ at: first.at, newPassword: recoveryKey, label: `recovery-${holder}` });
  try {
    const { pdf, madeAt } = await printKit(needs, holder, recoveryKey);
    await keep(pdf);
    retire(
      needs,
      store.notes.kitRecords().flatMap((record) => (record.holder === holder ? [record.keyId] : [])),
    );
    store.notes.addKitRecord({ at: madeAt, holder, keyId, contentsDigest: currentDigest(needs) });
    const failed = await alignAll(needs, here);
    return { pdf, waiting: [...failed, ...away].map(({ destination, disk }) => disk ?? destination) };
  } catch (error) {
    // Nobody holds the paper of the new key.
    if (!store.notes.kitRecords().some((record) => record.keyId === keyId)) retire(needs, [keyId]);
    throw error;
  }
}

async function nowhere(): Promise<void> {
  // Its asker prints it.
}

interface MadeKit {
  pdf: Buffer;
  /** Disks and destinations that get the key when they come. */
  waiting: string[];
}

async function printKit(needs: SetupNeeds, holder: KitHolder, recoveryKey: string): Promise<{ pdf: Buffer; madeAt: string }> {
  const pharmacy = needs.store.pharmacy.get();
  const access = await paperAccesses(needs);
  const facts = factsOf(needs, holder, access);
  const madeAt = needs.clock.now().toISOString();
  const sealedAccess = access.length > 0 ? await sealForKit({ azure: access }, recoveryKey) : undefined;
  const contents = { ...facts, madeAt, recoveryKey, sealedAccess, timeZone: pharmacy?.timeZone ?? 'UTC' };
  return { pdf: await kitDocument(contents, pharmacy?.language ?? 'en'), madeAt };
}

/** Gives the first one's keys to the others, and takes retired ones away everywhere. The same key file opens all. Where that failed. */
async function alignAll(
  { store, host }: SetupNeeds,
  here: Awaited<ReturnType<typeof reachableRepositories>>['here'],
): Promise<RepositoryRef[]> {
  const failed: RepositoryRef[] = [];
  for (const { ref, at } of here) {
    try {
      await host.alignKeys({ from: here[0]?.at ?? at, to: at, retired: retiredKeys({ store }) });
    } catch {
      failed.push(ref);
    }
  }
  return failed;
}

async function testKit(needs: SetupNeeds, holder: KitHolder, typed: string): Promise<{ passed: boolean; problem?: string }> {
  const read = normalizeRecoveryKey(typed);
  if (!read.ok) return { passed: false, problem: read.reason };
  const { here } = await reachableRepositories(needs);
  const [tried] = here;
  if (tried === undefined) return { passed: false, problem: 'away' };
  const opens = await openedKey(needs, { ...tried.at, password: read.key });
  // The other holder's key is no proof that this one's paper works.
  const record = newestRecord(needs, holder);
  const passed = opens !== undefined && opens === record?.keyId;
  needs.store.notes.addKitTest({ at: needs.clock.now().toISOString(), destination: tried.ref.destination, holder, passed });
  return passed ? { passed } : { passed, problem: opens === undefined ? 'wrong-key' : 'other-paper' };
}

async function openedKey({ host }: SetupNeeds, at: Parameters<SetupNeeds['host']['listKeys']>[0]['at']): Promise<string | undefined> {
  try {
    return (await host.listKeys({ at })).find(({ current }) => current)?.id;
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password')) return undefined;
    throw error;
  }
}

function isStale(needs: SetupNeeds, holder: KitHolder): boolean {
  const record = newestRecord(needs, holder);
  return record !== undefined && kitIsStale(record, currentDigest(needs));
}

/** The same for both holders: what is on one paper and not on the other is the key. */
function currentDigest(needs: SetupNeeds): string {
  return kitDigest({ ...basicFacts(needs, 'owner'), access: needs.store.notes.flag('paper-access') });
}

function newestRecord({ store }: SetupNeeds, holder: KitHolder): KitRecord | undefined {
  return store.notes
    .kitRecords()
    .filter((record) => record.holder === holder)
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
}

async function paperAccesses({ store, vault }: SetupNeeds): Promise<KitAzureAccess[]> {
  const kept = store.destinations.list().map(async (destination) => {
    const text = await vault.get(credentialName.ofPaper(destination.id));
    if (text === undefined) return [];
    const access = JSON.parse(text) as KitAzureAccess;
    // It opens the whole container; where in it the copies are now is the place's matter.
    const isThere = destination.kind === 'azure' && destination.container === access.container;
    return [isThere ? { ...access, prefix: destination.prefix } : access];
  });
  return (await Promise.all(kept)).flat();
}

function factsOf(needs: SetupNeeds, holder: KitHolder, azure: KitAzureAccess[]) {
  const access = azure.length > 0 ? accessFingerprint({ azure }) : undefined;
  needs.store.notes.setFlag('paper-access', access);
  return { ...basicFacts(needs, holder), access };
}

function basicFacts({ store }: SetupNeeds, holder: KitHolder) {
  const places = kitPlaces(store.destinations.list(), (disk) => `${DISK_FOLDER}/${folderOn(disk)}`);
  return { pharmacy: store.pharmacy.get()?.name ?? '', holder, places };
}
