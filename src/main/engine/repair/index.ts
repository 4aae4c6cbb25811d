/** Takes broken parts out of directories and packs. */
export { type Salvage, salvagePack } from './salvage.ts';
export { type Mended, TreeMender } from './tree-mender.ts';
export { unnamedPacks } from './unnamed-packs.ts';
export { type VerifiedEntries, verifyEntries } from './verified-entries.ts';
