import type { UpdateState } from '../../shared/contract/index.ts';

/** Updates of the program, where it can update itself. */
export interface UpdateDesk {
  state(): UpdateState;
  check(): Promise<UpdateState>;
  download(): Promise<UpdateState>;
  /** Whether it begins. */
  install(): boolean;
}

/** For what cannot update itself: it says why, and each step changes nothing. */
export function noUpdates(state: Extract<UpdateState, { kind: 'not-possible' }>): UpdateDesk {
  return { state: () => state, check: () => Promise.resolve(state), download: () => Promise.resolve(state), install: () => false };
}
