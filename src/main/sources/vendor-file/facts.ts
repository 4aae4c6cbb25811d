import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import type { FoundFile } from '../files/index.ts';

/** How many files a backup has, how large they are, and when the newest was made. */
export function factsOf(files: readonly Pick<FoundFile, 'bytes' | 'modified'>[]): WitnessFact[] {
  const newest = Math.max(...files.map(({ modified }) => modified));
  return [
    { kind: 'count', subject: 'files', value: files.length },
    { kind: 'count', subject: 'bytes', value: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    // Whole seconds: some disks and some ways back keep no fractions.
    { kind: 'date', subject: 'newest', ...(files.length > 0 && { value: new Date(Math.round(newest / 1000) * 1000).toISOString() }) },
  ];
}

/** Those of `paths` that are there. */
export async function filesAt(paths: readonly string[]): Promise<FoundFile[]> {
  const states = await Promise.all(paths.map(async (path) => ({ path, state: await stat(path).catch(() => undefined) })));
  return states.flatMap(({ path, state }) =>
    state?.isFile() ? [{ path, name: basename(path), bytes: state.size, modified: state.mtimeMs }] : [],
  );
}
