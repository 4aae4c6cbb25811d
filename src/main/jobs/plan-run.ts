import type { RepositoryRef } from '../../shared/model/destination.ts';
import type { Job, JobKind, Run, SkipReason } from '../../shared/model/run.ts';
import type { Source } from '../../shared/model/source.ts';
import { TIERS } from '../../shared/model/tier.ts';
import type { Reach } from './places-now.ts';

/** Sources in the order in which they are backed up and restored. */
export function inTierOrder(sources: readonly Source[]): Source[] {
  return sources.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

/** Makes rows of jobs of one run. */
export class JobRows {
  private readonly run: Run;
  private readonly newId: () => string;

  constructor(run: Run, newId: () => string) {
    this.run = run;
    this.newId = newId;
  }

  row(kind: JobKind, about: { source?: string; ref?: RepositoryRef; reason?: SkipReason }): Job {
    const { source, ref, reason } = about;
    return {
      id: this.newId(),
      run: this.run.id,
      kind,
      ...(source !== undefined && { source }),
      ...(ref && { destination: ref.destination, ...(ref.disk !== undefined && { disk: ref.disk }) }),
      ...(reason === undefined ? { status: 'scheduled' } : { status: 'skipped', reason, endedAt: this.run.dueAt }),
      figures: {},
    };
  }
}

/** The jobs of one source: a backup into the first place that is here, copies into the others, and why not where not. */
export interface SourcePlan {
  source: Source;
  backup: Job;
  /** Where the backup goes, and where else if that place fails. */
  places: RepositoryRef[];
  copies: { job: Job; ref: RepositoryRef }[];
  skipped: Job[];
}

/** What a backup run will do. `hold` keeps back what goes off-site over the line, with its reason. */
export function planBackups(sources: readonly Source[], reaches: readonly Reach[], rows: JobRows, hold?: SkipReason): SourcePlan[] {
  const reached = reaches.flatMap((reach) => ('ref' in reach ? [reach] : []));
  // A disk that is plugged in does not take the line.
  const held = hold === undefined ? [] : reached.filter(({ destination: { site, kind } }) => site === 'off-site' && kind !== 'usb-set');
  const here = reached.filter((reach) => !held.includes(reach));
  const notHere: { ref?: RepositoryRef; reason: SkipReason }[] = [
    ...held.map(({ ref }) => ({ ref, reason: hold ?? 'quiet-hours' })),
    ...reaches.flatMap((reach) => ('reason' in reach ? [{ ref: { destination: reach.destination.id }, reason: reach.reason }] : [])),
  ];
  const [first, ...others] = here;
  const [nowhere = { reason: 'destination-away' }, ...alsoNot] = notHere;
  return inTierOrder(sources).map((source) => ({
    source,
    backup: first ? rows.row('backup', { source: source.id, ref: first.ref }) : rows.row('backup', { source: source.id, ...nowhere }),
    places: here.map(({ ref }) => ref),
    copies: others.map(({ ref }) => ({ ref, job: rows.row('copy', { source: source.id, ref }) })),
    skipped: (first ? notHere : alsoNot).map((one) => rows.row('copy', { source: source.id, ...one })),
  }));
}
