/** What only Windows has. */
export { freezeDrives, type HeldFrozenDrives } from './frozen-drives.ts';
export { type ShadowRunner, sweepShadowCopies } from './shadow-copy.ts';
