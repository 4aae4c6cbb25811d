import { compareNames } from '../format/name.ts';
import type { Change } from './compare-findings.ts';
import type { Finding } from './criterion.ts';

/** Positions from `first` to `last`, both included; without `last`, to the end of the row. */
interface Run {
  row: number;
  first: number;
  last: number | undefined;
}

/** A version of a path and where it was: positions in rows of snapshots. */
export interface FoundVersionRuns<F extends Finding> {
  path: string;
  found: F;
  /** Pairs of a row and a position in it, in no order. */
  positions(rowLength: (row: number) => number): Generator<[row: number, position: number]>;
}

interface Version<F extends Finding> {
  found: F;
  runs: Run[];
}

/**
 * Which versions of which paths were found where, noted by what changes from one snapshot of a row to the next, so that
 * a version that stays for a thousand snapshots costs one note.
 */
export class VersionLog<F extends Finding> {
  readonly #paths = new Map<string, Map<string, Version<F>>>();

  /** Notes what changed between a position of a row and the one before it. */
  note({ kind, path, found }: Change<F>, row: number, position: number): void {
    const versions = this.#paths.get(path) ?? new Map<string, Version<F>>();
    this.#paths.set(path, versions);
    const version = versions.get(found.version) ?? { found, runs: [] };
    versions.set(found.version, version);
    if (kind === 'came') version.runs.push({ row, first: position, last: undefined });
    else (version.runs.at(-1) as Run).last = position - 1;
  }

  /** All versions, path after path. */
  *versions(): Generator<FoundVersionRuns<F>[]> {
    for (const path of [...this.#paths.keys()].sort(compareNames)) {
      const versions = this.#paths.get(path) ?? new Map<string, Version<F>>();
      yield [...versions.values()].map(({ found, runs }) => ({ path, found, positions: (rowLength) => positionsOf(runs, rowLength) }));
    }
  }
}

function* positionsOf(runs: readonly Run[], rowLength: (row: number) => number): Generator<[number, number]> {
  for (const { row, first, last = rowLength(row) - 1 } of runs) {
    for (let position = first; position <= last; position++) yield [row, position];
  }
}
