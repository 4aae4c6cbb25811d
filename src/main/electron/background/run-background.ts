import { existsSync } from 'node:fs';
import type { Installation } from '../installation/installation.ts';
import type { StatusWatch } from '../status/status-watch.ts';
import type { StayAwake } from '../power/stay-awake.ts';
import type { WakePlan } from './wake-plan.ts';

export interface BackgroundRun {
  installation: Installation;
  status: StatusWatch;
  awake: StayAwake;
  wakePlan: WakePlan;
  /** The key that says this owner is wanted. */
  faceKey: string;
  every: (milliseconds: number, work: () => void) => () => void;
}

/** How a background owner's start ended. */
export type BackgroundEnd =
  /** Another process owns the installation: there is nothing to do. */
  | 'owned-already'
  /** It was taken away. */
  | 'removed';

/** Milliseconds between two looks whether it is still wanted. */
const LOOK_EVERY = 2000;

/** The owner process without a window, for as long as it is wanted. Rejects if the profile cannot be opened. */
export async function runBackground({ installation, status, awake, wakePlan, faceKey, every }: BackgroundRun): Promise<BackgroundEnd> {
  status.onChange((seen) => {
    awake.update((seen?.status.working.length ?? 0) > 0);
    if (seen !== undefined) void wakePlan.update(seen.status.nextRuns);
  });
  const role = await installation.begin();
  if (role !== 'owner') {
    await installation.close();
    return 'owned-already';
  }
  if (existsSync(faceKey)) await gone(faceKey, every);
  else await new Promise<never>(() => undefined);
  status.close();
  awake.end();
  await installation.close();
  return 'removed';
}

async function gone(file: string, every: BackgroundRun['every']): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = every(LOOK_EVERY, () => (existsSync(file) ? undefined : resolve()));
  await promise;
  stop();
}
