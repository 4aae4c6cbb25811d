import { z } from 'zod';
import { proofSchema, restorePointSchema } from '../model/restore-point.ts';
import { jobSchema, jobWarningSchema, runSchema } from '../model/run.ts';
import { runDaySchema } from '../model/run-days.ts';
import { tierSchema } from '../model/tier.ts';
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
});

export const runsContract = {
  list: needs('see-history')
    .input(z.object({ since: z.string().optional(), limit: z.int().positive().max(1000).default(100) }))
    .output(z.array(runSchema)),
  get: needs('see-history')
    .input(z.object({ id: z.string() }))
    .output(
      z.object({ run: runSchema, jobs: z.array(jobSchema), warnings: z.array(jobWarningSchema), progress: z.array(jobProgressSchema) }),
    ),
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
  proofs: needs('see-history')
    .input(z.object({ source: z.string().optional(), limit: z.int().positive().max(1000).default(100) }))
    .output(z.array(proofSchema)),
  points: needs('see-history')
    .input(z.object({ source: z.string().optional(), limit: z.int().positive().max(5000).default(1000) }))
    .output(z.array(restorePointSchema)),
};
