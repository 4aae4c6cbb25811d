import { z } from 'zod';
import { tierSchema } from './tier.ts';

export const jobStatusSchema = z.enum([
  'scheduled',
  'running',
  'completed',
  'completed-with-warnings',
  'failed',
  /** Not done, and `reason` says why: an away disk is normal life, not a failure. */
  'skipped',
  /** The app or the PC stopped in the middle. */
  'interrupted',
]);
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const triggerSchema = z.enum([
  'scheduled',
  /** A slot missed by sleep, shut-down or an away disk, made up for. */
  'catch-up',
  'manual',
  /** A disk was plugged in. */
  'device-attached',
  /** Lifeboat itself saw that something has to be done: a seal after a change, a self-check after an update. */
  'follow-up',
]);
export type Trigger = z.infer<typeof triggerSchema>;

export const jobKindSchema = z.enum([
  'backup',
  'copy',
  'proof',
  'check',
  'maintenance',
  'seal',
  'restore',
  /** What a restore replaced is brought back. */
  'undo',
  /** The key of a PC that is lost is taken away from a place. */
  'key-removal',
  /** A new repository with fresh keys beside the old one, after a key leaked. */
  'renewal',
  'probe',
  'self-check',
]);
export type JobKind = z.infer<typeof jobKindSchema>;

/** Why a job was skipped. */
export const skipReasonSchema = z.enum([
  'destination-away',
  'destination-unreachable',
  'paused',
  'quiet-hours',
  /** A newer run does the same. */
  'superseded',
  /** Nothing to do: no new restore point to copy or prove. */
  'nothing-new',
  'no-room',
  'credential-expired',
  /** The credential of this PC may not delete, and nobody gave another. */
  'removal-not-permitted',
  /** The clock jumped; nothing is deleted until it is trusted again. */
  'clock-not-trusted',
  /** Maintenance gave way to other work; it comes again. */
  'parked',
  /** Nothing is deleted for a while: this PC took over from another, or somebody fears an attack. */
  'deletions-held',
  /** Somebody fears an attack: nothing is written where it could be destroyed. */
  'attack-suspected',
  /** A key leaked, and the place has no new repository yet. */
  'new-repository-waits',
  /** What it builds on failed: no new restore point to copy. */
  'earlier-step-failed',
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;

export const errorReportSchema = z.object({ code: z.string(), data: z.record(z.string(), z.unknown()), retryable: z.boolean() });

/** A tier's due slot, or a person's click. */
export const runSchema = z.object({
  id: z.string(),
  trigger: triggerSchema,
  /** Undefined for runs that are not a tier's. */
  tier: tierSchema.optional(),
  /** The planned moment, RFC 3339; a catch-up keeps the slot it makes up for. */
  dueAt: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  status: jobStatusSchema,
  /** Who asked, for a person's click. */
  person: z.string().optional(),
});
export type Run = z.infer<typeof runSchema>;

/** What a job did, in numbers. */
export const jobFiguresSchema = z
  .object({
    files: z.number(),
    /** Plain bytes looked at, new plain bytes, and what they take at the destination. */
    bytes: z.number(),
    bytesAdded: z.number(),
    bytesStored: z.number(),
    warnings: z.number(),
    snapshots: z.number(),
  })
  .partial();
export type JobFigures = z.infer<typeof jobFiguresSchema>;

/** One step of a run for one source and one destination. */
export const jobSchema = z.object({
  id: z.string(),
  run: z.string(),
  kind: jobKindSchema,
  source: z.string().optional(),
  destination: z.string().optional(),
  disk: z.string().optional(),
  status: jobStatusSchema,
  reason: skipReasonSchema.optional(),
  error: errorReportSchema.optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  figures: jobFiguresSchema.default({}),
  /** The snapshot it made, where it made one. */
  snapshot: z.string().optional(),
});
export type Job = z.infer<typeof jobSchema>;

/** A warning of a job, kept for the run's page; its path may name a patient, so it never goes into logs or messages. */
export const jobWarningSchema = z.object({ job: z.string(), code: z.string(), path: z.string(), detail: z.string().optional() });
export type JobWarning = z.infer<typeof jobWarningSchema>;
