import { createPatternSet } from '../patterns/index.ts';

/** Which entries of a snapshot a restore is asked for. Paths begin with `/` and are those below the chosen folder. */
export interface Selection {
  /** Whether the entry itself is asked for. */
  selects(path: string): boolean;
  /** Whether something below a folder may be asked for. */
  mayContain(path: string): boolean;
}

/**
 * Asks for what some `include` pattern fits (everything if there is none) and no `exclude` pattern. Nothing below an
 * excluded folder is asked for, as in restic. A malformed pattern is `value-invalid`.
 */
export function createSelection(include: readonly string[], exclude: readonly string[]): Selection {
  // Paths in snapshots have forward slashes on every system.
  const included = createPatternSet({ patterns: include }, false);
  const excluded = createPatternSet({ patterns: exclude }, false);
  const isExcluded = (path: string): boolean => !excluded.isEmpty && excluded.match(path).matches;
  return {
    selects: (path) => (included.isEmpty || included.match(path).matches) && !isExcluded(path),
    mayContain: (path) => (included.isEmpty || included.match(path).childMayMatch) && !isExcluded(path),
  };
}
