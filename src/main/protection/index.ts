/** The app's one question: is this pharmacy protected now? */
export { assessProtection } from './assess.ts';
export { FACT_FLAGS } from './fact-flags.ts';
export { areDeletionsHeld, holdDeletions } from './holds.ts';
export { isFileMeasure } from './motion.ts';
export type { CopyFacts, PlaceFacts, ProtectionFacts, SourceFacts, SourceState } from './facts.ts';
export { addAttack, attackNow, attacksOf, endAttack } from './attacks.ts';
export { gatherFacts, type Surroundings } from './gather-facts.ts';
export { isWaiting, lastRenewal, RENEWAL, RETIRED_PLACE, retiredPlaces, waitingPlaces } from './renewals.ts';
export { suspectPoints, suspicionsOf } from './suspicions.ts';
