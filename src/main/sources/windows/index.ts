/** What only Windows has. */
export { type ShadowRunner, sweepShadowCopies, withShadowCopy } from './shadow-copy.ts';
