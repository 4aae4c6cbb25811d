import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Weekly checks read one part of so many each time: all data within a quarter of a year. */
const PARTS = 13;

/** Looks for damage in a repository: its structure, and the next part of its data. */
export async function runCheck(s: JobSurroundings, { ref }: { ref: RepositoryRef }, hooks: HostHooks): Promise<JobEnd> {
  const flag = `check-part:${repositoryKey(ref)}`;
  const part = (Number(s.store.notes.flag(flag) ?? 0) % PARTS) + 1;
  const result = await s.host.check({ at: await accessTo(s, ref), readData: { part, of: PARTS } }, hooks);
  s.store.notes.setFlag(flag, String(part));
  const figures = { snapshots: result.snapshots, bytes: result.bytesRead };
  if (result.sound) return { status: 'completed', figures };
  const warnings = result.damagedFiles.map(({ path }) => ({ code: 'damaged', path }));
  const damaged = result.findings.filter(({ severity }) => severity === 'error').length;
  return { status: 'failed', figures, warnings, error: { code: 'damage-found', data: { damaged }, retryable: false } };
}
