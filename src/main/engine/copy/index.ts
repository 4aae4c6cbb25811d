/** Brings snapshots from one repository to another: a plan as a value, then its execution. */
export { executeCopy, type ExecutedCopy } from './execute.ts';
export { bytesMissing, type CopyPlan, planCopy } from './plan.ts';
