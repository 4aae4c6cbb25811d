import { LifeboatError } from '../../../shared/errors/index.ts';
import type { SelfTest } from '../../../shared/model/self-test.ts';
import { partsOf, type Source } from '../../../shared/model/source.ts';
import { sourceKind } from '../../sources/index.ts';
import type { HostHooks, SourceSecrets } from '../engine-host.ts';
import type { Ground } from './ground.ts';
import { withPartContext } from './part-context.ts';

/** Has the servers of a source tried, by their parts. `value-invalid` where there is none that can be. */
export async function selfTest(
  ground: Ground,
  { source, secrets, scratch }: { source: Source; secrets: SourceSecrets; scratch: string },
  hooks: HostHooks,
): Promise<(SelfTest & { part: string })[]> {
  return await withPartContext(ground, { scratch, secrets, hooks }, async (contextOf) => {
    const results: (SelfTest & { part: string })[] = [];
    for (const part of partsOf(source)) {
      const result = await sourceKind(part).selfTest?.(part, await contextOf(part));
      if (result) results.push({ part: part.id, ...result });
    }
    if (results.length > 0) return results;
    throw new LifeboatError('value-invalid', { name: 'source', value: source.id, expected: 'a SQL Server database' });
  });
}
