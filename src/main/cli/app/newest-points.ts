import type { RestoreItem } from '../../../shared/model/restore.ts';
import type { RestorePoint } from '../../../shared/model/restore-point.ts';
import type { Owner } from './owner.ts';

/**
 * For each suggested item the newest restore point of its source within reach that no trial restore found wrong. What is
 * suggested is proven, and may therefore be days older: work that a computer that died would have lost for nothing.
 */
export async function newestOf(owner: Owner, items: readonly RestoreItem[]): Promise<RestoreItem[]> {
  const points = await owner.look((client) => client.runs.points({ limit: 5000 }));
  const proofs = await owner.look((client) => client.runs.proofs({ limit: 1000 }));
  const places = await owner.look((client) => client.destinations.list());
  const here = new Set(places.flatMap(({ repositories }) => repositories.filter(({ state }) => state === 'here').map(placeKey)));
  const wrong = new Set(proofs.filter(({ passed }) => !passed).map(({ point }) => point));
  const sound = points.filter((one) => here.has(placeKey(one)) && !wrong.has(one.point));
  return items.map((item) => newestFor(item, sound));
}

/** Of copies of one moment the one at the place that was suggested: it is the nearest. */
function newestFor(item: RestoreItem, points: readonly RestorePoint[]): RestoreItem {
  const isThere = (one: RestorePoint): number => Number(placeKey(one) === placeKey(item));
  const [newest] = points
    .filter(({ source }) => source === item.source)
    .toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time) || isThere(b) - isThere(a));
  const suggested = points.find(({ snapshot, source }) => snapshot === item.snapshot && source === item.source);
  if (newest === undefined || newest.point === suggested?.point) return item;
  const { destination, disk, snapshot } = newest;
  return { ...item, destination, disk, snapshot };
}

function placeKey({ destination, disk }: { destination: string; disk?: string | undefined }): string {
  return JSON.stringify([destination, disk ?? null]);
}
