import type { Run, SkipReason, Trigger } from '../../shared/model/run.ts';
import type { Tier } from '../../shared/model/tier.ts';

/** Why and for whom a run is made. */
export interface RunWish {
  trigger: Trigger;
  /** The planned moment; now by default. */
  dueAt?: Date;
  person?: string | undefined;
}

export interface BackupWish extends RunWish {
  tier?: Tier;
  /** Only these sources. */
  sources?: readonly string[];
  /** Keeps scheduled work that goes off-site back. */
  hold?: SkipReason | undefined;
}

/** A started run: its row is in the history already, its work goes on. */
export interface StartedRun {
  id: string;
  /** Resolves when all of its jobs have ended; never rejects. */
  ended: Promise<Run>;
}
