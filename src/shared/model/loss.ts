import { z } from 'zod';
import { tierSchema } from './tier.ts';

/** What can get lost: a disk of a set, another place, or (without a destination) the PC that this one took over from. */
export const lostThingSchema = z.object({ destination: z.string().optional(), disk: z.string().optional() });
export type LostThing = z.infer<typeof lostThingSchema>;

/** A credential that whoever has the thing might have as well. */
export const exposedCredentialSchema = z.object({
  kind: z.enum(['place', 'database', 'mail', 'account']),
  /** What it opens, as people call it; undefined for the operating system's account. */
  name: z.string().optional(),
});
export type ExposedCredential = z.infer<typeof exposedCredentialSchema>;

/** What is known of something that may be lost. */
export const lostFactsSchema = lostThingSchema.extend({
  kind: z.enum(['disk', 'place', 'pc']),
  name: z.string(),
  /** When it was last seen, RFC 3339, and who took it last. */
  lastSeenAt: z.string().optional(),
  lastHolder: z.string().optional(),
  /** What was on it: of each source from when to when, how many restore points, and the bytes of the newest. */
  sources: z.array(
    z.object({
      source: z.string(),
      name: z.string(),
      tier: tierSchema,
      from: z.string(),
      to: z.string(),
      points: z.number(),
      bytes: z.number(),
    }),
  ),
  /** Since when everything on it is encrypted: from its first byte on. Undefined for a PC: its own disk is not ours. */
  encryptedSince: z.string().optional(),
  credentialsToChange: z.array(exposedCredentialSchema),
  /** Of a PC: places where its key still opens copies, or where nobody could look. */
  keysLeft: z.array(z.object({ destination: z.string(), disk: z.string().optional(), state: z.enum(['still-there', 'not-looked']) })),
  /** Whether critical data would be left without any copy if this is gone. */
  isLastCopy: z.boolean(),
});
export type LostFacts = z.infer<typeof lostFactsSchema>;

/** What a person says of it. */
export const lossReportSchema = z.object({
  wasStolen: z.boolean(),
  /** When somebody noticed, RFC 3339. */
  noticedAt: z.string(),
  /** A recovery kit may be in the same hands: then what is on it can be read. */
  paperWithIt: z.boolean(),
  /** Of a PC: whether its own disk was encrypted by the operating system. */
  pcDisk: z.enum(['encrypted', 'not-encrypted', 'unknown']).default('unknown'),
});
export type LossReport = z.infer<typeof lossReportSchema>;

/** Who could read what was on it. `key`: only with a paper or the PC's key. `paper`: whoever has the paper too. `open`: whoever has it. */
export const readableSchema = z.enum(['key', 'paper', 'open', 'unknown']);
export type Readable = z.infer<typeof readableSchema>;

/** Something that was declared lost. */
export const lossSchema = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().optional(),
  facts: lostFactsSchema,
  report: lossReportSchema,
  readable: readableSchema,
  /** Whether new papers must be made, so that the ones that may be in other hands open nothing any more. */
  mustRetireKey: z.boolean(),
});
export type Loss = z.infer<typeof lossSchema>;

/** Everything that was declared lost, newest first; and the ids of what is on record and could not be read. */
export const lossesSchema = z.object({ losses: z.array(lossSchema), unreadable: z.array(z.string()) });
export type Losses = z.infer<typeof lossesSchema>;

/** Who could read what was on something that is lost. */
export function readableBy({ kind }: Pick<LostFacts, 'kind'>, { paperWithIt, pcDisk }: LossReport): Readable {
  if (kind === 'pc') return pcDisk === 'encrypted' ? 'key' : pcDisk === 'not-encrypted' ? 'open' : 'unknown';
  return paperWithIt ? 'paper' : 'key';
}
