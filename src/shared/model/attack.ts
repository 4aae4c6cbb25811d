import { z } from 'zod';

/** Somebody feared an attack. */
export const attackSchema = z.object({
  /** From when on restore points are suspicious; may lie before it was said. */
  since: z.string(),
  saidAt: z.string(),
  by: z.string().optional(),
  endedAt: z.string().optional(),
  endedBy: z.string().optional(),
  /** `false-alarm`: nothing is suspicious any more. `over`: what was made meanwhile stays suspicious. */
  verdict: z.enum(['false-alarm', 'over']).optional(),
});
export type Attack = z.infer<typeof attackSchema>;
