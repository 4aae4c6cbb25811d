/** A restore from its plan to its report. */
export { type PlanFacts, planFacts, type PlannedItem, type RestorePlan, safestWay } from './plan-facts.ts';
export { KEPT_DAYS, PlanList, ThrownAway } from './plan-list.tsx';
export { RestoredSource } from './restored-source.tsx';
export { RestoreRun } from './restore-run.tsx';
export { UndoRestore } from './undo-restore.tsx';
export { usePlans } from './use-plans.ts';
