import { posix } from 'node:path';
import { type Component, matchComponent, parseComponent } from './component.ts';

/** A path pattern in restic's language. */
export interface Pattern {
  /** Its components; the first of an anchored pattern is the empty one before the leading separator. */
  components: readonly Component[];
  /** Begins with a separator: fits only from the root on. */
  anchored: boolean;
  /** Began with `!`: takes back what patterns before it matched. */
  negated: boolean;
}

/** How a path meets a pattern. */
export interface PatternMatch {
  /** The path, or a folder above it, fits. */
  matches: boolean;
  /** Something below the path may fit. */
  childMayMatch: boolean;
}

/** How patterns and paths are to be read. */
export interface PatternSyntax {
  /** Backslashes separate, as slashes do, and escape nothing. */
  windows: boolean;
  caseless: boolean;
}

/** Parses one pattern; undefined if it is malformed. */
export function parsePattern(text: string, syntax: PatternSyntax): Pattern | undefined {
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1) : text;
  if (body === '') return undefined;
  const components: Component[] = [];
  for (const part of splitPath(cleaned(body, syntax), syntax)) {
    const component = parseComponent(part, !syntax.windows);
    if (!component) return undefined;
    components.push(component);
  }
  const [first] = components;
  return { components, anchored: first?.kind === 'literal' && first.text === '', negated };
}

/** The components of a path, for `matchPattern`. */
export function splitPath(path: string, syntax: PatternSyntax): string[] {
  const slashed = syntax.windows ? path.replaceAll('\\', '/') : path;
  return (syntax.caseless ? slashed.toLowerCase() : slashed).split('/');
}

/**
 * How far a path has come through a pattern: at i, whether the first i components of the pattern fit what of the path
 * ends here. All possible places at once.
 */
export type Places = readonly boolean[];

/** The places before the first component of a path. */
export function startPlaces({ components }: Pattern): Places {
  const places = new Array<boolean>(components.length + 1).fill(false);
  enter(components, places, 0);
  return places;
}

/** The places after one more component of a path. Once all of the pattern fits, everything below fits too. */
export function stepPlaces({ components, anchored }: Pattern, places: Places, name: string): Places {
  if (places[components.length]) return places;
  const next = step(components, places, name);
  if (!anchored) enter(components, next, 0);
  return next;
}

/** How a path that has come this far meets the pattern. */
export function judgePlaces({ components, anchored }: Pattern, places: Places): PatternMatch {
  return { matches: places[components.length] === true, childMayMatch: !anchored || places.includes(true) };
}

/** Holds a path's components against a pattern, in one pass. */
export function matchPattern(pattern: Pattern, path: readonly string[]): PatternMatch {
  let places = startPlaces(pattern);
  for (const name of path) places = stepPlaces(pattern, places, name);
  return judgePlaces(pattern, places);
}

function step(components: readonly Component[], places: Places, name: string): boolean[] {
  const next = new Array<boolean>(places.length).fill(false);
  for (const [i, component] of components.entries()) {
    if (!places[i] || !matchComponent(component, name)) continue;
    enter(components, next, component.kind === 'any-depth' ? i : i + 1);
  }
  return next;
}

/** Marks a place, and those behind `**`, which may stand for nothing. */
function enter(components: readonly Component[], places: boolean[], place: number): void {
  places[place] = true;
  for (let i = place; components[i]?.kind === 'any-depth'; i++) places[i + 1] = true;
}

/** Doubled and trailing separators, `.` and `..` mean what they mean in a path. */
function cleaned(pattern: string, syntax: PatternSyntax): string {
  const normal = posix.normalize(syntax.windows ? pattern.replaceAll('\\', '/') : pattern);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
