/** Looking for what a pharmacy should protect. */
export { detectSources, type DetectOptions } from './detect-sources.ts';
export { unprotected } from './unprotected.ts';
