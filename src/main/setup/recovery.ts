import { basename, resolve } from 'node:path';
import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { type Destination, type DestinationOf, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { KitAzureAccess } from '../../shared/model/recovery-kit.ts';
import { normalizeRecoveryKey } from '../../shared/model/recovery-key.ts';
import type { AzureCredentials } from '../engine/index.ts';
import type { RepositoryAccess, SealFile } from '../engine-host/index.ts';
import { azureCredentials, azureLocation, findRepositories, type FoundRepository, repositoryAt } from '../places/index.ts';
import { holdDeletions, retiredPlaces } from '../protection/index.ts';
import { importSeal } from '../store/index.ts';
import { openKitSeal } from '../vault/index.ts';
import { type GivenCredential, givenCredentials } from './azure-credential.ts';
import { keepCredential } from './destinations.ts';
import { listRepository } from './list-repository.ts';
import { credentialName, type SetupNeeds } from './needs.ts';
import { ourKey, putOurKey } from './our-key.ts';
import { markSetUp } from './progress.ts';
import { openRetired, shutRetired } from './renewal/shut.ts';
import { slugOf } from '../../shared/model/slug-of.ts';

/** What a blank PC is given. */
export interface RecoveryRequest {
  location: string;
  recoveryKey: string;
  credential?: GivenCredential | undefined;
  sealedAccess?: string | undefined;
}

export interface RecoveryFound {
  pharmacy: string | undefined;
  installation: string;
  sealedAt: string;
  sources: { id: string; name: string; tier: string; newest: string | undefined }[];
}

export interface TakenOver {
  /** Names of destinations and sources whose credentials were known to the dead PC. */
  credentialsToChange: string[];
  retiredKeys: number;
}

/** From a copy and a paper to a working installation on a blank PC. */
export interface RecoveryService {
  /** Whether this installation may take over: it protects nothing yet, or a take-over broke off in the middle. */
  isPossible(): boolean;
  /** Folders on this PC's drives that hold copies. Nothing is opened. */
  find(): Promise<FoundRepository[]>;
  /** What a paper says: its key as it is printed, and the copies in the cloud that its code opens. */
  open(paper: Pick<RecoveryRequest, 'recoveryKey' | 'sealedAccess'>): Promise<OpenedPaper>;
  /** Looks what is there. Nothing is changed. */
  inspect(request: RecoveryRequest): Promise<RecoveryFound>;
  /** Brings the settings back and makes this PC the one that backs up. `value-invalid` if this installation is in use. */
  takeOver(request: RecoveryRequest): Promise<TakenOver>;
  /** Gives a repository that is here, or an old one, this PC's key, by the key on a paper. `recovery-key-refused`, `place-unreachable`. */
  unlock(ref: RepositoryRef, recoveryKey: string): Promise<void>;
  /** A repository that was away during the take-over came back: this PC's key goes in. */
  adopt(ref: RepositoryRef): Promise<void>;
}

export interface OpenedPaper {
  recoveryKey: string;
  places: { location: string; account: string; container: string; prefix: string }[];
}

const DAY = 24 * 60 * 60 * 1000;
/** Nothing is deleted for so long after a take-over: time enough to see that everything is there. */
const HELD_DAYS = 30;

/** The flag that a take-over is under way. */
const TAKING_OVER = 'taking-over';

export function createRecoveryService(needs: SetupNeeds): RecoveryService {
  return {
    isPossible: () => isPossible(needs),
    find: async () => await findRepositories(needs),
    open: openPaper,
    inspect: async (request) => await inspect(needs, request),
    takeOver: async (request) => await takeOver(needs, request),
    unlock: async (ref, recoveryKey) => await unlock(needs, ref, keyOf(recoveryKey)),
    adopt: async (ref) => {
      const password = needs.temporaryPasswords.get(repositoryKey(ref));
      const found = password === undefined ? undefined : await needs.places.look(ref);
      if (password !== undefined && found?.state === 'here') await putOurKey(needs, ref, found.place, password);
    },
  };
}

async function openPaper({ recoveryKey, sealedAccess }: Pick<RecoveryRequest, 'recoveryKey' | 'sealedAccess'>): Promise<OpenedPaper> {
  const key = keyOf(recoveryKey);
  const accesses = sealedAccess === undefined ? [] : (await openKitSeal(sealedAccess, key)).azure;
  const places = accesses.map((access) => {
    const { account, container, prefix } = access;
    return { location: azureLocation(access), account, container, prefix };
  });
  return { recoveryKey: key, places };
}

async function inspect(needs: SetupNeeds, request: RecoveryRequest): Promise<RecoveryFound> {
  const at = await accessOf(request);
  const seal = await asOnThePaper(at.location, readSealOf(needs, at));
  const points = await needs.host.listPoints({ at });
  const settings = settingsIn(seal.files);
  const newest = (source: string): string | undefined =>
    points
      .filter((point) => point.source === source)
      .map(({ time }) => time)
      .sort()
      .at(-1);
  const sources = settings.sources.map(({ id, name, tier }) => ({ id, name, tier, newest: newest(id) }));
  return { pharmacy: settings.pharmacy?.name, installation: seal.installation, sealedAt: seal.time, sources };
}

function isPossible({ store }: SetupNeeds): boolean {
  return store.sources.list().length === 0 || store.notes.flag(TAKING_OVER) !== undefined;
}

async function takeOver(needs: SetupNeeds, request: RecoveryRequest): Promise<TakenOver> {
  const { store, clock } = needs;
  if (!isPossible(needs)) throw new LifeboatError('installation-in-use', {});
  const at = await accessOf(request);
  const seal = await asOnThePaper(at.location, readSealOf(needs, at));
  const accesses = request.sealedAccess === undefined ? [] : (await openKitSeal(request.sealedAccess, at.password)).azure;
  // A vault that does not work is to be known before anything is changed.
  await needs.vault.makePcKey();
  const now = clock.now();
  store.transaction(() => {
    importSeal(store, seal.files);
    shutRetired({ store });
    store.notes.setFlag(TAKING_OVER, seal.installation);
    store.notes.setFlag('predecessor', JSON.stringify({ installation: seal.installation, since: now.toISOString() }));
    holdDeletions(store, new Date(now.getTime() + HELD_DAYS * DAY));
  });
  markSetUp(needs);
  await keepCredentials(needs, request, accesses);
  const retired = await takeKeys(needs, at);
  store.notes.setFlag(TAKING_OVER, undefined);
  return { credentialsToChange: namesToChange(needs), retiredKeys: retired };
}

/** The paper's key and what reaches the place. `recovery-key-invalid` before anything is asked of it. */
async function accessOf({ location, recoveryKey, credential, sealedAccess }: RecoveryRequest): Promise<RepositoryAccess> {
  const password = keyOf(recoveryKey);
  if (!location.startsWith('azure:')) return { location: (await repositoryAt(resolve(location))) ?? location, password };
  const azure =
    sealedAccess === undefined ? fromGiven(credential ?? {}) : fromPaper(location, (await openKitSeal(sealedAccess, password)).azure);
  return { location, password, azure };
}

/** As it is printed. `recovery-key-invalid` says where to look first. */
function keyOf(typed: string): string {
  const read = normalizeRecoveryKey(typed);
  if (read.ok) return read.key;
  const group = 'group' in read && read.group !== undefined ? { group: read.group } : {};
  throw new LifeboatError('recovery-key-invalid', { reason: read.reason, ...group });
}

/** What the engine says of a password and a repository, for somebody who has a paper in hand. */
async function asOnThePaper<T>(location: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password')) throw new LifeboatError('recovery-key-refused', { location }, { cause: error });
    if (isLifeboatError(error, 'repository-not-found')) throw new LifeboatError('no-copies-there', { location }, { cause: error });
    throw error;
  }
}

