import { z } from 'zod';
import { openingHoursSchema } from './schedule.ts';

/** Who is protected. */
export const pharmacySchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** IANA name, such as `America/Chicago`. */
  timeZone: z.string().min(1),
  language: z.enum(['en', 'es']),
  openingHours: openingHoursSchema,
});
export type Pharmacy = z.infer<typeof pharmacySchema>;
