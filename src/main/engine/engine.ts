import { LifeboatError } from '../../shared/errors/index.ts';
import type { Clock } from '../../shared/model/clock.ts';
import { admitKey } from './admit-key.ts';
import { type AzureCredentials, type Backend, Bandwidth, type BandwidthLimits, openBackend, type PlaceOptions } from './backend/index.ts';
import { decodeConfig, type RepositoryConfig, SUPPORTED_VERSIONS } from './format/config.ts';
import type { Identity } from './identity.ts';
import { type InitOptions, type InitResult, initRepository, initRepositoryFrom } from './init.ts';
import { type KeyMemory, NO_KEY_MEMORY } from './key-memory.ts';
import { KnownKeys } from './known-keys.ts';
import { unlock, type UnlockRequest } from './operations/unlock.ts';
import { assertPresent } from './presence.ts';
import { ConfirmedSaves, KEY_COST, type KeyCost, RepositoryAppender } from './repository/index.ts';
import { RepositoryKeeper } from './repository/index.ts';
import { type OpenedKey, openWithPassword } from './repository/index.ts';
import { acquireLock, type Lock, type LockMemory, memoryLockMemory, type RemovedLocks } from './repository/index.ts';
import { RepositoryReader, type RepositoryParts } from './repository/index.ts';
import { SealedFiles } from './repository/index.ts';
import type { AppendingSession, EngineContext, ExclusiveSession, Hooks, ReadingSession, Session } from './session.ts';
import { memorySnapshotMemory, type SnapshotMemory } from './snapshot-memory/index.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createWorkerPool, type WorkerPool } from './workers/index.ts';

export interface EngineOptions {
  clock: Clock;
  identity: Identity;
  /** Written into snapshots, such as `lifeboat 0.1.0`. */
  program: string;
  /** Threads; one a core by default. */
  threads?: number;
  /** Remembers locks of others between runs; without one only for this engine's life. */
  lockMemory?: LockMemory;
  /** Remembers what snapshot files say between runs; without one only for this engine's life. */
  snapshotMemory?: SnapshotMemory;
  /** Remembers which key file opened a repository; without one every key file is tried, once in this engine's life. */
  keyMemory?: KeyMemory;
  /** What places other than folders need: credentials, connections, a folder for copies of their small files. */
  places?: PlaceOptions;
  /** How much of the line all places together may take. */
  bandwidth?: BandwidthLimits;
  /** How it waits for locks to settle and for others to give theirs back; tests without rivals need not wait. */
  lockTimers?: Timers;
  /** The cost of guessing new keys' passwords, instead of KEY_COST; tests that are not about guessing take a cheap one. */
  keyCost?: KeyCost;
}

/** What the holder of a session may do. */
export interface Sessions {
  reading: ReadingSession;
  appending: AppendingSession;
  exclusive: ExclusiveSession;
}
export type Access = keyof Sessions;

/** `onProgress` also hears, as long as the session is open, when the place does not answer and is waited for. */
export interface OpenOptions extends Hooks {
  /** False: no lock, for places that take no writes. Reading only. */
  lock?: boolean;
  /**
   * For long work that begins with reading: the threads start while the password is worked on, and the session comes before
   * it is certain that nobody took a lock at the same moment. `backup`, `restore` and `check` make certain of that by
   * themselves before they change anything or answer; see `Session.confirmLock`.
   */
  eager?: boolean;
  /** Milliseconds to wait for a lock that excludes ours. */
  retryLock?: number;
  /** False: nothing is taken from copies kept on this machine, because the place itself is looked into. */
  cache?: boolean;
}

/** A place that is opened with credentials of its own instead of those of `EngineOptions.places`. */
export interface Place {
  /** As a location that is a string. */
  location: string;
  /** For an `azure:` location; nothing of the engine's own credentials is added. They may be renewed by opening again. */
  azure?: AzureCredentials;
}

/** A path, `local:PATH` or `azure:CONTAINER[/PREFIX]`; the same with its credentials; or a backend made elsewhere. */
export type Location = string | Place | Backend;