async function unlock(needs: SetupNeeds, ref: RepositoryRef, password: string): Promise<void> {
  const old = retiredPlaces(needs.store).find(({ destination }) => destination.id === ref.destination);
  if (old !== undefined) {
    await openRetired(needs, old, password);
    return;
  }
  const found = await needs.places.look(ref);
  if (found.state !== 'here')
    throw new LifeboatError('place-unreachable', { location: nameOf(needs, ref), reason: found.state }, { retryable: true });
  const location = nameOf(needs, ref);
  const isShut = !(await isOpenedBy(needs, { ...found.place, password: await ourKey(needs, ref) }));
  if (isShut) await asOnThePaper(location, putOurKey(needs, ref, found.place, password));
  await asOnThePaper(location, listRepository(needs, ref, { ...found.place, password }));
}

async function isOpenedBy({ host }: SetupNeeds, at: RepositoryAccess): Promise<boolean> {
  try {
    await host.listKeys({ at });
    return true;
  } catch (error) {
    if (isLifeboatError(error, 'wrong-password')) return false;
    throw error;
  }
}

function nameOf({ store }: SetupNeeds, ref: RepositoryRef): string {
  return store.destinations.get(ref.destination)?.name ?? ref.destination;
}

function fromGiven({ connectionString, sasToken, accountKey }: GivenCredential): AzureCredentials {
  if (connectionString !== undefined) return { connectionString };
  return { ...(accountKey !== undefined && { accountKey }), ...(sasToken !== undefined && { token: sasToken.replace(/^\?/, '') }) };
}

function fromPaper(location: string, accesses: readonly KitAzureAccess[]): AzureCredentials {
  const found = accesses.find((access) => azureLocation(access) === location) ?? accesses[0];
  if (found === undefined) throw new LifeboatError('credential-missing', { location });
  const { account, endpoint, token } = found;
  return azureCredentials({ account, ...(endpoint !== undefined && { endpoint }) }, { token });
}

