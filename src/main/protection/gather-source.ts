import { isSameRepository, type RepositoryRef } from '../../shared/model/destination.ts';
import type { Proof, RestorePoint } from '../../shared/model/restore-point.ts';
import type { Job } from '../../shared/model/run.ts';
import { partsOf, type Source } from '../../shared/model/source.ts';
import type { Store } from '../store/index.ts';
import { FACT_FLAGS } from './fact-flags.ts';
import type { CopyFacts, ProofFacts, SourceFacts, SourceState } from './facts.ts';
import { factsOfJob, isSince } from './job-facts.ts';
import { lastRenewal } from './renewals.ts';

/** Restore points of a copy that are looked at: hourly ones of a week. */
const POINTS = 80;
const PROOFS = 100;

/** What the store knows of one source. */
export function gatherSource(store: Store, source: Source, refs: readonly RepositoryRef[]): SourceFacts {
  const backups = store.history.jobs({ kinds: ['backup'], source: source.id, limit: 50 });
  const proofs = store.points.proofs({ source: source.id, limit: PROOFS });
  const points = refs.flatMap((at) => store.points.list({ source: source.id, at, limit: POINTS }));
  const newest = (fits: (job: Job) => boolean): SourceFacts['lastSuccess'] => {
    const job = backups.find(fits);
    return job && factsOfJob(store, job);
  };
  return {
    id: source.id,
    kind: source.kind,
    tier: source.tier,
    movesDaily: source.movesDaily,
    vendorFiles: vendorFilesOf(source),
    lastSuccess: newest(({ status }) => status === 'completed' || status === 'completed-with-warnings'),
    lastFailure: newest(({ status }) => status === 'failed'),
    lastAttempt: newest(({ status }) => status !== 'scheduled'),
    isRunning: backups.some(({ status }) => status === 'running' || status === 'scheduled'),
    states: statesOf(points),
    shrinkAcceptedAt: store.notes.flag(FACT_FLAGS.shrinkAcceptedAt(source.id)),
    changeExpectedUntil: store.notes.flag(FACT_FLAGS.changeExpectedUntil(source.id)),
    copies: refs.map((at) => gatherCopy(store, { source, at, points, proofs })),
  };
}

/** In a group's witness the facts carry the part's id. */
function vendorFilesOf(source: Source): SourceFacts['vendorFiles'] {
  return partsOf(source).flatMap((part) => {
    if (part.kind !== 'vendor-file') return [];
    return [{ subject: source.kind === 'group' ? `${part.id}/newest` : 'newest', maxAgeHours: part.maxAgeHours }];
  });
}

function statesOf(points: readonly RestorePoint[]): SourceState[] {
  const once = new Map(points.map((point) => [point.point, point]));
  return [...once.values()]
    .toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time))
    .map(({ time, isConsistent, witness }) => ({ time, isConsistent, facts: witness?.facts ?? [] }));
}

interface Known {
  source: Source;
  at: RepositoryRef;
  points: readonly RestorePoint[];
  proofs: readonly Proof[];
}

function gatherCopy(store: Store, { source, at, points, proofs }: Known): CopyFacts {
  const here = proofs.filter((proof) => isSameRepository(proof, at));
  const passed = here.find((proof) => proof.passed);
  const newestJob = store.history.lastJob({ kinds: ['backup', 'copy'], source: source.id, at });
  const lastJob = newestJob && factsOfJob(store, newestJob);
  return {
    at,
    points: points
      .filter((point) => isSameRepository(point, at))
      .map(({ point, time, bytes }) => ({ point, time, bytes, passed: here.find((proof) => proof.point === point)?.passed })),
    ...(here[0] && { lastProof: factsOfProof(store, here[0]) }),
    ...(passed && { lastPassed: factsOfProof(store, passed) }),
    ...(lastJob && isSince(lastJob.at, lastRenewal(store)?.at) && { lastJob }),
  };
}

function factsOfProof({ points }: Store, { point, at, passed, findings, seconds, bytes }: Proof): ProofFacts {
  const [known] = points.list({ point, limit: 1 });
  return { point, pointTime: known?.time, at, passed, findings: findings.map(({ kind }) => kind), seconds, bytes };
}
