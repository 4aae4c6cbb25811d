import type { UpdateState, UpdateWish } from '../../shared/contract/index.ts';

/** Updates of the program, where it can update itself. */
export interface UpdateDesk {
  state(): UpdateState;
  check(): Promise<UpdateState>;
  download(): Promise<UpdateState>;
  /** Whether it begins. */
  install(): boolean;
  /** Hears whenever the state is another one. */
  onChange(hear: () => void): void;
  /** What the app's window is to carry out, where that does it; else it ends at once. */
  wishes(signal: AbortSignal | undefined): AsyncGenerator<{ wish: UpdateWish }, void, void>;
  /** The window tells where it is with it; of no meaning where none carries out. */
  report(state: UpdateState): void;
}

/** Of a desk that carries out itself. */
export async function* noWishes(): AsyncGenerator<never, void, void> {
  await Promise.resolve();
  yield* [];
}

/** For what cannot update itself: it says why, and each step changes nothing. */
export function noUpdates(state: Extract<UpdateState, { kind: 'not-possible' }>): UpdateDesk {
  return {
    state: () => state,
    check: () => Promise.resolve(state),
    download: () => Promise.resolve(state),
    install: () => false,
    onChange: () => undefined,
    wishes: noWishes,
    report: () => undefined,
  };
}
