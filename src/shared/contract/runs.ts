import { z } from 'zod';
import { proofSchema, restorePointSchema } from '../model/restore-point.ts';
import { jobKindSchema, jobSchema, jobStatusSchema, jobWarningSchema, runSchema } from '../model/run.ts';
import { runDaySchema } from '../model/run-days.ts';
import { runLineSchema } from '../model/run-line.ts';
import { tierSchema } from '../model/tier.ts';
import { madePointSchema } from '../model/timeline.ts';
import { placeCredentialSchema } from './destinations.ts';
import { needs } from './procedure.ts';

const started = z.object({ run: z.string() });

/** What a job at work does now: the newest fact of each kind. */
export const jobProgressSchema = z.object({
  job: z.string(),
  phase: z.string().optional(),
  /** Undefined until a look ahead has found out. */
  total: z.object({ files: z.number(), bytes: z.number() }).optional(),
  done: z.object({ files: z.number(), bytes: z.number() }).optional(),
  /** May carry a patient's name: for the screen only. */
  current: z.string().optional(),
  /** A request failed and is made again after so many seconds; nothing was done since. */
  waiting: z.object({ code: z.string(), seconds: z.number() }).optional(),
});

/** How far a run has come. */
export const runProgressSchema = z.object({
  status: jobStatusSchema,
  /** Jobs that have ended, of all that are known. */
  ended: z.number(),
  all: z.number(),
  atWork: z.array(jobProgressSchema.extend({ job: jobSchema })),
});
export type RunProgressFacts = z.infer<typeof runProgressSchema>;

export const runsContract = {
  list: needs('see-history')
    .input(z.object({ since: z.string().optional(), limit: z.int().positive().max(1000).default(100) }))
    .output(z.array(runSchema)),
  /** The list of runs with what came of each, newest first. */
  history: needs('see-history')
    .input(
      z.object({
        /** Only runs with a job of one of these kinds. */
        kinds: z.array(jobKindSchema).optional(),
        statuses: z.array(jobStatusSchema).optional(),
        /** Only runs whose slot was on this day of the pharmacy's calendar. */
        day: z.iso.date().optional(),
        limit: z.int().positive().max(1000).default(100),
      }),
    )
    .output(z.array(runLineSchema)),
  /** The newest run with a failed job of this kind, source and place; undefined: there is none. */
  lastFailed: needs('see-history')
    .input(
      z.object({
        kinds: z.array(jobKindSchema),
        source: z.string().optional(),
        destination: z.string().optional(),
        disk: z.string().optional(),
      }),
    )
    .output(z.object({ run: z.string().optional() })),
  get: needs('see-history')
    .input(z.object({ id: z.string() }))
    .output(
      z.object({ run: runSchema, jobs: z.array(jobSchema), warnings: z.array(jobWarningSchema), progress: z.array(jobProgressSchema) }),
    ),
  /** What a face that follows a run asks at every step of it: a few lines, however much the run has to tell. */
  progress: needs('see-history')
    .input(z.object({ id: z.string() }))
    .output(runProgressSchema),
  /** Backs up now: everything, a tier, or some sources. */
  start: needs('run-backup')
    .input(z.object({ tier: tierSchema.optional(), sources: z.array(z.string()).optional() }))
    .output(started),
  cancel: needs('run-backup')
    .input(z.object({ id: z.string() }))
    .output(z.object({ stopped: z.boolean() })),
  /** Trial restores now: of everything that is there, or of some sources. */
  prove: needs('run-proof')
    .input(z.object({ sources: z.array(z.string()).optional() }))
    .output(started),
  /** The strip of the last days, today first. */
  days: needs('see-history')
    .input(z.object({ days: z.int().positive().max(366).default(30) }))
    .output(z.array(runDaySchema)),
  /**
   * Forgets what retention no longer keeps, now. On a network the credential of this PC may not delete: one that may is given
   * for this once, and is kept nowhere, since a PC that holds it could destroy the copies.
   */
  maintain: needs('delete-copies')
    .input(
      z.object({
        places: z.array(z.object({ destination: z.string(), disk: z.string().optional() })).min(1),
        credential: placeCredentialSchema.optional(),
      }),
    )
    .output(started),
  proofs: needs('see-history')
    .input(z.object({ source: z.string().optional(), limit: z.int().positive().max(1000).default(100) }))
    .output(z.array(proofSchema)),
  /** The restore points that a run made and that are still at a place. */
  made: needs('see-history')
    .input(z.object({ id: z.string() }))
    .output(z.array(madePointSchema)),
  /** Keeps restore points at every place that has them, whatever retention says. */
  keep: needs('run-backup').input(z.object({ points: z.array(z.string()).min(1).max(100), note: z.string().max(200).optional() })),
  /** Retention decides about them again. */
  unkeep: needs('judge-copies').input(z.object({ points: z.array(z.string()).min(1).max(100) })),
  /**
   * "The vendor is updating today": keeps the newest restore points and those of a backup that starts now, and expects change
   * until the end of the day. Of all critical sources unless some are named.
   */
  vendorUpdate: needs('run-backup')
    .input(z.object({ sources: z.array(z.string()).optional() }))
    .output(z.object({ run: z.string(), kept: z.array(z.string()), until: z.string() })),
  points: needs('see-history')
    .input(z.object({ source: z.string().optional(), limit: z.int().positive().max(5000).default(1000) }))
    .output(z.array(restorePointSchema)),
};
