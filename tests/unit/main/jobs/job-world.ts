import { join } from 'node:path';
import type { EngineHost, HostBackupResult, HostCopyRequest } from '../../../../src/main/engine-host/index.ts';
import { type JobEvent, JobEvents, type JobSurroundings } from '../../../../src/main/jobs/index.ts';
import type { PlaceState } from '../../../../src/main/places/index.ts';
import type { Store } from '../../../../src/main/store/index.ts';
import { type Destination, destinationSchema, type RepositoryRef, repositoryKey } from '../../../../src/shared/model/destination.ts';
import type { Job } from '../../../../src/shared/model/run.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { storeIn } from '../../../support/stored.ts';

export const NAS: RepositoryRef = { destination: 'nas' };
export const AZURE: RepositoryRef = { destination: 'azure' };
export const DRIVE_A: RepositoryRef = { destination: 'usb', disk: 'a' };
export const DRIVE_B: RepositoryRef = { destination: 'usb', disk: 'b' };

export const PLACES: readonly Destination[] = [
  { kind: 'azure', id: 'azure', name: 'Cloud', site: 'off-site', isolation: 'immutable', account: 'rx', container: 'copies' },
  {
    kind: 'usb-set',
    id: 'usb',
    name: 'Disks',
    site: 'on-site',
    isolation: 'offline',
    disks: ['a', 'b'].map((id) => ({ id, label: `Drive ${id}`, marker: `the marker of ${id} !` })),
  },
  { kind: 'network-folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path: '/mnt/nas' },
].map((one) => destinationSchema.parse(one));

type Script = Partial<EngineHost>;

/** Rooms for jobs: the real store, an engine that does what its script says, and places that are where they are told to be. */
export class JobWorld {
  readonly time = new ManualTime();
  readonly store: Store;
  readonly events = new JobEvents();
  readonly heard: JobEvent[] = [];
  /** What the engine was asked, in order: the method, and the location it was asked of. */
  readonly asked: string[] = [];
  /** Where each repository is; `here` unless it says otherwise. */
  readonly states: Record<string, PlaceState> = {};
  script: Script = {};
  readonly surroundings: JobSurroundings;
  private readonly scratch = scratchFolder();
  private made = 0;

  constructor() {
    ({ store: this.store } = storeIn(this.scratch.path, this.time));
    this.events.listen((event) => this.heard.push(event));
    this.surroundings = {
      store: this.store,
      host: this.host(),
      places: { look: async (ref) => await Promise.resolve(this.stateOf(ref)), watch: () => () => undefined },
      secrets: {
        repositoryPassword: () => Promise.resolve('of this PC'),
        ofSource: () => Promise.resolve({}),
      },
      beginAnew: () => Promise.resolve(),
      clock: this.time,
      events: this.events,
      installation: 'this-pc',
      scratchFor: (work) => `/scratch/${work}`,
      keptFor: (work) => `/kept/${work}`,
      unfinished: join(this.scratch.path, 'unfinished'),
      sealFiles: () => [{ name: 'settings.json', content: '{}' }],
      newId: () => `id-${++this.made}`,
    };
  }

  /** All places but the named ones are away. */
  onlyHere(...refs: RepositoryRef[]): void {
    const here = new Set(refs.map(repositoryKey));
    for (const ref of [NAS, AZURE, DRIVE_A, DRIVE_B]) {
      if (here.has(repositoryKey(ref))) delete this.states[repositoryKey(ref)];
      else this.states[repositoryKey(ref)] = { state: 'away' };
    }
  }

  /** Jobs of a run in the order they were planned. */
  jobs(run: string): Job[] {
    return [...this.store.history.jobs({ run })].reverse();
  }

  close(): void {
    this.store.close();
    this.scratch.remove();
  }

  private stateOf(ref: RepositoryRef): PlaceState {
    return this.states[repositoryKey(ref)] ?? { state: 'here', place: { location: repositoryKey(ref) } };
  }

  private host(): EngineHost {
    return new Proxy({} as EngineHost, {
      get: (_, method: keyof EngineHost) => async (request: { at?: { location: string } }, hooks: unknown) => {
        this.asked.push(request?.at === undefined ? method : `${method} ${request.at.location}`);
        const answer = this.script[method] as ((request: unknown, hooks: unknown) => Promise<unknown>) | undefined;
        if (answer === undefined) throw new Error(`The engine was asked to ${method}.`);
        return await answer(request, hooks);
      },
    });
  }
}

let made = 0;
/** What a backup that went well gives. */
export function aBackup(time: ManualTime, more: Partial<HostBackupResult> = {}): HostBackupResult {
  made += 1;
  return {
    snapshot: `snapshot-${made}`,
    time: time.now().toISOString(),
    files: 3,
    bytes: 300,
    bytesAdded: 30,
    bytesStored: 20,
    witness: undefined,
    isConsistent: true,
    warnings: [],
    notes: [],
    ...more,
  };
}

/** Lets everything happen that needs no time. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Work that ends when it is told to, or is stopped. */
export function gate(): { pass: (signal?: AbortSignal) => Promise<void>; open: () => void; entered: Promise<void> } {
  const opened = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  return {
    open: opened.resolve,
    entered: entered.promise,
    pass: async (signal) => {
      entered.resolve();
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => opened.reject(new DOMException('stopped', 'AbortError')), { once: true });
      await opened.promise;
    },
  };
}

/** An engine that backs up and copies whatever it is asked to. A backup takes a second. */
export function everythingGoesWell(time: ManualTime): Script {
  return {
    backup: () => {
      time.sleep(1000);
      return Promise.resolve(aBackup(time));
    },
    copy: ({ snapshots = [], to }: HostCopyRequest) =>
      Promise.resolve({
        copied: snapshots.map((source) => ({ source, copy: `${source} at ${to.location}` })),
        damaged: [],
        bytesCopied: 10,
        bytesStored: 5,
      }),
  };
}

/** A job in a few words. */
export const inShort = ({ kind, destination, disk, status, reason }: Job): string =>
  [kind, [destination, disk].filter(Boolean).join('/'), status, reason].filter(Boolean).join(' ');
