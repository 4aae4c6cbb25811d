/** The 3-2-1 picture. */
export type { PlaceOfRule } from './rule-of.ts';
export { ruleOf } from './rule-of.ts';
export { ThreeTwoOne } from './three-two-one.tsx';
