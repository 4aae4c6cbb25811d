import { LifeboatError } from '../../../shared/errors/index.ts';
import { matchPattern, parsePattern, type Pattern, type PatternMatch, type PatternSyntax, splitPath } from './pattern.ts';

/** Patterns as a person gives them; empty ones are skipped. */
export interface PatternLists {
  patterns?: readonly string[] | undefined;
  /** The same, whatever upper and lower case. */
  caselessPatterns?: readonly string[] | undefined;
}

/** Patterns that are asked together. */
export interface PatternSet {
  /** True when there is no pattern: nothing matches. */
  readonly isEmpty: boolean;
  /**
   * How a path meets the patterns. `matches`: the last pattern that fits the path, or a folder above it, is no `!` pattern.
   * `childMayMatch`: something below the path may match, so a walk that looks for matches must go on.
   */
  match(path: string): PatternMatch;
}

/** Parses patterns; a malformed one is `value-invalid`. `windows` (default: this system) lets backslashes separate. */
export function createPatternSet(lists: PatternLists, windows: boolean = process.platform === 'win32'): PatternSet {
  const exact = parseList(lists.patterns ?? [], { windows, caseless: false });
  const caseless = parseList(lists.caselessPatterns ?? [], { windows, caseless: true });
  return {
    isEmpty: exact.patterns.length + caseless.patterns.length === 0,
    match: (path) => either(matchList(exact, path), matchList(caseless, path)),
  };
}

/** Patterns that are read the same way, in their order. */
export interface ParsedList {
  syntax: PatternSyntax;
  patterns: readonly Pattern[];
}

const NOTHING: PatternMatch = { matches: false, childMayMatch: false };

/** Parses patterns that are read the same way; a malformed one is `value-invalid`. */
export function parseList(texts: readonly string[], syntax: PatternSyntax): ParsedList {
  const patterns = texts
    .filter((text) => text !== '')
    .map((text) => {
      const pattern = parsePattern(syntax.caseless ? text.toLowerCase() : text, syntax);
      if (!pattern) throw new LifeboatError('value-invalid', { name: 'pattern', value: text, expected: 'a path pattern' });
      return pattern;
    });
  return { syntax, patterns };
}

function matchList(list: ParsedList, path: string): PatternMatch {
  if (list.patterns.length === 0) return NOTHING;
  const components = splitPath(path, list.syntax);
  return judgeList(list, (pattern) => matchPattern(pattern, components));
}

/** What a list says of a path that meets each of its patterns so; in order, each `!` pattern takes back what those before it matched. */
export function judgeList(list: ParsedList, meets: (pattern: Pattern, position: number) => PatternMatch): PatternMatch {
  let result = NOTHING;
  for (const [position, pattern] of list.patterns.entries()) {
    const found = meets(pattern, position);
    result = pattern.negated ? (found.matches ? NOTHING : result) : either(result, found);
  }
  return result;
}

function either(a: PatternMatch, b: PatternMatch): PatternMatch {
  if (a === NOTHING) return b;
  return { matches: a.matches || b.matches, childMayMatch: a.childMayMatch || b.childMayMatch };
}
