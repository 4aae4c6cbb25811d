import { z } from 'zod';
import { type Tier, TIERS, tierSchema } from './tier.ts';

/** What the first copy to a place off-site will take. */
export interface UploadPlan {
  sources: readonly { tier: Tier; bytes: number }[];
  /** As a test of the place measured it. */
  bytesPerSecond: number;
  /** What is left of the bytes when they are compressed; 1 if nobody knows. */
  share?: number;
  /** Bytes per second that uploads may take while the pharmacy is open and closed; undefined: all. */
  limits?: { whileOpen?: number | undefined; whileClosed?: number | undefined };
  /** Open hours of an average day. */
  openHours?: number;
}

/** When each tier is there, in seconds from the beginning. */
export const uploadEstimateSchema = z.object({
  tiers: z.array(z.object({ tier: tierSchema, seconds: z.number() })),
  /** Undefined: never, at this speed. */
  seconds: z.number().optional(),
});
export type UploadEstimate = z.infer<typeof uploadEstimateSchema>;

const HOURS = 24;

/**
 * How long the first upload takes, tier by tier in the order in which they go. A rough figure on purpose: the average speed
 * over open and closed hours. Tiers without data are left out.
 */
export function estimateFirstUpload({ sources, bytesPerSecond, share = 1, limits = {}, openHours = 0 }: UploadPlan): UploadEstimate {
  const speed = averageSpeed(bytesPerSecond, limits, Math.min(HOURS, Math.max(0, openHours)));
  if (speed <= 0) return { tiers: [], seconds: sources.length === 0 ? 0 : undefined };
  let seconds = 0;
  const tiers = TIERS.flatMap((tier) => {
    const ofTier = sources.filter((source) => source.tier === tier);
    if (ofTier.length === 0) return [];
    seconds += (ofTier.reduce((sum, { bytes }) => sum + bytes, 0) * share) / speed;
    return [{ tier, seconds: Math.ceil(seconds) }];
  });
  return { tiers, seconds: Math.ceil(seconds) };
}

function averageSpeed(line: number, { whileOpen, whileClosed }: NonNullable<UploadPlan['limits']>, openHours: number): number {
  const [open, closed] = [Math.min(line, whileOpen ?? line), Math.min(line, whileClosed ?? line)];
  return (open * openHours + closed * (HOURS - openHours)) / HOURS;
}
