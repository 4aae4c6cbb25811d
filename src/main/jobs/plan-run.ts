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

/** What a backup run will do. `hold` keeps off-site work back, with its reason. */
export function planBackups(sources: readonly Source[], reaches: readonly Reach[], rows: JobRows, hold?: SkipReason): SourcePlan[] {
  const here = reaches.flatMap((reach) => ('ref' in reach ? [reach] : []));
  const away = reaches.flatMap((reach) => ('reason' in reach ? [reach] : []));
  const [first, ...others] = here;
  const held = hold === undefined ? [] : others.filter(({ destination }) => destination.site === 'off-site');
  return inTierOrder(sources).map((source) => ({
    source,
    backup: first ? rows.row('backup', { source: source.id, ref: first.ref }) : nowhere(source, away, rows),
    places: here.map(({ ref }) => ref),
    copies: others.filter((reach) => !held.includes(reach)).map(({ ref }) => ({ ref, job: rows.row('copy', { source: source.id, ref }) })),
    skipped: [
      ...held.map(({ ref }) => rows.row('copy', { source: source.id, ref, ...(hold !== undefined && { reason: hold }) })),
      ...(first ? away : []).map(({ destination, reason }) =>
        rows.row('copy', { source: source.id, ref: { destination: destination.id }, reason }),
      ),
    ],
  }));
}

function nowhere(source: Source, away: readonly { destination: { id: string }; reason: SkipReason }[], rows: JobRows): Job {
  const [first] = away;
  return rows.row('backup', {
    source: source.id,
    ...(first && { ref: { destination: first.destination.id } }),
    reason: first?.reason ?? 'destination-away',
  });
}
