export { createPathMatcher, type PathMatcher, type PathPlace } from './path-matcher.ts';
export type { PatternMatch } from './pattern.ts';
export { type Environment, parseExcludeFile } from './pattern-file.ts';
export { createPatternSet, type PatternLists, type PatternSet } from './pattern-set.ts';
