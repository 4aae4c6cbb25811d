import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { attackSchema } from '../model/attack.ts';
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
  /** Somebody fears an attack. */
  attack: attackSchema.optional(),
  /** Whose account the owner process runs in, and whether it runs without anybody signed in. */
  owner: z.object({ account: z.string(), background: z.boolean() }),
  version: z.string(),
  /** Messages on the desktop are not seen there: since when, and the operating system's word for why. */
  deskMessages: z.object({ since: z.string(), why: z.string() }).optional(),
  /** Lifeboat was updated from this version, and nobody has said yet that they saw what is new. */
  updatedFrom: z.string().optional(),
});
export type Status = z.infer<typeof statusSchema>;

/** Says that something a screen may show has changed; the screen then asks for what it shows. */
export const changeSchema = z.object({ what: z.enum(['status', 'runs', 'progress', 'settings', 'places', 'alerts', 'updates']) });

export const statusContract = {
  get: needs('see-status').output(statusSchema),
  /** Answered at once: whether anybody is there. */
  alive: needs('see-status'),
  changes: needs('see-status').output(eventIterator(changeSchema)),
  pause: needs('run-backup').input(z.object({ until: z.string() })),
  resume: needs('run-backup'),
  /** A person says that something is as it should be: less in a source than before, a store made anew, a write of another PC, an update. */
  accept: needs('judge-copies').input(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('source-shrunk'), source: z.string() }),
      z.object({ code: z.literal('store-rebuilt') }),
      z.object({ code: z.literal('updated') }),
      z.object({ code: z.literal('other-installation-writes'), destination: z.string(), disk: z.string().optional() }),
    ]),
  ),
  /**
   * "I think we are being attacked": nothing is deleted, the newest proven restore points stay, writing stops wherever it
   * could be destroyed, disks are released. `since`: from when on copies are not to be trusted; now where it is not given.
   */
  suspectAttack: needs('run-backup')
    .input(z.object({ since: z.string().optional() }))
    .output(
      z.object({
        attack: attackSchema,
        kept: z.array(z.string()),
        disks: z.array(z.object({ destination: z.string(), disk: z.string(), label: z.string(), safe: z.boolean() })),
      }),
    ),
  /** It is over. `false-alarm`: everything is as before. `over`: what was copied meanwhile stays suspicious, nothing is deleted for 30 days. */
  endAttack: needs('judge-copies').input(z.object({ verdict: z.enum(['false-alarm', 'over']) })),
  alertSeen: needs('see-status').input(z.object({ id: z.string() })),
  /** Whoever shows messages on the desktop tells that one was not shown, and the operating system's word for why; without one: it was. */
  deskMessageTold: needs('see-status').input(z.object({ why: z.string().max(500).optional() })),
};
