/** The door to long engine work, wherever it runs. */
export type * from './engine-host.ts';
export { forkHost } from './fork-host.ts';
export { createLocalHost, type HostOptions } from './local-host.ts';
export { type HostProcess, type StartHost, SupervisedHost, type Supervision } from './supervised-host.ts';
export { type KeptPart, keptRecords } from './work/kept-records.ts';
export { SEAL } from './work/tags.ts';
export { type UtilityChild, utilityHost } from './utility-host.ts';
