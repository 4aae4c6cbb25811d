import type { SkipReason, Trigger } from '../../shared/model/run.ts';
import type { Tier } from '../../shared/model/tier.ts';
import type { Chore } from './chores.ts';

/** Something that has to happen now. */
export type Due =
  /** Back up a tier, or everything. `hold` keeps what goes off-site back, and says why. */
  | { kind: 'backup'; tier?: Tier; trigger: Trigger; dueAt: Date; hold?: SkipReason }
  /** A tier's slot in which nothing runs, for the record. */
  | { kind: 'skip'; tier: Tier; trigger: Trigger; dueAt: Date; reason: SkipReason }
  | { kind: 'chore'; chore: Chore; trigger: Trigger; dueAt: Date };

/** Why somebody looks whether something is due. */
export type LookReason = 'tick' | 'start' | 'resume' | 'unlock' | 'device-attached' | 'network-up' | 'settings-changed';
