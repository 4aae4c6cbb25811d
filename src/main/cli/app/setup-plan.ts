import { isAbsolute } from 'node:path';
import { LifeboatError } from '../../../shared/errors/index.ts';
import { type Destination, destinationSchema } from '../../../shared/model/destination.ts';
import { type Settings, settingsSchema } from '../../../shared/model/installation.ts';
import type { Pharmacy } from '../../../shared/model/pharmacy.ts';
import type { DestinationEntry, MemberEntry, NamedSecret, SetupFile, SourceEntry } from '../../../shared/model/setup-file.ts';
import { partsOf, type Source, sourceSchema } from '../../../shared/model/source.ts';
import { defaultSettings } from '../../../shared/model/tier-defaults.ts';
import { slugOf } from '../../../shared/model/slug-of.ts';
import { fieldName, type Refuse } from './setup-file.ts';

/** Everything a set-up file asks for, with its secrets, ready to be done. Held in memory only. */
export interface SetupPlan {
  pharmacy: Pharmacy;
  settings: Settings;
  mailPassword: string | undefined;
  people: SetupFile['people'];
  sources: { source: Source; credentials: Record<string, Record<string, string>> }[];
  destinations: { destination: Destination; credential: Record<string, string> | undefined; disks: { label: string; path: string }[] }[];
}

/** The value of a secret that a field names. */
type Secret = (named: NamedSecret, field: string) => string;

/**
 * Fills in what a set-up file leaves open, and takes its secrets out of the environment.
 *
 * Errors: `secret-missing`; `setup-file-invalid` for names that are there twice and for paths that are not whole.
 */
export function planSetup(file: SetupFile, environment: NodeJS.ProcessEnv, refuse: Refuse): SetupPlan {
  const secret = secretsIn(environment);
  const plan: SetupPlan = {
    pharmacy: { ...file.pharmacy, timeZone: file.pharmacy.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone },
    settings: settingsOf(file),
    mailPassword: file.mail?.password && secret(file.mail.password, 'mail.password'),
    people: file.people,
    sources: file.sources.map((entry, index) => sourceOf(entry, `sources[${index}]`, secret)),
    destinations: file.destinations.map((entry, index) => destinationOf(entry, `destinations[${index}]`, secret)),
  };
  refuseTwins(
    'sources',
    plan.sources.flatMap(({ source }) => idsOf(source)),
    refuse,
  );
  refuseTwins(
    'destinations',
    plan.destinations.map(({ destination }) => destination.id),
    refuse,
  );
  for (const [field, path] of pathsOf(plan)) if (!isAbsolute(path)) throw refuse('not-whole-path', field);
  return plan;
}

function secretsIn(environment: NodeJS.ProcessEnv): Secret {
  return ({ env: variable }, field) => {
    const value = environment[variable];
    if (value === undefined || value === '') throw new LifeboatError('secret-missing', { variable, field });
    return value;
  };
}

function settingsOf({ pharmacy, tiers, mail, bandwidth, quietHours, weeklyMail, heartbeatUrl, profile }: SetupFile): Settings {
  const defaults = defaultSettings(pharmacy.openingHours);
  const own = { bandwidth, quietHours, weeklyMail, heartbeatUrl, profile, mail: mail && { ...mail, password: undefined } };
  return settingsSchema.parse({
    ...defaults,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    tiers: defaults.tiers.map((policy) => ({ ...policy, ...tiers.find(({ tier }) => tier === policy.tier) })),
  });
}

function sourceOf(entry: SourceEntry, field: string, secret: Secret): SetupPlan['sources'][number] {
  const group = withId(entry);
  if (entry.kind !== 'group') return { source: sourceSchema.parse(group), credentials: credentialsOf(entry, group.id, field, secret) };
  const members = entry.members.map((member) => withId({ ...member, tier: member.tier ?? entry.tier }));
  const each = members.map((member, index) => credentialsOf(member, member.id, `${field}.members[${index}]`, secret));
  return {
    source: sourceSchema.parse({ ...group, members }),
    credentials: Object.assign({}, ...each) as Record<string, Record<string, string>>,
  };
}

function credentialsOf(
  entry: SourceEntry | MemberEntry,
  id: string,
  field: string,
  secret: Secret,
): Record<string, Record<string, string>> {
  if (!('password' in entry) || entry.password === undefined) return {};
  return { [id]: { password: secret(entry.password, `${field}.password`) } };
}

function destinationOf(entry: DestinationEntry, field: string, secret: Secret): SetupPlan['destinations'][number] {
  const whole = withId(entry);
  const given = entry.kind === 'azure' ? Object.entries(entry.credential ?? {}) : [];
  const values = given.flatMap(([name, named]) => (named ? [[name, secret(named, `${field}.credential.${name}`)] as const] : []));
  const disks = entry.kind === 'usb-set' ? entry.disks : [];
  const destination = destinationSchema.parse(entry.kind === 'usb-set' ? { ...whole, disks: [] } : whole);
  return { destination, disks, credential: values.length > 0 ? Object.fromEntries(values) : undefined };
}

function withId<T extends { id?: string | undefined; name: string }>(entry: T): T & { id: string } {
  return { ...entry, id: entry.id ?? slugOf(entry.name) };
}

function idsOf(source: Source): string[] {
  return source.kind === 'group' ? [source.id, ...source.members.map(({ id }) => id)] : [source.id];
}

function refuseTwins(field: string, ids: readonly string[], refuse: Refuse): void {
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined) throw refuse('twice', fieldName([field, 'id']), twin);
}

/** Every path of the file that this PC opens, by its field. */
function pathsOf({ sources, destinations }: SetupPlan): [field: string, path: string][] {
  return [
    ...sources.flatMap(({ source }, index) => partsOf(source).flatMap((part) => pathsIn(part, `sources[${index}]`))),
    ...destinations.flatMap(({ destination, disks }, index) => [
      ...pathsIn(destination, `destinations[${index}]`),
      ...disks.map(({ path }, disk): [string, string] => [`destinations[${index}].disks[${disk}].path`, path]),
    ]),
  ];
}

function pathsIn(entry: object, field: string): [field: string, path: string][] {
  const {
    path,
    paths = [],
    folder,
    backupFolder,
  } = entry as { path?: string; paths?: string[]; folder?: string; backupFolder?: { here: string } };
  return [
    ...(path === undefined ? [] : [[`${field}.path`, path] as [string, string]]),
    ...paths.map((one, index): [string, string] => [`${field}.paths[${index}]`, one]),
    ...(folder === undefined ? [] : [[`${field}.folder`, folder] as [string, string]]),
    ...(backupFolder === undefined ? [] : [[`${field}.backupFolder.here`, backupFolder.here] as [string, string]]),
  ];
}
