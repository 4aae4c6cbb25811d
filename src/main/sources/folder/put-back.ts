import nodePath, { basename, join } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { placeInSnapshot } from '../../engine/index.ts';
import { isThere } from '../files/index.ts';
import type { OpenedCopy, PutBackResult, PutBackWay, RestoredPart, SourceContext } from '../kind.ts';
import { count, type CountedRoot } from './count.ts';

/** Where a captured path lies in a restored tree. */
export function restoredPath(folder: string, path: string): string {
  return join(folder, placeInSnapshot(path, nodePath));
}

/** Counts what came back. Files are whole when their bytes are, which the restorer has compared: there is nothing to open. */
export async function openForProof({ folder, paths }: RestoredPart, context: SourceContext): Promise<OpenedCopy> {
  const roots = paths.map((path) => ({ path, at: restoredPath(folder, path) }));
  return {
    level: 'bytes',
    witness: await witnessOf(await present(roots), context),
    damage: [],
    ask: async () => await Promise.resolve(undefined),
    close: async () => await Promise.resolve(),
  };
}

/**
 * The restorer has written the files where they belong: this looks at the result. In place they are at their own paths,
 * in a folder each below its last name, beside in the restored tree.
 */
export async function putBack({ folder, paths }: RestoredPart, to: PutBackWay, context: SourceContext): Promise<PutBackResult> {
  if (to.way === 'new-database') throw new LifeboatError('value-invalid', { name: 'way', value: to.way, expected: 'a folder' });
  const placeOf = (path: string): string => {
    if (to.way === 'in-place') return path;
    return to.way === 'folder' ? join(to.path, basename(path)) : restoredPath(folder, path);
  };
  const roots = await present(paths.map((path) => ({ path, at: placeOf(path) })));
  const kept = to.way === 'in-place' && (await isThere(to.keepIn)) ? to.keepIn : undefined;
  const place = to.way === 'folder' ? to.path : (roots[0]?.at ?? folder);
  return { place, kept, witness: await witnessOf(roots, context), warnings: [] };
}

/** Without those that did not come back; a sample has only some. */
async function present(roots: readonly CountedRoot[]): Promise<CountedRoot[]> {
  const flags = await Promise.all(roots.map(({ at }) => isThere(at)));
  return roots.filter((_, index) => flags[index]);
}

async function witnessOf(roots: readonly CountedRoot[], { clock, signal }: SourceContext): Promise<Witness> {
  const facts = roots.length > 0 ? (await count(roots, [], signal)).facts : [];
  return { takenAt: clock.now().toISOString(), facts, isExact: true, atMost: [], environment: {} };
}
