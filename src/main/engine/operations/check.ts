import { anySignal } from '../abort.ts';
import { checkRepository, type Random } from '../checker/index.ts';
import type { Hooks, ReadingSession } from '../session.ts';
import type { CheckRequest, CheckResult } from './contract.ts';

/**
 * Finds damage in a repository and says which files of which snapshots it reaches. Mends nothing. Damage is told in the
 * result; `value-invalid` for a choice of packs that is none. `random` chooses packs when a share of them is read.
 */
export async function check(
  session: ReadingSession,
  request: CheckRequest = {},
  hooks: Hooks = {},
  random: Random = Math.random,
): Promise<CheckResult> {
  const signal = anySignal(session.signal, hooks.signal);
  const result = await checkRepository(session.repository, request, { ...hooks, random, signal });
  await session.confirmLock();
  return result;
}
