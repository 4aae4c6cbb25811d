import { isLifeboatError, LifeboatError } from '../../shared/errors/index.ts';
import { isSameRepository, repositoriesOf, type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { KitAzureAccess } from '../../shared/model/recovery-kit.ts';
import { normalizeRecoveryKey } from '../../shared/model/recovery-key.ts';
import type { AzureCredentials } from '../engine/index.ts';
import type { RepositoryAccess, SealFile } from '../engine-host/index.ts';
import { azureCredentials, azureLocation } from '../places/index.ts';
import { importSeal } from '../store/index.ts';
import { openKitSeal } from '../vault/index.ts';
import type { GivenCredential } from './azure-credential.ts';
import { credentialName, pcLabel, type SetupNeeds } from './needs.ts';

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
  /** Looks what is there. Nothing is changed. */
  inspect(request: RecoveryRequest): Promise<RecoveryFound>;
  /** Brings the settings back and makes this PC the one that backs up. `value-invalid` if this installation is in use. */
  takeOver(request: RecoveryRequest): Promise<TakenOver>;
  /** What opens a repository while this PC's own key is not in it yet: only until this process ends. */
  temporaryPassword(ref: RepositoryRef): string | undefined;
}

const DAY = 24 * 60 * 60 * 1000;
/** Nothing is deleted for so long after a take-over: time enough to see that everything is there. */
const HELD_DAYS = 30;

export function createRecoveryService(needs: SetupNeeds): RecoveryService {
  return {
    inspect: async (request) => await inspect(needs, request),
    takeOver: async (request) => await takeOver(needs, request),
    temporaryPassword: (ref) => needs.temporaryPasswords.get(repositoryKey(ref)),
  };
}

async function inspect(needs: SetupNeeds, request: RecoveryRequest): Promise<RecoveryFound> {
  const at = await accessOf(request);
  const seal = await readSealOf(needs, at);
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

async function takeOver(needs: SetupNeeds, request: RecoveryRequest): Promise<TakenOver> {
  const { store, clock } = needs;
  if (store.sources.list().length > 0) throw new LifeboatError('installation-in-use', {});
  const at = await accessOf(request);
  const seal = await readSealOf(needs, at);
  const accesses = request.sealedAccess === undefined ? [] : (await openKitSeal(request.sealedAccess, at.password)).azure;
  importSeal(store, seal.files);
  await keepCredentials(needs, request, accesses);
  const ours = await needs.vault.makePcKey();
  const retired = await changeKeys(needs, { recovery: at.password, ours, predecessor: seal.installation }, at);
  const now = clock.now();
  store.transaction(() => {
    store.notes.setFlag('predecessor', JSON.stringify({ installation: seal.installation, since: now.toISOString() }));
    store.notes.setFlag('deletions-held-until', new Date(now.getTime() + HELD_DAYS * DAY).toISOString());
  });
  return { credentialsToChange: namesToChange(needs), retiredKeys: retired };
}

/** The paper's key and what reaches the place. `recovery-key-invalid` before anything is asked of it. */
async function accessOf({ location, recoveryKey, credential, sealedAccess }: RecoveryRequest): Promise<RepositoryAccess> {
  const read = normalizeRecoveryKey(recoveryKey);
  if (!read.ok)
    throw new LifeboatError('recovery-key-invalid', {
      reason: read.reason,
      ...('group' in read && read.group !== undefined && { group: read.group }),
    });
  const password = read.key;
  if (!location.startsWith('azure:')) return { location, password };
  const azure =
    sealedAccess === undefined ? fromGiven(credential ?? {}) : fromPaper(location, (await openKitSeal(sealedAccess, password)).azure);
  return { location, password, azure };
}

function fromGiven({ connectionString, sasToken, accountKey }: GivenCredential): AzureCredentials {
  if (connectionString !== undefined) return { connectionString };
  return { ...(accountKey !== undefined && { accountKey }), ...(sasToken !== undefined && { token: sasToken }) };
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
async function keepCredentials({ store, vault }: SetupNeeds, request: RecoveryRequest, accesses: readonly KitAzureAccess[]): Promise<void> {
  for (const destination of store.destinations.list()) {
    if (destination.kind !== 'azure') continue;
    const paper = accesses.find(({ container, prefix }) => container === destination.container && prefix === destination.prefix);
    const isAsked = azureLocation(destination) === request.location;
    if (paper)
      await vault.set(credentialName.ofDestination(destination.id), JSON.stringify(azureCredentials(destination, { token: paper.token })));
    else if (isAsked && request.credential)
      await vault.set(credentialName.ofDestination(destination.id), JSON.stringify(fromGiven(request.credential)));
  }
}

/** Puts this PC's key into every repository that can be reached and written, and takes the dead PC's out. How many went. */
async function changeKeys(
  needs: SetupNeeds,
  { recovery, ours, predecessor }: { recovery: string; ours: string; predecessor: string },
  asked: RepositoryAccess,
): Promise<number> {
  let retired = 0;
  for (const ref of needs.store.destinations.list().flatMap(repositoriesOf)) {
    const found = await needs.places.look(ref);
    const place = found.state === 'here' ? found.place : placeAsked(needs, ref, asked);
    if (place === undefined) continue;
    const changed = await changeKeyAt(needs, { ...place, password: recovery }, ours, predecessor);
    if (changed === undefined) waiting.set(JSON.stringify([ref.destination, ref.disk ?? null]), recovery);
    else retired += changed;
  }
  return retired;
}

/** A folder may be mounted elsewhere on this PC than on the dead one. */
function placeAsked(needs: SetupNeeds, ref: RepositoryRef, asked: RepositoryAccess): { location: string } | undefined {
  const destination = needs.store.destinations.list().find(({ id }) => isSameRepository({ destination: id }, ref));
  return destination?.kind === 'folder' && destination.path === asked.location ? { location: asked.location } : undefined;
}

/** How many keys of the dead PC went; undefined if the place may only be read. */
async function changeKeyAt(
  { host, installation }: SetupNeeds,
  at: RepositoryAccess,
  ours: string,
  predecessor: string,
): Promise<number | undefined> {
  try {
    await host.addKey({ at, newPassword: ours, label: pcLabel(installation) });
  } catch (error) {
    if (isLifeboatError(error, 'permission-denied') || isLifeboatError(error, 'read-only')) return undefined;
    throw error;
  }
  const mine = { ...at, password: ours };
  const old = (await host.listKeys({ at: mine })).filter(({ label, current }) => !current && label === pcLabel(predecessor));
  let removed = 0;
  for (const { id } of old) {
    try {
      await host.removeKey({ at: mine, keyId: id });
      removed += 1;
    } catch (error) {
      if (!isLifeboatError(error, 'removal-not-permitted')) throw error;
    }
  }
  return removed;
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
