import { z } from 'zod';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { runTool } from '../tools/index.ts';
import { forget, isShadowId, remember, remembered } from './shadow-memory.ts';
import { argumentsFor, CREATE, powershell, REMOVE } from './statements.ts';

/** Runs PowerShell; tests hand in their own. */
export type ShadowRunner = (
  tool: { path: string },
  args: readonly string[],
  options: { env: Record<string, string>; signal: AbortSignal },
) => Promise<{ stdout: string }>;

/** How shadow copies are made, and the folder in which those that exist are noted; only this account may write to it. */
export interface ShadowMaking {
  memory: string;
  run?: ShadowRunner;
}

/** A frozen state of a volume. */
export interface ShadowCopy {
  id: string;
  /** Its root, without a backslash at the end. */
  device: string;
}

/** Milliseconds: Windows gives programs two minutes to bring their files in order. */
const CREATE_LIMIT = 180_000;
const REMOVE_LIMIT = 60_000;

const madeSchema = z.object({ code: z.number(), id: z.string(), device: z.string() });

/**
 * Freezes a volume (`C:\`) for reading, as administrators may. No program is asked to bring its database in order
 * (crash-consistent). It stays until {@link removeShadowCopy}; one that a crash leaves behind is removed by {@link sweepShadowCopies}.
 * `permission-denied`, `no-space`, `source-busy` (another one is being made), `source-not-found` (no volume that can be frozen),
 * `tool-missing`, `tool-failed`, `io-failed`.
 */
export async function makeShadowCopy(volume: string, { memory, run = runTool }: ShadowMaking): Promise<ShadowCopy> {
  const env = { LIFEBOAT_VOLUME: volume, LIFEBOAT_SHADOW_NOTES: memory };
  const { stdout } = await run(powershell(), argumentsFor(CREATE), { env, signal: AbortSignal.timeout(CREATE_LIMIT) });
  const made = parse(stdout);
  if (made === undefined) throw new LifeboatError('io-failed', { path: volume, reason: 'VSS' });
  if (made.code !== 0) throw refusal(made.code, volume);
  if (!isShadowId(made.id)) throw new LifeboatError('io-failed', { path: volume, reason: 'VSS' });
  await remember(memory, made.id);
  if (made.device.startsWith('\\\\?\\GLOBALROOT\\')) return { id: made.id, device: made.device };
  await removeShadowCopy(made.id, { memory, run });
  throw new LifeboatError('io-failed', { path: volume, reason: 'VSS' });
}

/** Removes a shadow copy of ours. One that cannot be removed stays noted. */
export async function removeShadowCopy(id: string, { memory, run = runTool }: ShadowMaking): Promise<void> {
  await run(powershell(), argumentsFor(REMOVE), { env: { LIFEBOAT_SHADOW_ID: id }, signal: AbortSignal.timeout(REMOVE_LIMIT) });
  await forget(memory, id);
}

/**
 * Removes shadow copies of ours that a crash left behind: those noted at this moment, and no others. How many. To be called
 * before the first one is made; one that cannot be removed stays noted for the next time.
 */
export async function sweepShadowCopies({ memory, run = runTool }: ShadowMaking): Promise<number> {
  const ids = await remembered(memory);
  const removed = await Promise.allSettled(ids.map(async (id) => await removeShadowCopy(id, { memory, run })));
  return removed.filter(({ status }) => status === 'fulfilled').length;
}

function parse(stdout: string): z.infer<typeof madeSchema> | undefined {
  try {
    return madeSchema.safeParse(JSON.parse(stdout)).data;
  } catch {
    return undefined;
  }
}

/** Return codes of Win32_ShadowCopy.Create, as Microsoft's reference of the class lists them. */
function refusal(code: number, path: string): LifeboatError {
  switch (code) {
    case 1:
      return new LifeboatError('permission-denied', { path });
    case 3:
    case 4:
      return new LifeboatError('source-not-found', { path });
    case 6:
      return new LifeboatError('no-space', { path });
    case 7:
    case 9:
      return new LifeboatError('source-busy', { path }, { retryable: true });
    default:
      return new LifeboatError('io-failed', { path, reason: `VSS-${code}` });
  }
}
