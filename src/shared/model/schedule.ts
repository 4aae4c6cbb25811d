import { z } from 'zod';

/** Days as ISO 8601 counts them, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const weekdaySchema = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof weekdaySchema>;

/** A time of day on the pharmacy's wall clock, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof timeOfDaySchema>;

const openSchema = z.object({ from: timeOfDaySchema, to: timeOfDaySchema }).refine(({ from, to }) => from < to);

/** When the pharmacy serves people; a day that is not named is closed, and a lunch break makes two spans. */
export const openingHoursSchema = z.partialRecord(weekdaySchema, z.array(openSchema));
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** When a tier is due, on the pharmacy's wall clock. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  /** At these times of these days; every day when none is named. */
  z.object({ kind: z.literal('at'), times: z.array(timeOfDaySchema).min(1), days: z.array(weekdaySchema).min(1).optional() }),
  /** At full multiples of so many minutes from opening (or midnight) on, and once at closing time. */
  z.object({ kind: z.literal('every'), minutes: z.int().min(5).max(1440), during: z.enum(['opening-hours', 'always']) }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;