async function readSealOf({ host }: SetupNeeds, at: RepositoryAccess): Promise<{ installation: string; time: string; files: SealFile[] }> {
  const seal = await host.readSeal({ at });
  if (seal === undefined) throw new LifeboatError('seal-missing', { location: at.location });
  return seal;
}

/** Only what the paper or the person gave: credentials are never inside a copy. */
async function keepCredentials(needs: SetupNeeds, request: RecoveryRequest, accesses: readonly KitAzureAccess[]): Promise<void> {
  const { store, vault } = needs;
  for (const destination of store.destinations.list()) {
    if (destination.kind !== 'azure') continue;
    const paper = accesses.find(({ container, prefix }) => container === destination.container && prefix === destination.prefix);
    const isAsked = azureLocation(destination) === request.location;
    if (paper) {
      await vault.set(credentialName.ofPaper(destination.id), JSON.stringify(paper));
      await vault.set(credentialName.ofDestination(destination.id), JSON.stringify(azureCredentials(destination, { token: paper.token })));
    } else if (isAsked && request.credential) {
      const given = givenCredentials(destination, request.credential);
      // One that may only read makes no narrower one; it still opens the copy.
      const keepAsGiven = async (): Promise<void> => await vault.set(credentialName.ofDestination(destination.id), JSON.stringify(given));
      await keepCredential(needs, destination, request.credential).catch(keepAsGiven);
    }
  }
}

/**
 * Takes every repository that can be reached: this PC's key goes in, the dead PC's out, and what lies there is on record.
 * Those that are away are opened with the paper's key when they come before this process ends. How many keys went.
 */
async function takeKeys(needs: SetupNeeds, asked: RepositoryAccess): Promise<number> {
  const { store, places, locations, temporaryPasswords } = needs;
  await placeAsked(needs, asked);
  let retired = 0;
  for (const ref of store.destinations.list().flatMap(repositoriesOf)) {
    const found = await places.look(ref);
    if (found.state !== 'here') {
      temporaryPasswords.set(repositoryKey(ref), asked.password);
      continue;
    }
    locations.write(repositoryKey(ref), found.place.location);
    try {
      await listRepository(needs, ref, { ...found.place, password: asked.password });
      retired += await putOurKey(needs, ref, found.place, asked.password);
    } catch {
      // The settings are here already, and one bad place must not leave the others without this PC's key.
      temporaryPasswords.set(repositoryKey(ref), asked.password);
    }
  }
  return retired;
}

/** A copy may lie elsewhere now than the dead PC knew it: it takes the place of the one folder that is missing, or is a place of its own. */
async function placeAsked({ store, places }: SetupNeeds, { location }: RepositoryAccess): Promise<void> {
  if (location.startsWith('azure:')) return;
  const looks = await Promise.all(
    store.destinations
      .list()
      .flatMap((destination) => repositoriesOf(destination).map(async (ref) => ({ destination, found: await places.look(ref) }))),
  );
  if (looks.some(({ found }) => found.state === 'here' && isSamePlace(found.place.location, location))) return;
  const missing = looks.flatMap(({ destination, found }) => (hasPath(destination) && found.state !== 'here' ? [destination] : []));
  const [only] = missing;
  if (only && missing.length === 1) store.destinations.put({ ...only, path: location });
  else {
    const id = slugOf(
      'recovered',
      store.destinations.list().map((one) => one.id),
    );
    store.destinations.put({ kind: 'folder', id, name: basename(location), site: 'on-site', isolation: 'online', path: location });
  }
}

/** Paths as people type them, with or without a separator at the end. */
function isSamePlace(a: string, b: string): boolean {
  return !a.startsWith('azure:') && resolve(a) === resolve(b);
}

function hasPath(destination: Destination): destination is DestinationOf<'folder' | 'network-folder'> {
  return destination.kind === 'folder' || destination.kind === 'network-folder';
}

function namesToChange({ store }: SetupNeeds): string[] {
  const destinations = store.destinations.list().filter(({ kind }) => kind === 'azure');
  const servers = store.sources
    .list()
    .filter(({ kind }) => kind === 'postgresql' || kind === 'mariadb' || kind === 'sqlserver' || kind === 'group');
  return [...destinations, ...servers].map(({ name }) => name);
}

/** What the app shows of a seal before it is taken over. */
function settingsIn(files: readonly SealFile[]): { pharmacy?: { name: string }; sources: { id: string; name: string; tier: string }[] } {
  const file = files.find(({ name }) => name === 'settings.json');
  if (file === undefined) return { sources: [] };
  const { pharmacy, sources = [] } = JSON.parse(file.content) as {
    pharmacy?: { name: string };
    sources?: { id: string; name: string; tier: string }[];
  };
  return { ...(pharmacy && { pharmacy }), sources };
}
