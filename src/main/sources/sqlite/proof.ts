import { join } from 'node:path';
import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { SourceOf } from '../../../shared/model/source.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import type { OpenedCopy, RestoredPart, SourceContext } from '../kind.ts';
import { askAll, askCopy } from './ask.ts';
import { CAPTURED } from './capture.ts';
import { withDatabase } from './database-thread.ts';
import { ALL_TABLES } from './look.ts';
import { requireDatabaseFile } from './requirements.ts';

/** Opens a copy in scratch, has SQLite check every page of it, and counts. `source-not-a-database`. */
export async function openForProof(source: SourceOf<'sqlite'>, restored: RestoredPart, context: SourceContext): Promise<OpenedCopy> {
  const path = join(restored.folder, CAPTURED);
  await requireDatabaseFile(path);
  const { damage, facts } = await inspect(path, context.signal);
  const asked = await askAll(path, source.questions, context.signal);
  const witness: Witness = { ...facts, takenAt: context.clock.now().toISOString(), facts: [...facts.facts, ...asked.facts], isExact: true };
  return {
    level: 'opened',
    witness,
    damage,
    ask: async (sql) => presentable(await askCopy(path, { name: sql, sql }, context.signal)),
    // Every question opens the file for itself.
    close: async () => await Promise.resolve(),
  };
}

interface Inspection {
  damage: string[];
  facts: Omit<Witness, 'takenAt'>;
}

/** Damage that keeps SQLite from going on is what was found, too. */
async function inspect(path: string, signal: AbortSignal): Promise<Inspection> {
  const found: string[] = [];
  try {
    const facts = await withDatabase(path, 'own', signal, async (database) => {
      found.push(...(await database.do('check', { isQuick: false })));
      return await database.do('witness', { tables: ALL_TABLES });
    });
    return { damage: found, facts };
  } catch (error) {
    if (!isLifeboatError(error, 'source-damaged')) throw error;
    return { damage: [...found, error.data.detail], facts: { facts: [], atMost: [], isExact: true, environment: {} } };
  }
}

function presentable(value: unknown): string | number | undefined {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
