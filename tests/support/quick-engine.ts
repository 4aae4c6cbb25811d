import type { EngineOptions } from '../../src/main/engine/index.ts';
import { systemTimers, type Timers } from '../../src/main/engine/timers.ts';
import { CHEAP_KEY_COST } from './cheap-key-cost.ts';

/** For repositories without rivals: a lock has settled as soon as it is written. What goes on beside keeps its time. */
const lockTimers: Timers = {
  after: (milliseconds, work, options) => systemTimers.after(options?.background === true ? milliseconds : 1, work, options),
};

/** An engine that nobody is beside, for tests that are not about locks or about guessing passwords. */
export const QUICK_ENGINE: Required<Pick<EngineOptions, 'lockTimers' | 'keyCost'>> = { lockTimers, keyCost: CHEAP_KEY_COST };
