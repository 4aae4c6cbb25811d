import type { ProofLevel } from '../../../shared/model/restore-point.ts';
import type { OpenedCopy, RestoredPart, SourceContext } from '../kind.ts';
import { restoredPath } from '../folder/index.ts';
import { factsOf, filesAt } from './facts.ts';
import { verifyFile } from './verify.ts';

/** Reads every file that came back to its end in the way its beginning asks for. */
export async function openForProof({ folder, paths }: RestoredPart, { clock, signal }: SourceContext): Promise<OpenedCopy> {
  const files = await filesAt(paths.map((path) => restoredPath(folder, path)));
  const results: { level: ProofLevel; damage: string[] }[] = [];
  for (const { path } of files) results.push(await verifyFile(path, signal));
  return {
    // The newest file comes first, and it is the one that counts; companions may be anything.
    level: results[0]?.level ?? 'bytes',
    witness: { takenAt: clock.now().toISOString(), facts: factsOf(files), isExact: true, atMost: [], environment: {} },
    damage: results.flatMap(({ damage }) => damage),
    ask: async () => await Promise.resolve(undefined),
    close: async () => await Promise.resolve(),
  };
}
