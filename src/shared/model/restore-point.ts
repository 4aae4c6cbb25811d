import { z } from 'zod';
import { witnessSchema } from './witness.ts';

/** A snapshot of a source at one repository. `point` is the same for all copies of one moment. */
export const restorePointSchema = z.object({
  /** The snapshot's `original` id, else its own. */
  point: z.string(),
  source: z.string(),
  /** The moment, RFC 3339. */
  time: z.string(),
  destination: z.string(),
  disk: z.string().optional(),
  /** The snapshot's id at that repository. */
  snapshot: z.string(),
  /** Plain bytes it holds. */
  bytes: z.number(),
  files: z.number(),
  /** False: the data was copied while it could change ("crash-consistent only"). */
  isConsistent: z.boolean().default(true),
  witness: witnessSchema.optional(),
});
export type RestorePoint = z.infer<typeof restorePointSchema>;

/** How far a trial restore went, from the weakest to the strongest. */
export const PROOF_LEVELS = ['bytes', 'verified', 'opened'] as const;
/**
 * `bytes`: every byte came back and its hash agrees. `verified`: its own tool found it whole. `opened`: it was opened
 * and its contents counted.
 */
export const proofLevelSchema = z.enum(PROOF_LEVELS);
export type ProofLevel = z.infer<typeof proofLevelSchema>;

export const proofFindingSchema = z.discriminatedUnion('kind', [
  /** A fact is not as the witness said. */
  z.object({ kind: z.literal('witness-differs'), subject: z.string(), expected: z.string(), found: z.string().optional() }),
  /** The database's own check found damage. */
  z.object({ kind: z.literal('tool-found-damage'), detail: z.string() }),
  /** It cannot be opened at all. */
  z.object({ kind: z.literal('cannot-open'), detail: z.string() }),
  /** The repository's data is damaged or missing. */
  z.object({ kind: z.literal('damaged'), files: z.number() }),
  /** Much less in it than in the restore point before, by the named fact. */
  z.object({ kind: z.literal('shrunk'), subject: z.string(), before: z.number(), now: z.number() }),
  /** What the source says is the newest is too old. */
  z.object({ kind: z.literal('stale'), newest: z.string(), maxAgeHours: z.number() }),
]);
export type ProofFinding = z.infer<typeof proofFindingSchema>;

/** A restore test: what a trial restore from one destination found. */
export const proofSchema = z.object({
  id: z.string(),
  job: z.string(),
  source: z.string(),
  point: z.string(),
  destination: z.string(),
  disk: z.string().optional(),
  at: z.string(),
  passed: z.boolean(),
  level: proofLevelSchema,
  /** Whether everything came back, or a sample of it. */
  isSample: z.boolean(),
  findings: z.array(proofFindingSchema),
  /** Facts that were compared. */
  compared: z.number(),
  /** From the first byte to "opened and counted", in seconds: the measured part of "working again in". */
  seconds: z.number(),
  /** Plain bytes that came back. */
  bytes: z.number(),
});
export type Proof = z.infer<typeof proofSchema>;
