import { dirname } from 'node:path';
import { TIERS } from '../../../shared/model/tier.ts';
import type { Detected } from '../kind.ts';
import { isBelow } from './unprotected.ts';

/** The most important first, each with an id of its own; folders that another suggestion covers are left out. */
export function settle(found: readonly Detected[]): Detected[] {
  const folders = found.flatMap(({ source }) => (source.kind === 'folder' ? source.paths : []));
  const taken = new Set<string>();
  return found
    .filter(
      ({ source }) => source.kind !== 'folder' || !source.paths.every((path) => folders.some((other) => isBelow(dirname(path), other))),
    )
    .toSorted((a, b) => TIERS.indexOf(a.source.tier) - TIERS.indexOf(b.source.tier))
    .map((detected) => ({ ...detected, source: { ...detected.source, id: freeId(detected.source.id, taken) } }));
}

function freeId(id: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (taken.has(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
