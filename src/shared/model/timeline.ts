import { z } from 'zod';

/** Why a restore point is not to be trusted without looking at it. */
export const SUSPICIONS = ['proof-failed', 'shrunk', 'attack-suspected'] as const;
/** `proof-failed`: a trial restore found it wrong. `shrunk`: much less in it than before. `attack-suspected`: made after somebody feared an attack. */
export const suspicionSchema = z.enum(SUSPICIONS);
export type Suspicion = z.infer<typeof suspicionSchema>;

/** Why a restore point stays, whatever retention says. */
export const keptReasonSchema = z.enum(['person', 'vendor-update', 'attack-suspected']);
export type KeptReason = z.infer<typeof keptReasonSchema>;

/** A restore point that somebody keeps. */
export const keptPointSchema = z.object({
  at: z.string(),
  reason: keptReasonSchema,
  by: z.string().optional(),
  note: z.string().max(200).optional(),
});
export type KeptPoint = z.infer<typeof keptPointSchema>;

/** A copy of a restore point. */
export const pointCopySchema = z.object({
  destination: z.string(),
  disk: z.string().optional(),
  snapshot: z.string(),
  isReachable: z.boolean(),
  /** What the newest trial restore from here found; undefined: never tried. */
  proof: z.enum(['passed', 'failed']).optional(),
  provenAt: z.string().optional(),
});
export type PointCopy = z.infer<typeof pointCopySchema>;

/** A moment to which a source can be brought back, wherever its copies are. */
export const timelinePointSchema = z.object({
  point: z.string(),
  source: z.string(),
  time: z.string(),
  bytes: z.number(),
  files: z.number(),
  isConsistent: z.boolean(),
  /** Proven at one place at least, and found wrong at none. */
  isProven: z.boolean(),
  /** Can be brought back now. */
  isReachable: z.boolean(),
  /** Empty: nothing speaks against it. What is suspicious is never suggested. */
  suspicions: z.array(suspicionSchema),
  kept: keptPointSchema.optional(),
  /** The oldest of its source in the answer, and there are older ones that the answer leaves out. */
  hasOlder: z.boolean().optional(),
  copies: z.array(pointCopySchema),
});
export type TimelinePoint = z.infer<typeof timelinePointSchema>;

/** A restore point that a run made, and whether somebody keeps it. */
export const madePointSchema = timelinePointSchema.pick({ point: true, source: true, time: true, kept: true });
export type MadePoint = z.infer<typeof madePointSchema>;
