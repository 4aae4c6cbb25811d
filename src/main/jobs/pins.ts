import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Store } from '../store/index.ts';

/** What must stay at a repository whatever retention says: of each source the newest proven restore point, and the newest of all. */
export function pinsAt(store: Store, ref: RepositoryRef): { snapshot: string; reason: string }[] {
  return store.sources.list().flatMap(({ id }) => {
    const points = store.points.list({ source: id, at: ref });
    const proven = new Set(store.points.proofs({ source: id, passed: true }).map(({ point }) => point));
    const newestProven = points.find(({ point }) => proven.has(point));
    const pins = [
      { snapshot: newestProven?.snapshot, reason: 'newest proven' },
      { snapshot: points[0]?.snapshot, reason: 'newest' },
      ...points
        .filter(({ point }) => store.notes.flag(`kept:${point}`) !== undefined)
        .map(({ snapshot }) => ({ snapshot, reason: 'kept by a person' })),
    ];
    return pins.flatMap(({ snapshot, reason }) => (snapshot === undefined ? [] : [{ snapshot, reason }]));
  });
}
