import { z } from 'zod';
import { needs } from './procedure.ts';

/** Where an update of the program stands. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  /** This build cannot update itself, and why: it is no installed app, it is not signed, or the system's packages do it. */
  z.object({ kind: z.literal('not-possible'), reason: z.enum(['not-installed', 'not-signed', 'by-packages']) }),
  /** Nothing newer is known. `checkedAt`: when it was last looked. */
  z.object({ kind: z.literal('current'), checkedAt: z.string().optional() }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('available'), version: z.string() }),
  z.object({ kind: z.literal('downloading'), version: z.string(), percent: z.number() }),
  /** Downloaded and its signature checked; installing ends the program and starts the new one. */
  z.object({ kind: z.literal('ready'), version: z.string() }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

/** Updates happen when a person asks for each step, never by themselves and never while the PC shuts down. */
export const updatesContract = {
  state: needs('see-status').output(updateStateSchema),
  check: needs('change-settings').output(updateStateSchema),
  download: needs('change-settings').output(updateStateSchema),
  /** Refused while something runs: `installs` is then false. */
  install: needs('change-settings').output(z.object({ installs: z.boolean() })),
};
