import { chmod, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { repositoriesOf } from '../../shared/model/destination.ts';
import type { KitRecord } from '../../shared/model/installation.ts';
import { type KitAzureAccess, kitIsStale, type KitHolder, kitPlaces } from '../../shared/model/recovery-kit.ts';
import { normalizeRecoveryKey } from '../../shared/model/recovery-key.ts';
import { DISK_FOLDER } from '../places/index.ts';
import { kitDigest, kitDocument, type KitPlaceSurroundings, kitSaveProblem } from '../reports/index.ts';
import { accessFingerprint, newRecoveryKey, sealForKit } from '../vault/index.ts';
import { credentialName, type SetupNeeds } from './needs.ts';
import { reachableRepositories } from './repositories.ts';

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
/** The flag with ids of key files that must go wherever they still are. */
export const RETIRED_KEYS = 'retired-keys';

export function createKitService(needs: SetupNeeds): KitService {
  return {
    make: async (holder) => await makeKit(needs, holder),
    save: async (holder, path) => {
      const problem = kitSaveProblem(path, await surroundingsOf(needs));
      if (problem) throw problem;
      const { pdf, waiting } = await makeKit(needs, holder);
      await writePrivately(path, pdf);
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

async function makeKit(needs: SetupNeeds, holder: KitHolder): Promise<{ pdf: Buffer; waiting: string[] }> {
  const { store, clock, host } = needs;
  const pharmacy = store.pharmacy.get();
  const { here, away } = await reachableRepositories(needs);
  const [first] = here;
  if (pharmacy === undefined || first === undefined)
    throw new LifeboatError('place-unreachable', { location: 'kit', reason: 'away' }, { retryable: true });
  const recoveryKey = newRecoveryKey();
  const { keyId } = await host.addKey({ at: first.at, newPassword: recoveryKey, label: `recovery-${holder}` });
  retire(needs, holder);
  const retired = retiredKeys(needs);
  // The same key file opens the others too; those that are away get it when they come.
  for (const { at } of here) await host.alignKeys({ from: first.at, to: at, retired });
  const access = await paperAccesses(needs);
  const facts = factsOf(needs, holder, access);
  const madeAt = clock.now();
  const sealedAccess = access.length > 0 ? await sealForKit({ azure: access }, recoveryKey) : undefined;
  const pdf = await kitDocument(
    { ...facts, madeAt: madeAt.toISOString(), recoveryKey, sealedAccess, timeZone: pharmacy.timeZone },
    pharmacy.language,
  );
  store.notes.addKitRecord({ at: madeAt.toISOString(), holder, keyId, contentsDigest: currentDigest(needs) });
  return { pdf, waiting: away.map(({ destination, disk }) => disk ?? destination) };
}

/** The holder's earlier keys must open nothing any more. */
function retire(needs: SetupNeeds, holder: KitHolder): void {
  const old = needs.store.notes.kitRecords().filter((record) => record.holder === holder);
  const ids = new Set([...retiredKeys(needs), ...old.map(({ keyId }) => keyId)]);
  needs.store.notes.setFlag(RETIRED_KEYS, JSON.stringify([...ids]));
}

/** Ids of key files that must go wherever they still are. */
export function retiredKeys({ store }: Pick<SetupNeeds, 'store'>): string[] {
  return JSON.parse(store.notes.flag(RETIRED_KEYS) ?? '[]') as string[];
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
  const kept = store.destinations.list().map(async ({ id }) => await vault.get(credentialName.ofPaper(id)));
  return (await Promise.all(kept)).flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as KitAzureAccess]));
}

function factsOf(needs: SetupNeeds, holder: KitHolder, azure: KitAzureAccess[]) {
  const access = azure.length > 0 ? accessFingerprint({ azure }) : undefined;
  needs.store.notes.setFlag('paper-access', access);
  return { ...basicFacts(needs, holder), access };
}

function basicFacts({ store }: SetupNeeds, holder: KitHolder) {
  return { pharmacy: store.pharmacy.get()?.name ?? '', holder, places: kitPlaces(store.destinations.list(), `${DISK_FOLDER}/repository`) };
}
