/** The app's one question: is this pharmacy protected now? */
export { assessProtection } from './assess.ts';
export { FACT_FLAGS } from './fact-flags.ts';
export type { CopyFacts, PlaceFacts, ProtectionFacts, SourceFacts, SourceState } from './facts.ts';
export { gatherFacts, type Surroundings } from './gather-facts.ts';
