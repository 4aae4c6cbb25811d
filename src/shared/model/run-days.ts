import { z } from 'zod';
import { jobStatusSchema } from './run.ts';
import { tierSchema } from './tier.ts';

/** Runs of one day, taken together. */
export const runsOfDaySchema = z.object({
  /** The worst of them. */
  status: jobStatusSchema,
  counts: z.partialRecord(jobStatusSchema, z.number()),
  /** Newest first. */
  runs: z.array(z.string()),
});
export type RunsOfDay = z.infer<typeof runsOfDaySchema>;

/** One day of the strip, on the pharmacy's calendar. */
export const runDaySchema = z.object({
  /** `YYYY-MM-DD` */
  date: z.string(),
  isOpen: z.boolean(),
  /** A tier without a run on that day is not in it. */
  tiers: z.array(runsOfDaySchema.extend({ tier: tierSchema })),
  /** Not everything that ran on that day was looked at: there was more than one answer holds. */
  isPartial: z.boolean().optional(),
  /** Trial restores, checks, maintenance, restores. */
  other: runsOfDaySchema.optional(),
});
export type RunDay = z.infer<typeof runDaySchema>;