/** The backup engine: opens repositories and holds the threads that do the work. */
export class Engine {
  readonly context: EngineContext;
  private readonly workers: WorkerPool;
  private readonly lockMemory: LockMemory;
  private readonly lockTimers: Timers;
  private readonly places: PlaceOptions;
  private readonly bandwidth: Bandwidth;
  private readonly keys: KnownKeys;

  constructor(options: EngineOptions) {
    this.workers = createWorkerPool(options.threads);
    this.lockMemory = options.lockMemory ?? memoryLockMemory();
    this.lockTimers = options.lockTimers ?? systemTimers;
    this.places = options.places ?? {};
    this.bandwidth = new Bandwidth(options.clock, options.bandwidth);
    this.keys = new KnownKeys(options.keyMemory ?? NO_KEY_MEMORY);
    const { clock, identity, program, snapshotMemory = memorySnapshotMemory(), keyCost = KEY_COST } = options;
    this.context = { clock, identity, program, snapshotMemory, keyCost, workers: this.workers };
  }

  /** Makes an empty repository; `repository-exists` if there is one. */
  async init(location: Location, password: string, options: InitOptions = {}): Promise<InitResult> {
    return await this.making(location, async (backend) => await initRepository(backend, password, this.context, options));
  }

  /** Makes an empty repository that the passwords of another open, for copies of its snapshots; `repository-exists` if there is one. */
  async initFrom(location: Location, from: ReadingSession): Promise<InitResult> {
    return await this.making(location, async (backend) => await initRepositoryFrom(backend, from));
  }

  /**
   * Gives a repository the key that `from` was opened with, where both have the same master keys: its password opens that one too
   * then. `wrong-password` if they have not, `repository-not-found`, `config-missing`.
   */
  async admit(location: Location, from: ReadingSession): Promise<void> {
    await this.making(location, async (backend) => await admitKey(backend, from));
  }

  /**
   * Opens and locks a repository. `repository-not-found`, `config-missing`, `repository-version-unsupported`, `wrong-password`,
   * `repository-locked`; for `exclusive` access `removal-not-permitted`. Close the session to give the lock back.
   */
  async open<A extends Access>(location: Location, password: string, access: A, options: OpenOptions = {}): Promise<Sessions[A]> {
    const backend = this.backendOf(location, options);
    try {
      options.onProgress?.({ kind: 'phase', phase: 'opening' });
      // The password takes a core too: with every thread starting beside it everybody would wait for it longer.
      if (options.eager) this.workers.warmUp(this.workers.threads - 1);
      const { config, key } = await this.unlockKeys(backend, password, { ...options, isKnownPlace: !isBackend(location) });
      if (options.eager) this.workers.warmUp();
      if (access === 'exclusive') await assertMayRemove(backend, options.signal);
      options.onProgress?.({ kind: 'phase', phase: 'locking' });
      const lock = options.lock === false && access === 'reading' ? undefined : await this.lock(backend, config, key, access, options);
      return this.session(access, { backend, config, key, lock }) as Sessions[A];
    } catch (error) {
      await backend.close();
      throw error;
    }
  }

  /** Throws `repository-not-found` where there is none, `config-missing` where its config is gone: worth knowing before a person is asked for a password. */
  async assertPresent(location: Location, signal?: AbortSignal): Promise<void> {
    await this.withBackend(location, async (backend) => await assertPresent(backend, signal));
  }

  /** Removes locks at a person's word, without taking one. `wrong-password` and the like as for `open`. */
  async unlock(location: Location, password: string, request: UnlockRequest & { signal?: AbortSignal } = {}): Promise<RemovedLocks> {
    return await this.withBackend(location, async (backend) => {
      const { config, key } = await this.unlockKeys(backend, password, { ...request, isKnownPlace: !isBackend(location) });
      const parts = { backend, config, key, context: this.context, lockMemory: this.lockMemory };
      return await unlock(parts, { all: request.all ?? false }, request.signal);
    });
  }

  /** Changes how much of the line may be taken, also for work under way. */
  setBandwidth(limits: BandwidthLimits): void {
    this.bandwidth.setLimits(limits);
  }

  /** Ends the threads. Sessions must be closed before. */
  async close(): Promise<void> {
    await this.workers.close();
  }

