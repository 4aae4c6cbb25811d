import { win32 } from 'node:path';
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

/** Milliseconds: Windows gives programs two minutes to bring their files in order. */
const CREATE_LIMIT = 180_000;
const REMOVE_LIMIT = 60_000;

const madeSchema = z.object({ code: z.number(), id: z.string(), device: z.string() });

/**
 * Freezes the volume of `path` for reading, as administrators may: `use` gets the path by which the same file is seen in
 * the frozen state. No program is asked to bring its database in order (crash-consistent). The shadow copy is removed
 * whatever happens; one that a crash leaves behind is removed by {@link sweepShadowCopies}, by the note in `memory`.
 * `permission-denied`, `no-space`, `source-busy` (another one is being made), `tool-missing`, `tool-failed`, `io-failed`.
 */
export async function withShadowCopy<T>(
  path: string,
  use: (frozen: string) => Promise<T>,
  { memory, signal, run = runTool }: { memory: string; signal: AbortSignal; run?: ShadowRunner },
): Promise<T> {
  const volume = win32.parse(path).root;
  const { id, device } = await create(volume, signal, run);
  try {
    await remember(memory, id);
    // Without the backslash behind the device Windows does not find its root folder.
    return await use(`${device}\\${path.slice(volume.length)}`);
  } finally {
    await remove(memory, id, run);
  }
}

/** Removes shadow copies of ours that a crash left behind; only those noted in `memory`. How many. */
export async function sweepShadowCopies(memory: string, run: ShadowRunner = runTool): Promise<number> {
  const ids = await remembered(memory);
  for (const id of ids) await remove(memory, id, run);
  return ids.length;
}

async function create(volume: string, signal: AbortSignal, run: ShadowRunner): Promise<{ id: string; device: string }> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(CREATE_LIMIT)]);
  const { stdout } = await run(powershell(), argumentsFor(CREATE), { env: { LIFEBOAT_VOLUME: volume }, signal: limited });
  const made = parse(stdout);
  if (made === undefined) throw new LifeboatError('io-failed', { path: volume, reason: 'VSS' });
  if (made.code !== 0) throw refusal(made.code, volume);
  if (!isShadowId(made.id) || !made.device.startsWith('\\\\?\\GLOBALROOT\\'))
    throw new LifeboatError('io-failed', { path: volume, reason: 'VSS' });
  return made;
}

async function remove(memory: string, id: string, run: ShadowRunner): Promise<void> {
  await run(powershell(), argumentsFor(REMOVE), { env: { LIFEBOAT_SHADOW_ID: id }, signal: AbortSignal.timeout(REMOVE_LIMIT) });
  await forget(memory, id);
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
