import { z } from 'zod';
import { mailSettingsSchema, settingsSchema } from './installation.ts';
import { openSourceSchema, typedText as typed, writtenPlaceSchema } from './open-forms.ts';
import { roleSchema } from './person.ts';
import { weekdaySchema } from './schedule.ts';
import { sourceSchema } from './source.ts';
import { tierPolicySchema } from './tier.ts';

/** The pages of the guided set-up, in their order. */
export const SETUP_STEPS = ['pharmacy', 'you', 'what', 'where', 'when', 'who', 'kit', 'first-backup'] as const;
export const setupStepSchema = z.enum(SETUP_STEPS);
export type SetupStep = z.infer<typeof setupStepSchema>;

const list = <T extends z.ZodType>(item: T) => z.array(item).max(200);

/**
 * What a person typed and chose in the set-up and what is not a setting yet, so that closing the window loses nothing. It
 * has no place for a secret, and what it has no place for is refused.
 */
export const setupDraftSchema = z
  .strictObject({
    pharmacy: z
      .strictObject({
        name: typed,
        timeZone: typed,
        language: z.enum(['en', 'es']),
        openingHours: z.partialRecord(weekdaySchema, list(z.strictObject({ from: typed, to: typed }))),
      })
      .partial(),
    you: z.strictObject({ name: typed, email: typed }).partial(),
    /** Where the dispensing server is. */
    serverRunsOn: z.enum(['this-pc', 'other-pc', 'vendor-cloud']),
    sources: list(
      z.strictObject({
        source: sourceSchema,
        isChosen: z.boolean(),
        bytes: z.number().optional(),
        newest: z.string().optional(),
        /** When a test of it went well. */
        testedAt: z.string().optional(),
      }),
    ),
    /** What was offered as perhaps forgotten, and somebody said no to. */
    setAside: list(typed),
    /** Forms that are open and not saved. */
    openSource: openSourceSchema,
    openPlace: writtenPlaceSchema,
    tiers: list(tierPolicySchema),
    profile: settingsSchema.shape.profile.removeDefault(),
    /** Megabits in a second that uploads may take, as they were typed. */
    bandwidth: z.strictObject({ whileOpen: typed, whileClosed: typed }).partial(),
    mail: z.strictObject({ host: typed, port: typed, security: mailSettingsSchema.shape.security, user: typed, from: typed }).partial(),
    people: list(z.strictObject({ id: typed, name: typed, email: typed, role: roleSchema }).partial()),
    /** Holders whose paper was printed. */
    printed: list(z.enum(['owner', 'pharmacist-in-charge'])),
  })
  .partial();
export type SetupDraft = z.infer<typeof setupDraftSchema>;

/** How far the guided set-up is. */
export const setupProgressSchema = z.object({
  startedAt: z.string(),
  /** The page that was open last, and the furthest there was. */
  step: setupStepSchema,
  reached: setupStepSchema,
  draft: setupDraftSchema,
  finishedAt: z.string().optional(),
});
export type SetupProgress = z.infer<typeof setupProgressSchema>;

/** Whether the set-up was begun and not finished: nothing starts by itself then. */
export function isSetupUnderWay(progress: SetupProgress | undefined): boolean {
  return progress !== undefined && progress.finishedAt === undefined;
}

/** The further of two pages. */
export function furtherStep(a: SetupStep, b: SetupStep): SetupStep {
  return SETUP_STEPS.indexOf(a) > SETUP_STEPS.indexOf(b) ? a : b;
}
