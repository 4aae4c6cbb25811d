import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import { type SetupFile, setupFileSchema } from '../../../shared/model/setup-file.ts';
import { credentialsOf, partsOf } from '../../../shared/model/source.ts';
import { defaultSettings } from '../../../shared/model/tier-defaults.ts';
import { complete, type Making, makeCommand } from '../commands/making.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { declareOptions } from '../options/declare.ts';
import { ask } from './ask.ts';
import { type FaceClient, type ProfileOptions, withOwner } from './with-owner.ts';

interface Options extends ProfileOptions {
  from: string;
  kit?: string;
}

/** `lifeboat setup --from FILE` */
export function setupCommand(making: Making): Command {
  const { texts } = making;
  const command = makeCommand('setup', texts.help.commands.setup, making);
  declareOptions(
    command,
    [texts.options.app, texts.options],
    [{ flags: '--from <file>', mandatory: true }, { flags: '--kit <file>' }, { flags: '--profile <dir>' }],
  );
  return complete(command, making, run);
}

async function run(invocation: Invocation, options: Options): Promise<ExitCode> {
  const { output, texts, surroundings } = invocation;
  const file = await readSetupFile(options.from);
  const secret = secretsFrom(surroundings.environment);
  return await withOwner(invocation, options, async (client) => {
    await settings(client, file, secret);
    for (const { source, credentials } of file.sources) {
      output.info(texts.app.addingSource(source.name));
      await ask(client.sources.put({ source, credentials: credentialsOfSource(source, credentials, secret) }));
    }
    for (const entry of file.destinations) {
      output.info(texts.app.addingDestination(entry.destination.name));
      await addDestination(client, entry, secret);
    }
    if (options.kit !== undefined) await saveKits(invocation, client, options.kit);
    output.object({ message_type: 'setup', sources: file.sources.length, destinations: file.destinations.length });
    output.info(texts.app.isSetUp);
    return EXIT.done;
  });
}

async function readSetupFile(path: string): Promise<SetupFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new LifeboatError('io-failed', { path, reason: String(Object(error).code ?? 'unknown') }, { cause: error });
  });
  const parsed = setupFileSchema.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LifeboatError('value-invalid', { name: path, value: issue?.path.join('.') ?? '', expected: issue?.message ?? 'a set-up file' });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LifeboatError('value-invalid', { name: path, value: '', expected: 'JSON' }, { cause: error });
  }
}

type Secret = (named: { env: string }) => string;

function secretsFrom(environment: NodeJS.ProcessEnv): Secret {
  return ({ env }) => {
    const value = environment[env];
    if (value === undefined || value === '')
      throw new LifeboatError('value-invalid', { name: env, value: '', expected: 'an environment variable with a secret' });
    return value;
  };
}

async function settings(client: FaceClient, file: SetupFile, secret: Secret): Promise<void> {
  const { pharmacy, people, tiers, mail, heartbeatUrl, profile } = file;
  const defaults = defaultSettings(pharmacy.openingHours, profile);
  const { password, ...server } = mail ?? {};
  await ask(client.settings.setPharmacy(pharmacy));
  await ask(
    client.settings.set({
      ...defaults,
      tiers: defaults.tiers.map((tier) => tiers.find((own) => own.tier === tier.tier) ?? tier),
      ...(mail && { mail: server as NonNullable<typeof defaults.mail> }),
      ...(heartbeatUrl !== undefined && { heartbeatUrl }),
    }),
  );
  if (password) await ask(client.settings.setMailPassword({ password: secret(password) }));
  for (const person of people) await ask(client.people.put({ id: randomUUID(), ...person }));
}

type SourceEntry = SetupFile['sources'][number];

function credentialsOfSource(
  source: SourceEntry['source'],
  given: SourceEntry['credentials'],
  secret: Secret,
): Record<string, Record<string, string>> {
  const entries = partsOf(source).flatMap((part) => {
    const own = (source.kind === 'group' ? given[part.id] : given) as Record<string, { env: string }> | undefined;
    const values = credentialsOf(part).flatMap((name) => (own?.[name] ? [[name, secret(own[name])] as const] : []));
    return values.length > 0 ? [[part.id, Object.fromEntries(values)] as const] : [];
  });
  return Object.fromEntries(entries);
}

async function addDestination(
  client: FaceClient,
  { destination, disks = [], credential }: SetupFile['destinations'][number],
  secret: Secret,
): Promise<void> {
  const whole: Destination = destination.kind === 'usb-set' ? { ...destination, disks: [] } : destination;
  const given = credential && Object.fromEntries(Object.entries(credential).map(([name, named]) => [name, secret(named)]));
  await ask(client.destinations.add({ destination: whole, ...(given && { credential: given }) }));
  for (const { label, path } of disks) await ask(client.destinations.addDisk({ destination: destination.id, label, path }));
}

/** A paper for each holder: the file that was named, and one beside it. */
async function saveKits({ output, texts }: Invocation, client: FaceClient, file: string): Promise<void> {
  const extension = extname(file);
  const second = `${file.slice(0, file.length - extension.length)}-pharmacist-in-charge${extension}`;
  await ask(client.kit.save({ holder: 'owner', path: file }));
  await ask(client.kit.save({ holder: 'pharmacist-in-charge', path: second }));
  output.info(texts.app.kitsSaved(file, second));
}
