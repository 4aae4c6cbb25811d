export { type JobEvent, JobEvents } from './events.ts';
export { accessTo, reachDestinations } from './places-now.ts';
export { proofsDue } from './proofs-due.ts';
export { recoverInterrupted } from './recover-interrupted.ts';
export { planItem, undoRestoreOf } from './run-restore.ts';
export { Runs } from './runs.ts';
export type { JobSecrets, JobSurroundings } from './surroundings.ts';
export { bestPoint, suggestRestore } from './suggest-restore.ts';
export type { BackupWish, RunWish, StartedRun } from './wishes.ts';
