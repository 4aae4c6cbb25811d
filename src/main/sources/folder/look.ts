import type { SourceOf } from '../../../shared/model/source.ts';
import { isThere } from '../files/index.ts';
import type { LiveState, SourceContext } from '../kind.ts';
import { count } from './count.ts';

/** Counts what is there now. Undefined: none of its paths is. Files of a running engine count as in use. */
export async function look({ paths, exclude }: SourceOf<'folder'>, { clock, signal }: SourceContext): Promise<LiveState | undefined> {
  const flags = await Promise.all(paths.map((path) => isThere(path)));
  const roots = paths.filter((_, index) => flags[index]).map((path) => ({ path, at: path }));
  if (roots.length === 0) return undefined;
  const { facts, liveDatabases } = await count(roots, exclude, signal);
  return {
    isHealthy: roots.length === paths.length,
    isInUse: liveDatabases.length > 0,
    witness: { takenAt: clock.now().toISOString(), facts, isExact: true, atMost: [], environment: {} },
  };
}
