import type { RepositoryRef } from '../../shared/model/destination.ts';
import { isKept } from './kept-points.ts';
import type { Store } from '../store/index.ts';

/**
 * What must stay at a repository whatever retention says: of each source the newest restore point, the newest proven one,
 * the newest that was proven at this very place, and the newest proven one that no later proof found wrong.
 */
export function pinsAt(store: Store, ref: RepositoryRef): { snapshot: string; reason: string }[] {
  return store.sources.list().flatMap(({ id }) => {
    const points = store.points.list({ source: id, at: ref });
    const proven = new Set(store.points.proofs({ source: id, passed: true }).map(({ point }) => point));
    const provenHere = new Set(store.points.proofs({ source: id, at: ref, passed: true }).map(({ point }) => point));
    const failed = new Set(store.points.proofs({ source: id, passed: false }).map(({ point }) => point));
    const pins = [
      { snapshot: points.find(({ point }) => proven.has(point))?.snapshot, reason: 'newest proven' },
      { snapshot: points.find(({ point }) => provenHere.has(point))?.snapshot, reason: 'newest proven here' },
      { snapshot: points.find(({ point }) => proven.has(point) && !failed.has(point))?.snapshot, reason: 'newest proven and sound' },
      { snapshot: points[0]?.snapshot, reason: 'newest' },
      ...points.filter(({ point }) => isKept(store, point)).map(({ snapshot }) => ({ snapshot, reason: 'kept by a person' })),
    ];
    return pins.flatMap(({ snapshot, reason }) => (snapshot === undefined ? [] : [{ snapshot, reason }]));
  });
}
