import type { OwnerClient } from './line.ts';
import { pause } from './pause.ts';

/** Milliseconds from one sign of life to the next question, and that an answer may take. */
const EVERY = 10_000;
const PATIENCE = 15_000;

/** Until the owner process is silent: one that hangs keeps its lines open and answers nothing. Ends with `signal`, too. */
export async function untilSilent({ status }: Pick<OwnerClient, 'status'>, signal: AbortSignal): Promise<'owner-gone'> {
  for (let isThere = true; isThere && !signal.aborted; ) {
    await pause(EVERY);
    if (!signal.aborted) isThere = await Promise.race([answered(status), pause(PATIENCE).then(() => false)]);
  }
  return 'owner-gone';
}

/** A refusal is a sign of life as well. */
async function answered(status: OwnerClient['status']): Promise<true> {
  await status.alive().catch(() => undefined);
  return true;
}
