import { LifeboatError } from '../../../shared/errors/index.ts';
import type { BlobType } from '../format/blob.ts';
import { type Id, isId } from '../format/id.ts';
import type { BlobIndex } from '../repository/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import { objectCriterion, type WantedObjects } from '../tree-search/index.ts';
import { openChosenSnapshots } from './chosen-snapshots.ts';
import type { SnapshotEntry } from './contract.ts';
import type { FindObjectsRequest, FoundObject } from './contract.ts';
import { searchVersions } from './search-snapshots.ts';

/**
 * Which files and folders of which snapshots need given pieces of data, folder listings or data files, by path. What no
 * snapshot needs is not told. Damage and failures as in `find`; `blob-not-found`, `file-not-found` if nothing begins with
 * what was given, `id-ambiguous`.
 */
export async function* findObjects(session: ReadingSession, request: FindObjectsRequest, hooks: Hooks = {}): AsyncGenerator<FoundObject> {
  const { index } = session.repository;
  const chosen = await openChosenSnapshots(session, request, hooks);
  const wanted = wantedObjects(index, request);
  const told = (type: BlobType, id: Id, path: string, snapshots: SnapshotEntry[]): FoundObject => {
    return { type, id, pack: index.find(type, id)?.pack, path, snapshots };
  };
  for (const tree of wanted.tree) {
    const tops = chosen.filter(({ snapshot }) => snapshot.tree === tree);
    if (tops.length > 0) yield told('tree', tree, '/', tops);
  }
  for await (const { path, found, snapshots } of searchVersions(session, chosen, objectCriterion(wanted), hooks)) {
    for (const id of found.ids) yield told(found.type, id, path, snapshots);
  }
}

function wantedObjects(index: BlobIndex, { kind, ids }: FindObjectsRequest): WantedObjects {
  if (kind === 'pack') return contentsOfPacks(index, ids);
  const type = kind === 'blob' ? 'data' : 'tree';
  const known = function* (): Generator<Id> {
    for (const entry of index.entries()) if (entry.type === type) yield entry.id;
  };
  const absent = (name: string): LifeboatError => new LifeboatError('blob-not-found', { blob: name, type });
  const whole = resolveIds(ids, known, kind, absent);
  return type === 'data' ? { data: whole, tree: new Set() } : { data: new Set(), tree: whole };
}

function contentsOfPacks(index: BlobIndex, ids: readonly string[]): WantedObjects {
  const absent = (name: string): LifeboatError => new LifeboatError('file-not-found', { type: 'data', name });
  const packs = resolveIds(ids, () => index.packs(), 'pack', absent);
  const known = new Set(index.packs());
  for (const pack of packs) if (!known.has(pack)) throw absent(pack);
  const wanted = { data: new Set<Id>(), tree: new Set<Id>() };
  for (const { pack, type, id } of index.entries()) if (packs.has(pack)) wanted[type].add(id);
  return wanted;
}

/** Whole ids for ids and beginnings of ids, which are looked for among `known`, all in one pass. */
function resolveIds(names: readonly string[], known: () => Iterable<Id>, kind: string, absent: (name: string) => LifeboatError): Set<Id> {
  const whole = new Set<Id>(names.filter(isId));
  const found = new Map<string, Id>(names.filter((name) => !isId(name)).map((name) => [name, '']));
  if (found.size > 0) {
    for (const id of known()) {
      for (const [prefix, before] of found) {
        if (prefix === '' || !id.startsWith(prefix) || id === before) continue;
        if (before !== '') throw new LifeboatError('id-ambiguous', { prefix, type: kind });
        found.set(prefix, id);
      }
    }
  }
  for (const [prefix, id] of found) {
    if (id === '') throw absent(prefix);
    whole.add(id);
  }
  return whole;
}
