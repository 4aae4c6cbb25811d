import type { UpdateState, UpdateWish } from '../../shared/contract/index.ts';
import type { UpdateDesk } from '../api/index.ts';

/** Nobody is signed in, or no window is there. */
const BY_WINDOW: UpdateState = { kind: 'not-possible', reason: 'by-window' };

/**
 * Updates of an owner without a window: the app's window carries each step out, since an installation asks whoever sits at the PC
 * for an administrator and ends this process. Here it is only kept where the window is with it.
 */
export class RelayedUpdates implements UpdateDesk {
  private reported: UpdateState = BY_WINDOW;
  /** The one that came last carries out. */
  private windows: ((wish: UpdateWish) => void)[] = [];
  private readonly listeners = new Set<() => void>();

  state(): UpdateState {
    return this.windows.length === 0 ? BY_WINDOW : this.reported;
  }

  async check(): Promise<UpdateState> {
    return await Promise.resolve(this.pass('check'));
  }

  async download(): Promise<UpdateState> {
    return await Promise.resolve(this.pass('download'));
  }

  install(): boolean {
    return this.pass('install').kind === 'ready';
  }

  onChange(hear: () => void): void {
    this.listeners.add(hear);
  }

  /** What people wish from now on, for a window that carries it out until the signal aborts. */
  async *wishes(signal: AbortSignal | undefined): AsyncGenerator<{ wish: UpdateWish }, void, void> {
    const waiting: UpdateWish[] = [];
    let wake: () => void = () => undefined;
    const hear = (wish: UpdateWish): void => {
      waiting.push(wish);
      wake();
    };
    const stop = (): void => wake();
    this.windows.push(hear);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      while (signal?.aborted !== true) {
        const wish = waiting.shift();
        if (wish === undefined) await new Promise<void>((resolve) => (wake = resolve));
        else yield { wish };
      }
    } finally {
      this.windows = this.windows.filter((window) => window !== hear);
      signal?.removeEventListener('abort', stop);
      this.tell();
    }
  }

  report(state: UpdateState): void {
    this.reported = state;
    this.tell();
  }

  private pass(wish: UpdateWish): UpdateState {
    this.windows.at(-1)?.(wish);
    return this.state();
  }

  private tell(): void {
    for (const hear of this.listeners) hear();
  }
}
