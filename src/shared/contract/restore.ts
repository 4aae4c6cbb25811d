import { z } from 'zod';
import { restoreItemSchema, restoreReportSchema } from '../model/restore.ts';
import { timelinePointSchema } from '../model/timeline.ts';
import { witnessSchema } from '../model/witness.ts';
import { witnessDaysSchema } from '../model/witness-days.ts';
import { needs } from './procedure.ts';

const difference = z.object({ subject: z.string(), expected: z.string(), found: z.string().optional() });
const at = { destination: z.string(), disk: z.string().optional(), snapshot: z.string() };

/** What a restore would do, before it is done. */
export const restorePlanSchema = z.object({
  filesNew: z.number(),
  filesReplaced: z.number(),
  filesUnchanged: z.number(),
  bytes: z.number(),
  freeBytes: z.number().optional(),
  parts: z.array(
    z.object({
      part: z.string(),
      kind: z.string(),
      live: z.object({ isHealthy: z.boolean(), isInUse: z.boolean(), witness: witnessSchema.optional() }).optional(),
      /** What putting it back in place would throw away. */
      thrownAway: z.array(difference),
      witness: witnessSchema.optional(),
    }),
  ),
});

export const entrySchema = z.object({ path: z.string(), name: z.string(), type: z.string(), size: z.number(), mtime: z.string() });

export const restoreContract = {
  /** Everything of the tiers asked for, from the newest proven and clean restore points that can be reached. */
  suggest: needs('restore')
    .input(z.object({ tiers: z.array(z.enum(['critical', 'important', 'standard'])).default(['critical']) }))
    .output(z.object({ items: z.array(restoreItemSchema), missing: z.array(z.string()) })),
  /** To which moments could a source (every source) be brought back: copies of one moment are one, newest first. */
  timeline: needs('see-history')
    .input(z.object({ source: z.string().optional() }))
    .output(z.array(timelinePointSchema)),
  /** "When did it go wrong?": what was in a source on each day. */
  witnessDays: needs('see-history')
    .input(z.object({ source: z.string() }))
    .output(witnessDaysSchema),
  plan: needs('restore').input(restoreItemSchema).output(restorePlanSchema),
  start: needs('restore')
    .input(z.object({ items: z.array(restoreItemSchema).min(1) }))
    .output(z.object({ run: z.string() })),
  report: needs('see-history')
    .input(z.object({ job: z.string() }))
    .output(restoreReportSchema.optional()),
  reports: needs('see-history').output(z.array(restoreReportSchema)),
  /** Brings back what a restore replaced, as a run of its own; one that broke off may be asked for again. */
  undo: needs('restore')
    .input(z.object({ job: z.string() }))
    .output(z.object({ run: z.string() })),
  browse: needs('browse-copies')
    .input(z.object({ ...at, path: z.string() }))
    .output(z.array(entrySchema)),
  search: needs('browse-copies')
    .input(z.object({ destination: z.string(), disk: z.string().optional(), name: z.string().min(1) }))
    .output(
      z.array(
        z.object({ entry: entrySchema, snapshots: z.array(z.object({ id: z.string(), time: z.string(), source: z.string().optional() })) }),
      ),
    ),
  /** Asks one of a source's questions of a restore point, in a private copy. */
  ask: needs('restore')
    .input(z.object({ ...at, source: z.string(), part: z.string(), question: z.string() }))
    .output(z.object({ answer: z.union([z.string(), z.number()]).optional() })),
};
