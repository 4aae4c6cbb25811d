/** Takes broken parts out of directories and packs. */
export { assertIndexComplete } from './index-complete.ts';
export { type Salvage, salvagePack } from './salvage.ts';
export { type Mended, TreeMender } from './tree-mender.ts';
export { type VerifiedEntries, verifyEntries } from './verified-entries.ts';
