import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/model/clock.ts';
import { forkHost, type StartHost, SupervisedHost } from '../engine-host/index.ts';
import { thisIdentity } from '../identity.ts';
import { JobEvents, type JobSurroundings, recordBrokenRestores, recoverInterrupted } from '../jobs/index.ts';
import { type Log, openLog } from '../log.ts';
import { createPlaces, listDrives as listSystemDrives, type ListDrives, type PlacesNeeds } from '../places/index.ts';
import { type Bootstrap, openBootstrap, openScratch, type Profile, type Scratch } from '../profile/index.ts';
import { FACT_FLAGS, isWaiting, retiredPlaces } from '../protection/index.ts';
import {
  createKitService,
  createRecoveryService,
  credentialName,
  type KitService,
  passwordOf,
  type RecoveryService,
  renewRepository,
  retireRepositories,
  type SetupNeeds,
} from '../setup/index.ts';
import { exportSeal, openStore, type Store } from '../store/index.ts';
import { createCredentialVault, createSecretStore, type CredentialVault } from '../vault/index.ts';
import { VERSION } from '../version.ts';
import { Changes } from './changes.ts';
import { createJobSecrets, readCredential } from './job-secrets.ts';
import { logWork } from './log-work.ts';
import { rebuildStore } from './rebuild-store.ts';
import { type OwnerTimers, systemTimers } from './timers.ts';

/** What differs from machine to machine, and in tests. */
export interface RoomOptions {
  clock: Clock;
  environment: NodeJS.ProcessEnv;
  startHost?: StartHost;
  listDrives?: ListDrives;
  timers?: OwnerTimers;
  /** Threads of the engine; one a core by default. */
  threads?: number;
}

/** The rooms of the owner process, made and connected. */
export interface Rooms {
  log: Log;
  store: Store;
  scratch: Scratch;
  vault: CredentialVault;
  supervised: SupervisedHost;
  changes: Changes;
  timers: OwnerTimers;
  setup: SetupNeeds;
  jobs: JobSurroundings;
  kit: KitService;
  recovery: RecoveryService;
}

/** Opens memory and vault, sweeps what the last process left, and gives each room what it needs. */
export async function createRooms(options: RoomOptions, profile: Profile): Promise<Rooms> {
  const { clock, timers = systemTimers, listDrives = listSystemDrives } = options;
  const bootstrap = openBootstrap(profile, clock);
  const installation = bootstrap.installationId;
  const log = openLog({ folder: profile.logs, clock, salt: installation });
  const { store, state } = openStore(profile.database, clock);
  const scratch = openScratch(profile, clock);
  const swept = await scratch.sweep();
  const interrupted = recoverInterrupted(store, clock);
  await recordBrokenRestores(store);
  log('owner').info('started', {
    version: VERSION,
    store: state,
    bootstrap: bootstrap.state,
    interrupted,
    swept: swept.removed,
    left: swept.left.length,
  });
  const vault = createCredentialVault({ secrets: createSecretStore({ installationId: installation }), bootstrap: bootstrap.wrapped });
  const changes = new Changes();
  const supervised = superviseHost(options, profile, timers, (how) => {
    log('engine').error('process-died', { how });
    changes.announce('status');
  });
  const host = supervised.host();
  const { every, within } = timers;
  const places = createPlaces({ ...placesOf(store, vault), listDrives, clock, every, within });
  const common = { store, host, places, clock, installation, newId: randomUUID, scratchFor: (work: string) => scratch.pathFor(work) };
  const setup: SetupNeeds = { ...common, vault, locations: bootstrap.locations, listDrives, within, temporaryPasswords: new Map() };
  retireRepositories(setup);
  const recovery = createRecoveryService(setup);
  const jobs: JobSurroundings = {
    ...common,
    secrets: createJobSecrets(vault, async (ref) => await passwordOf(setup, ref)),
    beginAnew: async (ref) => await renewRepository(setup, ref),
    events: new JobEvents(),
    keptFor: (work) => scratch.keptFor(work),
    unfinished: profile.unfinished,
    sealFiles: () => exportSeal(store, clock.now()),
  };
  if (state !== 'opened' && isOld(bootstrap)) {
    const isRebuilt = await rebuildStore({ store, host, vault, locations: bootstrap.locations, installation, clock, within });
    if (isRebuilt) store.notes.setFlag(FACT_FLAGS.storeRebuiltAt, clock.now().toISOString());
  }
  logWork(log, jobs.events);
  return { log, store, scratch, vault, supervised, changes, timers, setup, jobs, recovery, kit: createKitService(setup) };
}

/** What there is to be found, and what opens it; old repositories are reached like the place that they were of. */
function placesOf(store: Store, vault: CredentialVault): Pick<PlacesNeeds, 'destinations' | 'retired' | 'isWaiting' | 'credentialOf'> {
  return {
    destinations: () => store.destinations.list(),
    retired: () => retiredPlaces(store).map(({ destination }) => destination),
    isWaiting: (ref) => isWaiting(store, ref),
    credentialOf: async (id) => {
      const own = await readCredential(vault, credentialName.ofDestination(id));
      const old = retiredPlaces(store).find(({ destination }) => destination.id === id);
      return own ?? (old && (await readCredential(vault, credentialName.ofDestination(old.of.destination))));
    },
  };
}

function superviseHost(
  { environment, threads, startHost = forkHost }: RoomOptions,
  profile: Profile,
  { wait }: OwnerTimers,
  onDeath: (how: string) => void,
): SupervisedHost {
  const options = { identity: thisIdentity(environment), program: `lifeboat ${VERSION}`, cacheFolder: profile.cache };
  const shadows = process.platform === 'win32' ? { shadowFolder: profile.shadows } : {};
  return new SupervisedHost({ ...options, ...shadows, ...(threads !== undefined && { threads }) }, { start: startHost, wait, onDeath });
}

/** Whether this PC was set up before: an empty store is then a lost one. */
function isOld({ state, locations }: Bootstrap): boolean {
  return state !== 'created' && locations.names().length > 0;
}
