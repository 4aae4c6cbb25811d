import { z } from 'zod';
import { custodyEntrySchema } from '../model/installation.ts';
import { destinationSchema, probeSchema } from '../model/destination.ts';
import { lossReportSchema, lossesSchema, lossSchema, lostFactsSchema, lostThingSchema } from '../model/loss.ts';
import { needs } from './procedure.ts';

const byId = z.object({ id: z.string() });
const ref = z.object({ destination: z.string(), disk: z.string().optional() });

/** What opens a place on the network. An account key is wanted only once: it makes a narrower credential and is dropped. */
export const placeCredentialSchema = z.object({ accountKey: z.string(), sasToken: z.string(), connectionString: z.string() }).partial();

export const destinationsContract = {
  list: needs('see-status').output(
    z.array(
      z.object({
        destination: destinationSchema,
        repositories: z.array(ref.extend({ state: z.string(), lastProbe: probeSchema.optional() })),
      }),
    ),
  ),
  /** Writes and reads back a little, measures, and says whether somebody at this PC could destroy a copy there. Nothing is kept. */
  probe: needs('change-settings')
    .input(z.object({ destination: destinationSchema, credential: placeCredentialSchema.optional() }))
    .output(probeSchema),
  /** Makes the repository there (or opens the one of this pharmacy that is there) and keeps the destination. */
  add: needs('change-settings').input(z.object({ destination: destinationSchema, credential: placeCredentialSchema.optional() })),
  /**
   * Changes a place of the same kind. One that lies somewhere else now is opened or made there, and a credential that is given takes the
   * place of the one that is kept; `credential-missing` where another place in the cloud is named without one.
   */
  update: needs('change-settings').input(z.object({ destination: destinationSchema, credential: placeCredentialSchema.optional() })),
  /** What lies there stays. */
  remove: needs('change-settings').input(byId),
  /**
   * Takes the disk plugged in at `path` into a set, with a repository of its own: the one of this pharmacy that is there, or a new one;
   * where old copies from before a key leaked are on it, beside those.
   */
  addDisk: needs('change-settings')
    .input(z.object({ destination: z.string(), label: z.string(), path: z.string() }))
    .output(z.object({ isBesideOld: z.boolean() })),
  /** Takes a disk out of its set: nobody waits for it any more. What lies on it stays. */
  removeDisk: needs('change-settings').input(z.object({ destination: z.string(), disk: z.string() })),
  /** Places where a disk could be. */
  drives: needs('change-settings').output(
    z.array(z.object({ path: z.string(), label: z.string().optional(), freeBytes: z.number().optional(), isRemovable: z.boolean() })),
  ),
  /** Waits for what is being written there and says whether the disk may be taken away now. */
  release: needs('run-backup')
    .input(ref.extend({ person: z.string().optional() }))
    .output(z.object({ safe: z.boolean() })),
  /** What is known of a disk or a place that may be lost; without a destination of the PC that this one took over from. */
  lost: needs('see-history').input(lostThingSchema).output(lostFactsSchema),
  /**
   * Puts on record that it is lost: a disk leaves its set, a place is forgotten, nobody waits for them. A PC's key is taken away
   * from every place within reach, which is the `run`; from others when they come back. `value-invalid` for what is in the cloud.
   */
  declareLost: needs('judge-copies')
    .input(z.object({ thing: lostThingSchema, report: lossReportSchema }))
    .output(lossSchema.extend({ run: z.string().optional() })),
  losses: needs('see-history').output(lossesSchema),
  /** The statement to print and to sign: a PDF, base64. */
  lossStatement: needs('see-history')
    .input(byId)
    .output(z.object({ pdf: z.string() })),
  custody: needs('see-history')
    .input(z.object({ destination: z.string() }))
    .output(z.array(custodyEntrySchema)),
};
