import { createHash } from 'node:crypto';
import { type RepositoryRef, repositoryKey } from '../../shared/model/destination.ts';
import type { HostHooks, SealFile } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Keeps what the app knows beside the data, unless the repository has exactly that already. */
export async function runSeal(
  s: JobSurroundings,
  { ref, files }: { ref: RepositoryRef; files: SealFile[] },
  hooks: HostHooks,
): Promise<JobEnd> {
  const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const flag = `sealed:${repositoryKey(ref)}`;
  if (s.store.notes.flag(flag) === digest) return { status: 'skipped', reason: 'nothing-new' };
  const { snapshot } = await s.host.saveSeal(
    { at: await accessTo(s, ref), installation: s.installation, files, ...predecessorOf(s) },
    hooks,
  );
  s.store.notes.setFlag(flag, digest);
  return { status: 'completed', snapshot };
}

function predecessorOf({ store }: JobSurroundings): { tookOver?: string } {
  const text = store.notes.flag('predecessor');
  return text === undefined ? {} : { tookOver: (JSON.parse(text) as { installation: string }).installation };
}
