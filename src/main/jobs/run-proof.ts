import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { Source } from '../../shared/model/source.ts';
import type { HostHooks } from '../engine-host/index.ts';
import type { JobEnd } from './perform-job.ts';
import { accessTo } from './places-now.ts';
import type { JobSurroundings } from './surroundings.ts';
import { isChangeExpected } from './vendor-update.ts';

const MEGABYTE = 1_000_000;
/** What is read of folders that are too big to bring back each time: more from a disk in the house than over the line. */
const SAMPLE_BYTES = { 'on-site': 1000 * MEGABYTE, 'off-site': 100 * MEGABYTE };

/** Proves the newest restore point of a source at one repository. What it finds is on record as a proof, also where it fails. */
export async function runProof(
  s: JobSurroundings,
  { job, source, ref }: { job: string; source: Source; ref: RepositoryRef },
  hooks: HostHooks,
): Promise<JobEnd> {
  const [newest, before] = s.store.points.list({ source: source.id, at: ref, limit: 2 });
  if (newest === undefined) return { status: 'skipped', reason: 'nothing-new' };
  const site = s.store.destinations.get(ref.destination)?.site ?? 'on-site';
  const result = await s.host.prove(
    {
      at: await accessTo(s, ref),
      snapshot: newest.snapshot,
      source,
      secrets: await s.secrets.ofSource(source),
      scratch: s.scratchFor(job),
      extent: source.tier === 'critical' ? 'full' : { sampleBytes: SAMPLE_BYTES[site] },
      ...(before?.witness && !isChangeExpected(s, source.id, newest.time) && { previous: before.witness }),
    },
    hooks,
  );
  const proof: Proof = { id: s.newId(), job, ...placeOf(newest), at: s.clock.now().toISOString(), ...result };
  s.store.points.addProof(proof);
  return {
    status: proof.passed ? 'completed' : 'failed',
    snapshot: newest.snapshot,
    figures: { bytes: proof.bytes },
    ...(!proof.passed && { error: { code: 'proof-failed', data: { findings: proof.findings.length }, retryable: false } }),
  };
}

function placeOf({ source, point, destination, disk }: RestorePoint): Pick<Proof, 'source' | 'point' | 'destination' | 'disk'> {
  return { source, point, destination, ...(disk !== undefined && { disk }) };
}
