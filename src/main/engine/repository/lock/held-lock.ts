import { LifeboatError } from '../../../../shared/errors/index.ts';
import type { Id } from '../../format/id.ts';
import { ignoreHangup } from './ignore-hangup.ts';
import type { LockContext } from './lock-context.ts';
import { hasLock, type LockKind, removeLock, writeLock } from './lock-files.ts';
import { CLOCK_JUMP, LOST_AFTER, REFRESH_INTERVAL, REFRESH_RETRY, SETTLE_TIME, SLEEP_GAP, WAKE_GRACE } from './lock-times.ts';
import { rememberAbandoned } from './survey.ts';
import { pause, systemTimers, type Timers } from '../../timers.ts';

/** A lock we hold, renewed in the background until it is released. */
export interface Lock {
  readonly kind: LockKind;
  /** Aborts with `lock-lost` as its reason when the lock is lost. */
  readonly signal: AbortSignal;
  /**
   * Call before writing an index or snapshot and before removing anything. `lock-lost` if the lock does not stand any
   * more; where it was taken eagerly `repository-locked` if somebody else turned out to have taken one too. After sleep or a jump of the clock, or if that is asked for, it looks whether our lock file is there; that this failed
   * (`place-unreachable`) is thrown as it is.
   */
  assertHeld(options?: { look?: boolean }): Promise<void>;
  /** Gives the lock back; never fails, may be repeated. */
  release(): Promise<LockRelease>;
}

export interface LockRelease {
  /** Our lock files that the place would not remove; maintenance sweeps them. */
  leftBehind: Id[];
}

/** When a lock was last known good, by both clocks (milliseconds). */
interface Moment {
  wall: number;
  uptime: number;
}

/** How often assertHeld renews before it gives up on a machine that keeps falling asleep in between. */
const RENEWALS_TRIED = 3;

export class HeldLock implements Lock {
  readonly kind: LockKind;
  readonly #context: LockContext;
  readonly #timers: Timers;
  readonly #lost = new AbortController();
  readonly #heedHangup = ignoreHangup();
  readonly #settled: Promise<void>;
  #id: Id;
  #renewedAt: Moment;
  #failingSince: number | undefined;
  #renewing: Promise<void> | undefined;
  #cancelBeat: () => void = () => undefined;
  #released: Promise<LockRelease> | undefined;
  /** Earlier files of this lock that could not be removed yet. */
  #remains: Id[] = [];

  /** `id`: our lock file, just written. `settled`: fails if somebody else's lock turns out to exclude ours. */
  constructor(context: LockContext, kind: LockKind, id: Id, settled: Promise<void> = Promise.resolve()) {
    this.#settled = settled;
    settled.catch((error: unknown) => this.#lost.abort(error));
    this.#context = context;
    this.#timers = context.timers ?? systemTimers;
    this.kind = kind;
    this.#id = id;
    this.#renewedAt = this.#now();
    this.#beatIn(REFRESH_INTERVAL);
  }

  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  async assertHeld({ look = false }: { look?: boolean } = {}): Promise<void> {
    await this.#settled;
    await this.#assertAwake();
    if (look) await this.#assertThere();
  }

  async #assertAwake(): Promise<void> {
    for (let tries = 0; tries < RENEWALS_TRIED; tries++) {
      if (this.#lost.signal.aborted || this.#released !== undefined) throw this.#lostError();
      if (!this.#mayHaveSlept()) return;
      await this.#renew();
    }
    if (this.#mayHaveSlept()) throw this.#lose();
  }

  /** Another program may take our lock for a forgotten one, if its clock or ours is wrong: then only the place knows. */
  async #assertThere(): Promise<void> {
    for (;;) {
      const id = this.#id;
      if (await hasLock(this.#context, id)) return;
      // Renewed while we looked.
      if (this.#id === id) throw this.#lose();
    }
  }

  release(): Promise<LockRelease> {
    this.#released ??= this.#giveBack();
    return this.#released;
  }

  async #giveBack(): Promise<LockRelease> {
    this.#cancelBeat();
    await this.#settled.catch(() => undefined);
    await this.#renewing?.catch(() => undefined);
    this.#cancelBeat();
    const leftBehind: Id[] = [];
    for (const id of [...this.#remains, this.#id]) {
      if (!(await this.#removed(id))) leftBehind.push(id);
    }
    await rememberAbandoned(this.#context, leftBehind).catch(() => undefined);
    this.#heedHangup();
    return { leftBehind };
  }

  #beatIn(milliseconds: number): void {
    if (this.#released !== undefined || this.#lost.signal.aborted) return;
    this.#cancelBeat();
    this.#cancelBeat = this.#timers.after(milliseconds, () => void this.#beat(), { background: true });
  }

  async #beat(): Promise<void> {
    try {
      await this.#renew();
      this.#beatIn(REFRESH_INTERVAL);
    } catch {
      if (this.#isTooLate()) this.#lose();
      this.#beatIn(REFRESH_RETRY);
    }
  }

  /** One renewal at a time; whoever asks meanwhile waits for it. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce()
      .then(
        () => {
          this.#failingSince = undefined;
        },
        (error: unknown) => {
          this.#failingSince ??= this.#now().uptime;
          throw error;
        },
      )
      .finally(() => {
        this.#renewing = undefined;
      });
    return this.#renewing;
  }

  /** Makes a new lock file, then removes the old one, so that a lock of ours stands at every moment. */
  async #renewOnce(): Promise<void> {
    const startedAt = this.#now();
    const slept = this.#mayHaveSlept();
    // Somebody took our lock away and may have cleaned up since: a new file would not bring back what it protected.
    if (!(await hasLock(this.#context, this.#id))) throw this.#lose();
    const renewed = await writeLock(this.#context, this.kind);
    if (slept && !(await this.#stillThere())) {
      await this.#leave(renewed);
      throw this.#lose();
    }
    const old = this.#id;
    this.#id = renewed;
    this.#renewedAt = startedAt;
    await this.#leave(old);
  }

  /** After sleep others may be removing our old lock right now; once they can see the new one, a second look is final. */
  async #stillThere(): Promise<boolean> {
    await pause(this.#timers, SETTLE_TIME);
    return await hasLock(this.#context, this.#id);
  }

  async #leave(id: Id): Promise<void> {
    if (!(await this.#removed(id))) this.#remains.push(id);
  }

  async #removed(id: Id): Promise<boolean> {
    return await removeLock(this.#context, id).catch(() => false);
  }

  #mayHaveSlept(): boolean {
    const { wall, uptime } = this.#now();
    const elapsed = uptime - this.#renewedAt.uptime;
    return elapsed > SLEEP_GAP || Math.abs(wall - this.#renewedAt.wall - elapsed) > CLOCK_JUMP;
  }

  #isTooLate(): boolean {
    const { uptime } = this.#now();
    const failing = uptime - (this.#failingSince ?? uptime);
    return uptime - this.#renewedAt.uptime >= LOST_AFTER && failing >= WAKE_GRACE;
  }

  #lose(): LifeboatError {
    const error = this.#lostError();
    this.#cancelBeat();
    this.#lost.abort(error);
    return error;
  }

  #lostError(): LifeboatError {
    return new LifeboatError('lock-lost', { location: this.#context.backend.location });
  }

  #now(): Moment {
    const { clock } = this.#context;
    return { wall: clock.now().getTime(), uptime: clock.uptime() };
  }
}