  private backendOf(location: Location, { cache = true, onProgress }: Pick<OpenOptions, 'cache' | 'onProgress'> = {}): Backend {
    if (isBackend(location)) return location;
    const place: Place = typeof location === 'string' ? { location } : location;
    const { cacheFolder, ...others } = this.places;
    const copies = cache && cacheFolder !== undefined ? { cacheFolder } : {};
    const own = place.azure === undefined ? {} : { azure: place.azure };
    return openBackend(place.location, {
      ...others,
      ...own,
      ...copies,
      clock: this.context.clock,
      bandwidth: this.bandwidth,
      onWait: onProgress,
    });
  }

  private async withBackend<T>(location: Location, use: (backend: Backend) => Promise<T>): Promise<T> {
    const backend = this.backendOf(location);
    try {
      return await use(backend);
    } finally {
      await backend.close();
    }
  }

  /** A repository is made when the place has it, not when the place says so. */
  private async making<T>(location: Location, make: (backend: Backend) => Promise<T>): Promise<T> {
    return await this.withBackend(location, async (backend) => {
      const saves = new ConfirmedSaves(backend);
      const made = await make(saves);
      await saves.confirm();
      return made;
    });
  }

  private async unlockKeys(
    backend: Backend,
    password: string,
    { signal, isKnownPlace }: { signal?: AbortSignal; isKnownPlace: boolean },
  ): Promise<{ config: RepositoryConfig; key: OpenedKey }> {
    await assertPresent(backend, signal);
    // What a backend made elsewhere calls its location may be another's too.
    const hooks = signal ? { signal } : {};
    const key = await (isKnownPlace ? this.keys.open(backend, password, signal) : openWithPassword(backend, password, hooks));
    const config = await new SealedFiles(backend, key.masterKeys, 1).load('config', 'config', decodeConfig, signal);
    if (!SUPPORTED_VERSIONS.includes(config.version)) {
      throw new LifeboatError('repository-version-unsupported', { location: backend.location, version: config.version });
    }
    return { config, key };
  }

  private async lock(backend: Backend, config: RepositoryConfig, key: OpenedKey, access: Access, options: OpenOptions): Promise<Lock> {
    return await acquireLock({
      backend,
      masterKeys: key.masterKeys,
      version: config.version,
      repositoryId: config.id,
      kind: access === 'exclusive' ? 'exclusive' : 'shared',
      eager: options.eager === true && access !== 'exclusive',
      identity: this.context.identity,
      clock: this.context.clock,
      memory: this.lockMemory,
      timers: this.lockTimers,
      ...(options.retryLock !== undefined && { wait: options.retryLock }),
      ...(options.signal && { signal: options.signal }),
    });
  }

  private session(access: Access, opened: { backend: Backend; config: RepositoryConfig; key: OpenedKey; lock: Lock | undefined }): Session {
    const { backend, config, key, lock } = opened;
    const parts: RepositoryParts = {
      backend,
      config,
      keys: key.masterKeys,
      keyId: key.keyId,
      workers: this.workers,
      clock: this.context.clock,
      assertLocked: async (options) => await lock?.assertHeld(options),
    };
    const repository = new REPOSITORIES[access](parts);
    const close = once(async () => {
      await lock?.release();
      await backend.close();
    });
    const confirmLock = async (): Promise<void> => await lock?.assertHeld();
    return { repository, context: this.context, signal: lock?.signal ?? new AbortController().signal, confirmLock, close };
  }
}

/** An engine with its own threads, which start with the first work. */
export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}

const REPOSITORIES = { reading: RepositoryReader, appending: RepositoryAppender, exclusive: RepositoryKeeper } as const;

/** Exclusive work ends in removing: where that is refused it would only leave locks and halves behind. */
async function assertMayRemove(backend: Backend, signal: AbortSignal | undefined): Promise<void> {
  if ((await backend.canRemove?.(signal)) === false) throw new LifeboatError('removal-not-permitted', { location: backend.location });
}

function isBackend(location: Location): location is Backend {
  return typeof location !== 'string' && 'save' in location;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return async () => await (running ??= work());
}
