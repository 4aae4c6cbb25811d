export { executePrune } from './execute.ts';
export { findUsedBlobs } from './find-used.ts';
export { planPrune, type PruneFacts, type PrunePlan } from './plan.ts';
export { replaceIndexFiles } from './replace-index.ts';
