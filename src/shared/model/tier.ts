import { z } from 'zod';
import { scheduleSchema } from './schedule.ts';

/** In the order in which sources are backed up and restored. */
export const TIERS = ['critical', 'important', 'standard'] as const;
export const tierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof tierSchema>;

const count = z.int().min(0).max(100_000);

/** How many restore points stay, as restic's `--keep-*` counts them. */
export const retentionSchema = z
  .object({ last: count, hourly: count, daily: count, weekly: count, monthly: count, yearly: count })
  .partial()
  .refine((keep) => Object.values(keep).some((number) => (number ?? 0) > 0), 'keeps nothing');
export type Retention = z.infer<typeof retentionSchema>;

/** What is promised for the sources of one tier. */
export const tierPolicySchema = z.object({
  tier: tierSchema,
  schedule: scheduleSchema,
  retention: retentionSchema,
  /** At most this much work may be lost, in minutes (recovery point objective). */
  rpoMinutes: z.int().positive(),
  /** Working again within this many minutes (recovery time objective). */
  rtoMinutes: z.int().positive(),
  /** A trial restore of each source from each destination at least this often, in days. */
  proofEveryDays: z.int().positive(),
});
export type TierPolicy = z.infer<typeof tierPolicySchema>;
