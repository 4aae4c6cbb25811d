import { z } from 'zod';
import { errorReportSchema } from './run.ts';

/** What a database server's test of everything that a backup and a restore need does, in this order; `clean-up` always. */
export const SELF_TEST_STEPS = [
  'connect',
  'create',
  'fill',
  'back-up',
  'verify',
  'read-file',
  'restore',
  'check',
  'count',
  'clean-up',
] as const;
export const selfTestStepSchema = z.enum(SELF_TEST_STEPS);
export type SelfTestStep = z.infer<typeof selfTestStepSchema>;

/** How far it got on the pharmacy's own server. */
export const selfTestSchema = z.object({
  passed: z.boolean(),
  /** Steps that were tried; the last but one may have failed, and nothing behind it but `clean-up` was tried. */
  steps: z.array(z.object({ step: selfTestStepSchema, passed: z.boolean(), error: errorReportSchema.optional() })),
});
export type SelfTest = z.infer<typeof selfTestSchema>;
