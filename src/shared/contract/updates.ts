import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { needs } from './procedure.ts';

/** Where an update of the program stands. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  /** It cannot be done here, and why: this is no installed app, it is not signed, the system's packages do it, or the app's window does and is not open. */
  z.object({ kind: z.literal('not-possible'), reason: z.enum(['not-installed', 'not-signed', 'by-packages', 'by-window']) }),
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

const updateWishSchema = z.enum(['check', 'download', 'install']);
/** A step that somebody asks for. */
export type UpdateWish = z.infer<typeof updateWishSchema>;

/** Updates happen when a person asks for each step, never by themselves and never while the PC shuts down. */
export const updatesContract = {
  state: needs('see-status').output(updateStateSchema),
  check: needs('change-settings').output(updateStateSchema),
  download: needs('change-settings').output(updateStateSchema),
  /** Refused while something runs: `installs` is then false. */
  install: needs('change-settings').output(z.object({ installs: z.boolean() })),
  /** What people ask for, for the app's window, which carries it out for an owner without one. Of any other owner: nothing. */
  wishes: needs('change-settings').output(eventIterator(z.object({ wish: updateWishSchema }))),
  /** The window tells where it is with it. */
  report: needs('change-settings').input(updateStateSchema),
};
