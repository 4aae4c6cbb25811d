import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { about, freeName, isThere, nameBeside } from '../files/index.ts';
import type { PutBackResult, PutBackWay, Replaced, RestoredPart, SourceContext } from '../kind.ts';
import { askAll } from './ask.ts';
import { CAPTURED } from './capture.ts';
import { withDatabase } from './database-thread.ts';
import { keepCurrent, returnSides } from './keep.ts';
import { ALL_TABLES } from './look.ts';
import { requireDatabaseFile, requireUnused } from './requirements.ts';
import { bringBeside, swapIn } from './swap.ts';

/**
 * Puts a restored database back to work. `source-in-use`, `source-damaged` (what came back is not whole; nothing was
 * changed), `database-exists`, `no-space`. `kept` is the path of the kept database.
 */
export async function putBack(
  source: SourceOf<'sqlite'>,
  restored: RestoredPart,
  to: PutBackWay,
  context: SourceContext,
): Promise<PutBackResult> {
  const file = join(restored.folder, CAPTURED);
  await requireWhole(file, context.signal);
  const place = await placeFor(source.path, to, context);
  await about(place, async () => await mkdir(dirname(place), { recursive: true }));
  const kept = await about(place, async () => await put(file, place, to, context.signal));
  return { place, kept, witness: await witnessAt(place, source, context), warnings: [] };
}

/** Puts back exactly what {@link putBack} had kept. What was there since is kept beside it: a restore that broke off may have replaced nothing. `source-in-use`. */
export async function undo({ kept, place }: Replaced, { clock, signal }: SourceContext): Promise<void> {
  await requireUnused(place, signal);
  await about(place, async () => {
    await keepCurrent(place, await freeName(join(dirname(kept), `undone ${clock.now().getTime()}`)), signal);
    await swapIn(await bringBeside(kept, place), place);
    await returnSides(kept, place);
  });
}

async function requireWhole(file: string, signal: AbortSignal): Promise<void> {
  await requireDatabaseFile(file);
  const [detail] = await withDatabase(file, 'own', signal, async (database) => await database.do('check', { isQuick: true }));
  if (detail !== undefined) throw new LifeboatError('source-damaged', { path: file, detail });
}

async function placeFor(path: string, to: PutBackWay, { clock }: SourceContext): Promise<string> {
  if (to.way === 'in-place') return path;
  if (to.way === 'beside') return await nameBeside(path, clock.now());
  if (to.way === 'folder') return await freeName(join(to.path, basename(path)));
  if (await isThere(to.name)) throw new LifeboatError('database-exists', { name: to.name });
  return to.name;
}

async function put(file: string, place: string, to: PutBackWay, signal: AbortSignal): Promise<string | undefined> {
  if (to.way === 'in-place' && (await isThere(place))) await requireUnused(place, signal);
  const fresh = await bringBeside(file, place);
  try {
    const kept = to.way === 'in-place' ? await keepCurrent(place, to.keepIn, signal) : undefined;
    if (to.way === 'in-place' && kept !== undefined) await to.beforeReplacing({ place, kept });
    signal.throwIfAborted();
    await swapIn(fresh, place);
    return kept;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function witnessAt(place: string, { questions }: SourceOf<'sqlite'>, { clock, signal }: SourceContext): Promise<Witness> {
  const read = await withDatabase(place, 'own', signal, async (database) => await database.do('witness', { tables: ALL_TABLES }));
  const asked = await askAll(place, questions, signal);
  return { ...read, facts: [...read.facts, ...asked.facts], takenAt: clock.now().toISOString(), isExact: true };
}
