import { z } from 'zod';
import { jobFiguresSchema, jobKindSchema, jobStatusSchema, runSchema } from './run.ts';

/** A run in the list of runs: what it was and what came of it, without its jobs. */
export const runLineSchema = z.object({
  run: runSchema,
  /** Kinds of its jobs, each once. */
  kinds: z.array(jobKindSchema),
  /** Sources it was about, each once. */
  sources: z.array(z.string()),
  /** How its jobs ended. */
  counts: z.partialRecord(jobStatusSchema, z.number()),
  /** Of all its jobs together. */
  figures: jobFiguresSchema,
  /** Somebody keeps a restore point that it made. */
  isKept: z.boolean().optional(),
});
export type RunLine = z.infer<typeof runLineSchema>;
