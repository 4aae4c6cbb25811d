/** A key leaked: every place begins a new repository with fresh keys, and the old ones are kept to be read. */
export { declareLeaked, retireRepositories } from './begin.ts';
export { areDisksOnly, renewalFacts } from './facts.ts';
export { listRetired } from './list-retired.ts';
export { renewRepository } from './renew.ts';
export { forgetRetired, refOf as refOfRetired, retiredCopies, retiredFor } from './retired.ts';
