import { z } from 'zod';
import { timelinePointSchema } from './timeline.ts';

/** What a value did since the last day that has one. */
export const witnessMarkSchema = z.enum(['fell', 'stood-still']);

/** One value that was read from what was backed up on a day. */
export const witnessCellSchema = z.object({
  subject: z.string(),
  kind: z.enum(['count', 'number', 'date']),
  value: z.union([z.number(), z.string()]).optional(),
  /** `stood-still` only where the pharmacy was open and the value has moved before. */
  mark: witnessMarkSchema.optional(),
});
export type WitnessCell = z.infer<typeof witnessCellSchema>;

/** A day of the table that answers "when did it go wrong?". */
export const witnessDaySchema = z.object({
  /** `YYYY-MM-DD` on the pharmacy's calendar. */
  date: z.string(),
  isOpen: z.boolean(),
  /** Of the last restore point of that day. */
  values: z.array(witnessCellSchema),
  /** All restore points of that day, newest first. */
  points: z.array(timelinePointSchema),
});
export type WitnessDay = z.infer<typeof witnessDaySchema>;

export const witnessDaysSchema = z.object({
  /** Columns, in the order in which they are worth looking at: own questions, tables, dates, files. */
  subjects: z.array(z.string()),
  /** Newest first; days without a restore point are left out. */
  days: z.array(witnessDaySchema),
  /** There are older days that the answer leaves out. */
  hasOlder: z.boolean().optional(),
  /** The newest restore point before the first mark that nothing speaks against; undefined: nothing is marked, or there is none. */
  lastGood: z.string().optional(),
});
export type WitnessDays = z.infer<typeof witnessDaysSchema>;
