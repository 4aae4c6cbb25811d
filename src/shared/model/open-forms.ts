import { z } from 'zod';
import { destinationSchema } from './destination.ts';
import { sourceSchema } from './source.ts';

const kindOf = <T extends string>(options: readonly { shape: { kind: { value: T } } }[]) =>
  z.enum(options.map(({ shape }) => shape.kind.value));

/** As somebody typed it so far: nothing is checked before it is used. */
export const typedText = z.string().max(500);
const long = z.string().max(10_000);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(200);
const [anySource] = sourceSchema.options;
const [anyPlace] = destinationSchema.options;

/** A source as it stands in its form: everything any kind has, numbers as they were typed, no password. */
export const writtenSourceSchema = z.strictObject({
  kind: kindOf(sourceSchema.options),
  name: typedText,
  tier: anySource.shape.tier,
  runsOn: anySource.shape.runsOn.removeDefault(),
  controlledSubstances: z.boolean(),
  movesDaily: z.boolean(),
  paths: list(typedText),
  /** A pattern in each line. */
  exclude: long,
  folder: typedText,
  pattern: typedText,
  maxAgeHours: typedText,
  path: typedText,
  host: typedText,
  port: typedText,
  instance: typedText,
  database: typedText,
  user: typedText,
  backupFolder: z.strictObject({ onServer: typedText, here: typedText }),
  trustServerCertificate: z.boolean(),
  questions: list(z.strictObject({ name: typedText, sql: long })),
  /** Ids of the sources that belong together. */
  members: list(typedText),
});
export type WrittenSource = z.infer<typeof writtenSourceSchema>;

/** A place for copies as it stands in its form, without what opens it. */
export const writtenPlaceSchema = z.strictObject({
  kind: kindOf(destinationSchema.options),
  name: typedText,
  site: anyPlace.shape.site,
  isolation: anyPlace.shape.isolation,
  path: typedText,
  /** Days a disk may be away. */
  awayLimitDays: typedText,
  account: typedText,
  container: typedText,
  prefix: typedText,
  endpoint: typedText,
  credentialKind: z.enum(['connectionString', 'accountKey', 'sasToken']),
});
export type WrittenPlace = z.infer<typeof writtenPlaceSchema>;

/** The form of a source that is open and not saved, and what it is about. */
export const openSourceSchema = z.strictObject({
  /** Kinds to choose from. */
  kinds: list(writtenSourceSchema.shape.kind).min(1),
  /** What is changed, or a suggestion that is completed; undefined: something new. */
  source: sourceSchema.optional(),
  isStored: z.boolean().optional(),
  /** One of the things that are often forgotten. */
  what: typedText.optional(),
  typed: writtenSourceSchema,
});
