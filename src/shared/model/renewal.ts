import { z } from 'zod';
import { destinationSchema } from './destination.ts';

/** A key leaked, and every place begins a new repository with fresh master keys. */
export const renewalSchema = z.object({
  /** Also the name under which this PC's key for the old repositories is kept. */
  id: z.string(),
  /** When somebody said so, RFC 3339; what was done at the places before it says nothing of the new repositories. */
  at: z.string(),
  by: z.string().optional(),
  /** The installation whose own key is made anew with it. */
  installation: z.string(),
  /** Whether that key was made. */
  hasNewKey: z.boolean(),
  /** Repositories, by their keys, that are not on record as old ones yet. */
  toRetire: z.array(z.string()),
  /** Repositories, by their keys, in whose place there is no new one yet. */
  waiting: z.array(z.string()),
});
export type Renewal = z.infer<typeof renewalSchema>;

/** A repository that is only read any more: its place has a new one. */
export const retiredPlaceSchema = z.object({
  /** Where it is: a destination of its own, of a set of disks with the one disk. */
  destination: destinationSchema,
  /** The place that it was the repository of. */
  of: z.object({ destination: z.string(), disk: z.string().optional() }),
  /** Since when, RFC 3339. */
  since: z.string(),
  /** The renewal that retired it. */
  renewal: z.string(),
  /** No key of this PC opens it: it took over later. The papers of then do. */
  isShut: z.boolean().optional(),
});
export type RetiredPlace = z.infer<typeof retiredPlaceSchema>;

/** What beginning anew means and costs, before anybody says yes. */
export const renewalFactsSchema = z.object({
  /** Places that get their new repository now, and those that get it when they are back. */
  here: z.array(z.object({ destination: z.string(), disk: z.string().optional() })),
  away: z.array(z.object({ destination: z.string(), disk: z.string().optional() })),
  /** Plain bytes of everything as it was last backed up: what is stored once more at each place, compressed. */
  bytes: z.number(),
  /** Whether the places are disks and no others: each after the first then has to be plugged in once together with one that has begun. */
  isDisksOnly: z.boolean(),
  /** Places that had less room than that when they were last tried. */
  tight: z.array(z.object({ destination: z.string(), disk: z.string().optional(), freeBytes: z.number() })),
});
export type RenewalFacts = z.infer<typeof renewalFactsSchema>;

/** Old copies that are kept beside the new ones, for a person to look at. */
export const retiredCopiesSchema = z.object({
  id: z.string(),
  name: z.string(),
  of: retiredPlaceSchema.shape.of,
  since: z.string(),
  /** Where they lie: a folder, of a disk the folder on it, or container and prefix. */
  location: z.string(),
  /** Restore points of them that are known. */
  points: z.number(),
  newest: z.string().optional(),
  /** Whether they may be forgotten: not before their place has its new repository. */
  mayForget: z.boolean(),
  /** Whether this PC, which took over later, has no key that opens them: a paper of then does, and what is in them is not known before. */
  isShut: z.boolean(),
});
export type RetiredCopies = z.infer<typeof retiredCopiesSchema>;
