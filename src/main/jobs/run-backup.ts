import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Source } from '../../shared/model/source.ts';
import type { HostBackupResult, HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';

/** Backs one source up into one repository. */
export async function runBackup(
  s: JobSurroundings,
  { job, run, source, ref }: { job: string; run: string; source: Source; ref: RepositoryRef },
  hooks: HostHooks,
): Promise<JobEnd> {
  const at = await accessTo(s, ref);
  const secrets = await s.secrets.ofSource(source);
  const result = await s.host.backup({ at, source, secrets, scratch: s.scratchFor(job), installation: s.installation, run }, hooks);
  remember(s, source, ref, result);
  const warnings = [
    ...result.warnings.map(({ code, path, detail }) => ({ code, path, ...(detail !== undefined && { detail }) })),
    ...result.notes.map(({ part, code, detail }) => ({ code, path: part, ...(detail !== undefined && { detail }) })),
  ];
  const { files, bytes, bytesAdded, bytesStored, snapshot } = result;
  return {
    status: warnings.length > 0 ? 'completed-with-warnings' : 'completed',
    snapshot,
    figures: { files, bytes, bytesAdded, bytesStored },
    warnings,
  };
}

function remember({ store }: JobSurroundings, source: Source, ref: RepositoryRef, result: HostBackupResult): void {
  const { snapshot, time, bytes, files, isConsistent, witness } = result;
  store.points.add([
    { point: snapshot, snapshot, source: source.id, time, ...ref, bytes, files, isConsistent, ...(witness && { witness }) },
  ]);
}
