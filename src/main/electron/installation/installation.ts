import { asLifeboatError, type LifeboatError } from '../../../shared/errors/index.ts';
import type { OpenedApp } from '../../app.ts';
import type { FaceClient } from '../../web/index.ts';

/** What this process is to the installation now. */
export type Role =
  /** It owns schedule, jobs, store and vault. */
  | 'owner'
  /** Another process does; this one is a face of it. */
  | 'face'
  /** Nobody answers; it goes on looking. */
  | 'searching';

/** Whom to ask: this process's own owner, or the line to another one. */
export interface Reached {
  client: FaceClient;
  /** The app, where this process owns it. */
  app?: OpenedApp;
  /** Resolves when it answers no more. */
  ended: Promise<void>;
  close: () => Promise<void> | void;
}

export interface InstallationNeeds {
  /** Becomes the owner and begins to back up on time; undefined if another process is. Rejects if the profile cannot be opened. */
  own: () => Promise<Reached | undefined>;
  /** Connects to the owner there is; undefined if none listens. */
  connect: () => Promise<Reached | undefined>;
  /** Whether this process may be the owner; where a background owner is installed, only that may. */
  mayOwn: () => boolean;
  wait: (milliseconds: number) => Promise<void>;
}

/** Milliseconds between two looks for an owner. */
const LOOK_EVERY = 1000;

/**
 * The installation, as this process reaches it: as its owner, or as a face of the one there is. When the owner it is a face of
 * ends, it becomes the owner itself where it may, or looks until there is one again.
 */
export class Installation {
  private readonly needs: InstallationNeeds;
  private readonly listeners = new Set<() => void>();
  private now: { role: Role; reached?: Reached } = { role: 'searching' };
  private readonly closing = Promise.withResolvers<void>();
  private isClosed = false;
  private loop: Promise<void> = Promise.resolve();
  /** Why this process could not become the owner when it last tried. */
  problem: LifeboatError | undefined;

  constructor(needs: InstallationNeeds) {
    this.needs = needs;
  }

  /** Finds the owner or becomes it, and keeps at it from then on. Rejects if the profile cannot be opened. */
  async begin(): Promise<Role> {
    const first = this.reach();
    // Whoever ends it meanwhile waits for what has been begun.
    this.loop = first.catch(() => undefined);
    await first;
    this.loop = this.keepReaching();
    return this.role;
  }

  get role(): Role {
    return this.now.role;
  }

  /** Whom to ask now; undefined while nobody answers. */
  get client(): FaceClient | undefined {
    return this.now.reached?.client;
  }

  /** The app, while this process owns it. */
  get app(): OpenedApp | undefined {
    return this.now.reached?.app;
  }

  /** Hears whenever somebody else has to be asked, or nobody can be. */
  onChange(hear: () => void): void {
    this.listeners.add(hear);
  }

  /** Ends what this process owns; only then resolves. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.closing.resolve();
    await this.loop;
    await this.now.reached?.close();
  }

  private async keepReaching(): Promise<void> {
    while (!this.isClosed) {
      const pause = this.now.reached?.ended ?? this.needs.wait(LOOK_EVERY);
      await Promise.race([pause, this.closing.promise]);
      if (this.isClosed) return;
      await this.reach().catch((error: unknown) => {
        this.problem = asLifeboatError(error);
        this.become({ role: 'searching' });
      });
    }
  }

  private async reach(): Promise<void> {
    const own = this.needs.mayOwn() ? await this.needs.own() : undefined;
    const reached = own ?? (await this.needs.connect());
    this.problem = undefined;
    if (reached === undefined) this.become({ role: 'searching' });
    else this.become({ role: own === undefined ? 'face' : 'owner', reached });
  }

  private become(now: { role: Role; reached?: Reached }): void {
    const isSame = this.now.role === 'searching' && now.role === 'searching';
    this.now = now;
    if (!isSame) for (const hear of this.listeners) hear();
  }
}
