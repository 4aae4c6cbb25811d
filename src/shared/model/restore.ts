import { z } from 'zod';

/** Where a restored source is put. */
export const restoreWaySchema = z.discriminatedUnion('way', [
  /** Next to the original, under a new name. */
  z.object({ way: z.literal('beside') }),
  z.object({ way: z.literal('folder'), path: z.string().min(1) }),
  z.object({ way: z.literal('new-database'), name: z.string().min(1) }),
  /** Over the original; what it replaces is kept. */
  z.object({ way: z.literal('in-place') }),
]);
export type WishedWay = z.infer<typeof restoreWaySchema>;

/** One source to bring back, from one repository. */
export const restoreItemSchema = z.object({
  source: z.string(),
  destination: z.string(),
  disk: z.string().optional(),
  snapshot: z.string(),
  to: restoreWaySchema,
  /** Paths inside the snapshot; everything when empty. */
  include: z.array(z.string()).default([]),
});
export type RestoreItem = z.infer<typeof restoreItemSchema>;

const differenceSchema = z.object({ subject: z.string(), expected: z.string(), found: z.string().optional() });

/** What a restore brought back, checked how, and what was kept of what it replaced. */
export const restoreReportSchema = z.object({
  job: z.string(),
  source: z.string(),
  point: z.string(),
  /** The moment of the restore point, and when it was back. RFC 3339. */
  pointTime: z.string(),
  at: z.string(),
  way: z.enum(['beside', 'folder', 'new-database', 'in-place']),
  parts: z.array(
    z.object({
      part: z.string(),
      place: z.string(),
      kept: z.string().optional(),
      /** Facts compared with the witness, and those that differ. */
      compared: z.number(),
      differences: z.array(differenceSchema),
      /** When bringing back what was kept of it was begun, and when it was there again; RFC 3339. */
      undoBegunAt: z.string().optional(),
      undoneAt: z.string().optional(),
    }),
  ),
  filesRestored: z.number(),
  filesVerified: z.number(),
  bytes: z.number(),
  seconds: z.number(),
  undoneAt: z.string().optional(),
  /** Only in place: the folder for what it replaced. */
  keptIn: z.string().optional(),
  /** It is at work, or broke off: only `parts` with what they replaced count, and are there from the moment it is known to be broken off. */
  isUnfinished: z.boolean().optional(),
});
export type RestoreReport = z.infer<typeof restoreReportSchema>;
