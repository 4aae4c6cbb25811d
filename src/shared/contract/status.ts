import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { alertSchema, pauseSchema } from '../model/installation.ts';
import { protectionSchema } from '../model/protection.ts';
import { tierSchema } from '../model/tier.ts';
import { needs } from './procedure.ts';

/** Everything Home shows at a glance. */
export const statusSchema = z.object({
  isSetUp: z.boolean(),
  pharmacy: z.string().optional(),
  protection: protectionSchema,
  nextRuns: z.array(z.object({ tier: tierSchema, at: z.string() })),
  pause: pauseSchema.optional(),
  /** Runs at work now. */
  working: z.array(z.string()),
  alerts: z.array(alertSchema),
  /** Whose account the owner process runs in, and whether it runs without anybody signed in. */
  owner: z.object({ account: z.string(), background: z.boolean() }),
  version: z.string(),
});
export type Status = z.infer<typeof statusSchema>;

/** Says that something a screen may show has changed; the screen then asks for what it shows. */
export const changeSchema = z.object({ what: z.enum(['status', 'runs', 'progress', 'settings', 'places', 'alerts']) });

export const statusContract = {
  get: needs('see-status').output(statusSchema),
  changes: needs('see-status').output(eventIterator(changeSchema)),
  pause: needs('run-backup').input(z.object({ until: z.string() })),
  resume: needs('run-backup'),
  /** A person says that something is as it should be: less in a source than before, a store made anew, a write of another PC. */
  accept: needs('change-settings').input(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('source-shrunk'), source: z.string() }),
      z.object({ code: z.literal('store-rebuilt') }),
      z.object({ code: z.literal('other-installation-writes'), destination: z.string(), disk: z.string().optional() }),
    ]),
  ),
  alertSeen: needs('see-status').input(z.object({ id: z.string() })),
};
