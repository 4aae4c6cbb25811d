import { z } from 'zod';
import { selfTestSchema } from '../model/self-test.ts';
import { singleSourceSchema, sourceSchema } from '../model/source.ts';
import { witnessSchema } from '../model/witness.ts';
import { needs } from './procedure.ts';

const note = z.object({ part: z.string(), code: z.string(), detail: z.string().optional() });
const byId = z.object({ id: z.string() });
/** Passwords by part and name; kept in the vault and never given out again. */
const credentials = z.record(z.string(), z.record(z.string(), z.string())).default({});

export const foundSourceSchema = z.object({
  source: singleSourceSchema,
  bytes: z.number().optional(),
  newest: z.string().optional(),
  isInUse: z.boolean(),
  isProtected: z.boolean(),
  /** Somebody said that it needs no protection. */
  isSetAside: z.boolean(),
});

export const sourcesContract = {
  list: needs('see-status').output(z.array(sourceSchema)),
  /** Looks for what could be protected on this PC. */
  detect: needs('change-settings').output(z.array(foundSourceSchema)),
  /** What was found and needs no protection, as somebody says; takes the place of all that was set aside before. */
  setAside: needs('change-settings').input(z.object({ sources: z.array(singleSourceSchema).max(500) })),
  /** Tries a source as a backup would; `credentials` only where they are not kept yet. */
  test: needs('change-settings')
    .input(z.object({ source: sourceSchema, credentials }))
    .output(
      z.object({
        ok: z.boolean(),
        witness: witnessSchema.optional(),
        bytes: z.number().optional(),
        error: z.object({ code: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
        notes: z.array(note),
      }),
    ),
  /**
   * Tries on the pharmacy's own SQL Server, with a tiny database of its own, everything that a backup and a restore need: no
   * other database is touched. By the parts of the source; `value-invalid` where none of them can be tried.
   */
  selfTest: needs('change-settings')
    .input(byId)
    .output(z.array(selfTestSchema.extend({ part: z.string() }))),
  put: needs('change-settings').input(z.object({ source: sourceSchema, credentials })),
  /** Its restore points stay. */
  remove: needs('change-settings').input(byId),
};
