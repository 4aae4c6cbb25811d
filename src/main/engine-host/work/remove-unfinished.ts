import { asLifeboatError } from '../../../shared/errors/index.ts';
import { type SourceContext, sourceKind } from '../../sources/index.ts';
import type { HostHooks, HostUnfinishedRequest, UnfinishedLeft } from '../engine-host.ts';
import type { Ground } from './ground.ts';
import { forgetMade, type MadeRecord, madeRecords } from './made-records.ts';
import { withPartContext } from './part-context.ts';

/** Milliseconds for each; a server that hangs must not keep the end of a restore from being told. */
const LIMIT = 60_000;

/** Removes what a restore made and did not finish. What could not be removed stays on record and is in the answer. */
export async function removeUnfinished(
  ground: Ground,
  { folder, secrets, scratch }: HostUnfinishedRequest,
  hooks: HostHooks,
): Promise<UnfinishedLeft[]> {
  const records = await madeRecords(folder);
  if (records.length === 0) return [];
  return await withPartContext(ground, { scratch, secrets, hooks }, async (contextOf) => {
    const left: UnfinishedLeft[] = [];
    for (const record of records) {
      const reason = await remove(record, await contextOf(record.part));
      if (reason === undefined) await forgetMade(folder, record.part.id);
      else left.push({ part: record.part.id, name: record.name, reason });
    }
    return left;
  });
}

/** Why it is still there, as an error's code or `not-known-whose`; undefined: it is not. */
async function remove({ part, ...unfinished }: MadeRecord, context: SourceContext): Promise<string | undefined> {
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(LIMIT)]);
  try {
    return (await sourceKind(part).removeUnfinished?.(part, unfinished, { ...context, signal })) === false ? 'not-known-whose' : undefined;
  } catch (error) {
    return asLifeboatError(error).code;
  }
}
