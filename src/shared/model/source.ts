import { z } from 'zod';
import { tierSchema } from './tier.ts';

/** A short name made from a person's words, such as `dispensing-database`: stable, unique, safe in file names and tags. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export type Slug = z.infer<typeof slugSchema>;

/** A question of the pharmacy's own that has one number or one date as its answer, such as the last Rx number. */
export const questionSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** SQL that gives one row of one column; run in a read-only transaction. */
  sql: z.string().trim().min(1).max(2000),
});
export type Question = z.infer<typeof questionSchema>;

const common = {
  id: slugSchema,
  name: z.string().trim().min(1).max(120),
  tier: tierSchema,
  /** Where the program that owns the data runs. */
  runsOn: z.enum(['this-pc', 'other-pc', 'vendor-cloud']).default('this-pc'),
  /** Controlled-substance records: kept two years at least, whatever the tier says. */
  controlledSubstances: z.boolean().default(false),
  /** Whether something new is expected on every open day; silence is then a reason for attention. */
  movesDaily: z.boolean().default(false),
};

const port = z.int().min(1).max(65_535);

/** Files and folders as they are. */
export const folderSourceSchema = z.object({
  ...common,
  kind: z.literal('folder'),
  paths: z.array(z.string().min(1)).min(1),
  exclude: z.array(z.string().min(1)).default([]),
});

/** The file that the pharmacy system's own backup makes: the newest of a pattern. */
export const vendorFileSourceSchema = z.object({
  ...common,
  kind: z.literal('vendor-file'),
  folder: z.string().min(1),
  /** Names with `*` and `?`, such as `PMS_*.bak`. */
  pattern: z.string().min(1),
  /** Older than this it counts as not made, in hours. */
  maxAgeHours: z.number().positive().default(26),
});

export const sqliteSourceSchema = z.object({
  ...common,
  kind: z.literal('sqlite'),
  path: z.string().min(1),
  questions: z.array(questionSchema).default([]),
});

const server = {
  /** Name or address; a path with a leading slash is the folder of the server's local socket. */
  host: z.string().min(1).default('127.0.0.1'),
  database: z.string().min(1),
  /** Its password is a credential of its own, kept in the vault, never here. */
  user: z.string().min(1),
  questions: z.array(questionSchema).default([]),
};

export const postgresqlSourceSchema = z.object({ ...common, kind: z.literal('postgresql'), ...server, port: port.default(5432) });

export const mariadbSourceSchema = z.object({ ...common, kind: z.literal('mariadb'), ...server, port: port.default(3306) });

export const sqlserverSourceSchema = z.object({
  ...common,
  kind: z.literal('sqlserver'),
  ...server,
  /** Instead of a port: the instance's name, which the server's browser service knows. */
  instance: z.string().min(1).optional(),
  port: port.optional(),
  /** A folder that the server writes and Lifeboat reads: as the server names it, and as this PC does. */
  backupFolder: z.object({ onServer: z.string().min(1), here: z.string().min(1) }),
  /** Accept a certificate nobody vouches for; usual on a local SQL Server Express. */
  trustServerCertificate: z.boolean().default(true),
});

const single = [
  folderSourceSchema,
  vendorFileSourceSchema,
  sqliteSourceSchema,
  postgresqlSourceSchema,
  mariadbSourceSchema,
  sqlserverSourceSchema,
] as const;

export const singleSourceSchema = z.discriminatedUnion('kind', single);
/** A source that is captured by itself. */
export type SingleSource = z.infer<typeof singleSourceSchema>;

/** Sources that only make sense together, such as a database and its images: captured one right after the other into one snapshot. */
export const groupSourceSchema = z.object({ ...common, kind: z.literal('group'), members: z.array(singleSourceSchema).min(2) });

/** Something to protect. */
export const sourceSchema = z.discriminatedUnion('kind', [...single, groupSourceSchema]);
export type Source = z.infer<typeof sourceSchema>;
export type SourceKindName = Source['kind'];
export type SourceOf<K extends SourceKindName> = Extract<Source, { kind: K }>;

/** The parts a source consists of: itself, or a group's members. */
export function partsOf(source: Source): readonly SingleSource[] {
  return source.kind === 'group' ? source.members : [source];
}

/** Names of the credentials a source needs, for the vault and for setup files. */
export function credentialsOf(source: SingleSource): readonly 'password'[] {
  return source.kind === 'postgresql' || source.kind === 'mariadb' || source.kind === 'sqlserver' ? ['password'] : [];
}
