import { judgePlaces, type Places, splitPath, startPlaces, stepPlaces } from './pattern.ts';
import { judgeList, parseList, type ParsedList } from './pattern-set.ts';

/**
 * Where a walk stands among the patterns. Two folders whose places have the same key meet them alike from here on,
 * whatever their paths are.
 */
export interface PathPlace {
  readonly key: string;
  /** The path up to here, or a folder above it, fits. */
  readonly matches: boolean;
  /** Something below may fit. */
  readonly childMayMatch: boolean;
  readonly places: readonly Places[];
}

/** Holds patterns against paths name by name, on the way down a tree. */
export interface PathMatcher {
  /** The place of the root folder, whose entries have absolute paths. */
  readonly root: PathPlace;
  /** The place of an entry of a folder. */
  enter(place: PathPlace, name: string): PathPlace;
}

/** The same patterns as those of a pattern set; a malformed one is `value-invalid`. */
export function createPathMatcher(
  patterns: readonly string[],
  { caseless = false, windows = process.platform === 'win32' }: { caseless?: boolean; windows?: boolean } = {},
): PathMatcher {
  const list = parseList(patterns, { caseless, windows });
  const enter = (place: PathPlace, name: string): PathPlace => {
    let { places } = place;
    for (const part of splitPath(name, list.syntax)) {
      places = list.patterns.map((pattern, i) => stepPlaces(pattern, places[i] as Places, part));
    }
    return placeOf(list, places);
  };
  // An absolute path begins with an empty component.
  return { root: enter(placeOf(list, list.patterns.map(startPlaces)), ''), enter };
}

function placeOf(list: ParsedList, places: readonly Places[]): PathPlace {
  const { matches, childMayMatch } = judgeList(list, (pattern, i) => judgePlaces(pattern, places[i] as Places));
  return {
    matches,
    childMayMatch,
    places,
    // Asked for folders only, while every file has a place.
    get key(): string {
      return places.map(keyOf).join('/');
    },
  };
}

function keyOf(places: Places): string {
  // All of the pattern fits, and so does everything below: how it came to that does not matter any more.
  return places.at(-1) ? '*' : places.map(Number).join('');
}
