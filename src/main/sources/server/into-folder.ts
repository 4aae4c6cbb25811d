import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../../shared/model/clock.ts';
import type { Witness } from '../../../shared/model/witness.ts';
import { about, copyDurably, freeName, isThere, requireRoom } from '../files/index.ts';
import type { PutBackResult, RestoredPart } from '../kind.ts';

/** Puts the files of a dump into a folder, each under its own name or the next that is free, for somebody who fills a server by hand. */
export async function putIntoFolder(restored: RestoredPart, names: readonly string[], path: string, clock: Clock): Promise<PutBackResult> {
  let bytes = 0;
  let files = 0;
  await about(path, async () => {
    await mkdir(path, { recursive: true });
    for (const name of names) {
      const from = join(restored.folder, name);
      if (!(await isThere(from))) continue;
      const { size } = await stat(from);
      await requireRoom(path, size);
      await copyDurably(from, await freeName(join(path, name)));
      bytes += size;
      files += 1;
    }
  });
  const facts: Witness['facts'] = [
    { kind: 'count', subject: 'files', value: files },
    { kind: 'count', subject: 'bytes', value: bytes },
  ];
  return {
    place: path,
    kept: undefined,
    witness: { takenAt: clock.now().toISOString(), facts, isExact: true, atMost: [], environment: {} },
    warnings: [],
  };
}
