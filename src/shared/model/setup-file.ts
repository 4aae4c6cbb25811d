import { z } from 'zod';
import { azureDestinationSchema, folderDestinationSchema, networkDestinationSchema, usbSetDestinationSchema } from './destination.ts';
import { mailSettingsSchema, settingsSchema } from './installation.ts';
import { personSchema } from './person.ts';
import { pharmacySchema } from './pharmacy.ts';
import {
  folderSourceSchema,
  groupSourceSchema,
  mariadbSourceSchema,
  postgresqlSourceSchema,
  slugSchema,
  sqliteSourceSchema,
  sqlserverSourceSchema,
  vendorFileSourceSchema,
} from './source.ts';
import { tierPolicySchema, tierSchema } from './tier.ts';

/** A secret is never in the file: the file names the environment variable that has it. */
const secretSchema = z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable') });
export type NamedSecret = z.infer<typeof secretSchema>;

/** Left out, it is made from the name. */
const id = { id: slugSchema.optional() };
const password = { password: secretSchema.optional() };

/** Kinds of source, as the file has them: their secrets beside the rest. */
const single = [
  folderSourceSchema.extend(id).strict(),
  vendorFileSourceSchema.extend(id).strict(),
  sqliteSourceSchema.extend(id).strict(),
  postgresqlSourceSchema.extend({ ...id, ...password }).strict(),
  mariadbSourceSchema.extend({ ...id, ...password }).strict(),
  sqlserverSourceSchema.extend({ ...id, ...password }).strict(),
] as const;

/** A member of a group is of the group's tier. */
const tier = { tier: tierSchema.optional() };
const member = z.discriminatedUnion('kind', [
  single[0].extend(tier),
  single[1].extend(tier),
  single[2].extend(tier),
  single[3].extend(tier),
  single[4].extend(tier),
  single[5].extend(tier),
]);

const sourceEntrySchema = z.discriminatedUnion('kind', [
  ...single,
  groupSourceSchema.extend({ ...id, members: z.array(member).min(2) }).strict(),
]);
export type SourceEntry = z.infer<typeof sourceEntrySchema>;
export type MemberEntry = z.infer<typeof member>;

/** What an Azure place is opened with; an account key is used once, to make narrower credentials. */
const credentialSchema = z.strictObject({ accountKey: secretSchema, sasToken: secretSchema, connectionString: secretSchema }).partial();

const online = { ...id, isolation: folderDestinationSchema.shape.isolation.default('online') };

const destinationEntrySchema = z.discriminatedUnion('kind', [
  folderDestinationSchema.extend(online).strict(),
  networkDestinationSchema.extend(online).strict(),
  azureDestinationSchema.extend({ ...online, credential: credentialSchema.optional() }).strict(),
  usbSetDestinationSchema
    .extend({
      ...id,
      isolation: usbSetDestinationSchema.shape.isolation.default('offline'),
      /** Named by where they are plugged in now; Lifeboat marks them and knows them from then on. */
      disks: z.array(z.strictObject({ label: z.string().trim().min(1).max(60), path: z.string().min(1) })).default([]),
    })
    .strict(),
]);
export type DestinationEntry = z.infer<typeof destinationEntrySchema>;

/** A whole set-up as a file, for `lifeboat setup --from FILE`; described in docs/setup-file.md. */
export const setupFileSchema = z.strictObject({
  pharmacy: pharmacySchema
    .extend({
      timeZone: z.string().refine(isTimeZone, 'a time zone such as America/Chicago').optional(),
      language: pharmacySchema.shape.language.default('en'),
      openingHours: pharmacySchema.shape.openingHours.default({}),
    })
    .strict(),
  people: z.array(personSchema.omit({ id: true, emailConfirmedAt: true }).strict()).default([]),
  sources: z.array(sourceEntrySchema).min(1),
  destinations: z.array(destinationEntrySchema).min(1),
  /** Only what differs from the defaults made from the opening hours. */
  tiers: z.array(tierPolicySchema.partial().required({ tier: true }).strict()).default([]),
  mail: mailSettingsSchema.extend(password).strict().optional(),
  ...settingsSchema.pick({ bandwidth: true, quietHours: true, weeklyMail: true, heartbeatUrl: true, profile: true }).partial().shape,
});
export type SetupFile = z.infer<typeof setupFileSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
