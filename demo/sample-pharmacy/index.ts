/** The sample pharmacy that tests, benchmarks and the demo share: invented data in believable shapes, the same for the same seed. */
export { addDays, type Day, nextOpenDay } from './calendar.ts';
export { type CreatedPharmacy, createPharmacy, type PharmacyOptions } from './create.ts';
export type { Schedule } from './drugs.ts';
export { type ControlledCount, knownFacts, type PharmacyFacts } from './facts.ts';
export { databaseFile } from './layout.ts';
export { type WorkDayOptions, type WorkedDay, workDay } from './work-day.ts';
