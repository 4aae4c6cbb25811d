/** Documents on paper, as PDF. */
export { lossDocument, type StatementOf } from './loss-statement/loss-document.ts';
export { type KitPlaceSurroundings, kitSaveProblem } from './recovery-kit/kit-save-place.ts';
export type { KitContents } from './recovery-kit/kit-contents.ts';
export { kitDigest } from './recovery-kit/kit-digest.ts';
export { kitDocument } from './recovery-kit/kit-document.ts';
export { saveKitForPrinting } from './recovery-kit/save-kit.ts';
