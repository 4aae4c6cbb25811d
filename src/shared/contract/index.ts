import { destinationsContract } from './destinations.ts';
import { kitContract } from './kit.ts';
import { recoveryContract } from './recovery.ts';
import { restoreContract } from './restore.ts';
import { runsContract } from './runs.ts';
import { peopleContract, settingsContract } from './settings.ts';
import { setupContract } from './setup.ts';
import { sourcesContract } from './sources.ts';
import { statusContract } from './status.ts';
import { systemContract } from './system.ts';
import { updatesContract } from './updates.ts';

export type { ProcedureMeta } from './procedure.ts';
export type { RunProgressFacts } from './runs.ts';
export { type Status, statusSchema } from './status.ts';
export type { UpdateState, UpdateWish } from './updates.ts';

/** What every face may ask of the owner process, a slice for each area. */
export const contract = {
  status: statusContract,
  settings: settingsContract,
  people: peopleContract,
  sources: sourcesContract,
  destinations: destinationsContract,
  runs: runsContract,
  restore: restoreContract,
  kit: kitContract,
  recovery: recoveryContract,
  setup: setupContract,
  system: systemContract,
  updates: updatesContract,
};
export type Contract = typeof contract;
