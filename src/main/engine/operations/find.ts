import { LifeboatError } from '../../../shared/errors/index.ts';
import type { PathPlace } from '../patterns/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { type Criterion, type NamedFinding, nameCriterion } from '../tree-search/index.ts';
import { openChosenSnapshots } from './chosen-snapshots.ts';
import type { FindRequest, FoundEntry, FoundVersion } from './contract.ts';
import { listedEntry } from './listed-entry.ts';
import { searchEach, searchVersions } from './search-snapshots.ts';

/**
 * Entries by name in all snapshots, or in the chosen ones, newest snapshot first. A folder that many snapshots share is read
 * once; memory does not grow with what is found. A folder that cannot be read is a `damaged` warning on the way, its path
 * `SNAPSHOT:/path`, and the rest goes on. `value-invalid`, `snapshot-not-found`, `id-ambiguous`.
 */
export async function* find(session: ReadingSession, request: FindRequest, hooks: Hooks = {}): AsyncGenerator<FoundEntry> {
  const criterion = criterionFor(request);
  const snapshots = await openChosenSnapshots(session, request, hooks);
  for await (const { snapshot, path, found } of searchEach(session, snapshots, criterion, hooks)) {
    yield { snapshot, entry: listedEntry(path, found.node) };
  }
}

/**
 * The same by file: every version of every path with the snapshots that have it, by path, newest version first. All is
 * searched before the first is told; memory grows with the number of versions, not of snapshots.
 */
export async function* findVersions(session: ReadingSession, request: FindRequest, hooks: Hooks = {}): AsyncGenerator<FoundVersion> {
  const criterion = criterionFor(request);
  const chosen = await openChosenSnapshots(session, request, hooks);
  for await (const { path, found, snapshots } of searchVersions(session, chosen, criterion, hooks)) {
    yield { entry: listedEntry(path, found.node), snapshots };
  }
}

function criterionFor({ patterns, ignoreCase, types, oldest, newest }: FindRequest): Criterion<PathPlace, NamedFinding> {
  if (patterns.every((pattern) => pattern === '')) {
    throw new LifeboatError('value-invalid', { name: 'pattern', value: '', expected: '*.csv, /srv/pharmacy' });
  }
  return nameCriterion({ patterns, ignoreCase, types, oldest: nanoseconds(oldest), newest: nanoseconds(newest) });
}

function nanoseconds(date: Date | undefined): bigint | undefined {
  return date === undefined ? undefined : BigInt(date.getTime()) * 1_000_000n;
}
