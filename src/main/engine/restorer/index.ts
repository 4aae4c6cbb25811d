export type { RestoreOrder } from './collect-entries.ts';
export { type ExecutedRestore, executeRestore } from './execute.ts';
export { planRestore } from './plan.ts';
export { readContent } from './read-content.ts';
export { Report } from './report.ts';
export type { Overwrite, PlannedDirectory, PlannedFile, PlannedOther, RestorePlan } from './restore-plan.ts';
export { createSelection, type Selection } from './selection.ts';
export { type CheckedTarget, checkTarget, type TargetNeighbours } from './target/check-target.ts';
export { nameRules } from './target/safe-name.ts';
