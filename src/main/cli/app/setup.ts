import { randomUUID } from 'node:crypto';
import { extname, resolve } from 'node:path';
import type { ErrorReport } from '../../../shared/errors/index.ts';
import { sentence } from '../../../shared/text/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Invocation } from '../invocation.ts';
import { harmless } from '../terminal/harmless.ts';
import { type Owner, type ProfileOptions, withOwner } from './owner.ts';
import { readSetupFile } from './setup-file.ts';
import { planSetup, type SetupPlan } from './setup-plan.ts';

export interface SetupOptions extends ProfileOptions {
  from: string;
  kit?: string;
}

/** `lifeboat setup --from FILE`. Nothing is changed before the whole file is understood; doing it again goes on where it was. */
export async function setUp(invocation: Invocation, options: SetupOptions): Promise<ExitCode> {
  const { output, texts, surroundings } = invocation;
  const { file, refuse } = await readSetupFile(options.from);
  const plan = planSetup(file, surroundings.environment, refuse);
  return await withOwner(invocation, options, async (owner) => {
    await keepSettings(owner, plan);
    const failed = await addSources(invocation, owner, plan);
    for (const entry of plan.destinations) {
      await addDestination(owner, entry);
      output.info(harmless(texts.app.addedDestination(entry.destination.name)));
    }
    await owner.ask((client) => client.setup.finish());
    const kits = options.kit === undefined ? [] : await saveKits(invocation, owner, resolve(options.kit));
    output.object({
      message_type: 'setup',
      sources: plan.sources.map(({ source }) => source.id),
      destinations: plan.destinations.map(({ destination }) => destination.id),
      kits,
      warnings: failed,
    });
    output.info(texts.app.isSetUp(kits.length > 0));
    return failed > 0 ? EXIT.warnings : EXIT.done;
  });
}

async function keepSettings(owner: Owner, { pharmacy, settings, mailPassword, people }: SetupPlan): Promise<void> {
  const before = await owner.look((client) => client.settings.get());
  const { pause } = before.settings;
  await owner.ask((client) => client.settings.setPharmacy(pharmacy));
  await owner.ask((client) => client.settings.set({ ...settings, ...(pause && { pause }) }));
  if (mailPassword !== undefined) await owner.ask((client) => client.settings.setMailPassword({ password: mailPassword }));
  const known = await owner.look((client) => client.people.list());
  for (const person of people) {
    const id = known.find(({ name }) => name === person.name)?.id ?? randomUUID();
    await owner.ask((client) => client.people.put({ id, ...person }));
  }
}

/** How many of them cannot be backed up as they are: said, and kept all the same, since a server may just be off. */
async function addSources({ output, texts, language }: Invocation, owner: Owner, { sources }: SetupPlan): Promise<number> {
  let failed = 0;
  for (const entry of sources) {
    const { name } = entry.source;
    await owner.ask((client) => client.sources.put(entry));
    const { ok, error } = await owner.ask((client) => client.sources.test(entry));
    output.info(harmless(texts.app.addedSource(name)));
    if (ok) continue;
    failed += 1;
    const message = error ? sentence(error as ErrorReport, language) : texts.app.cannotBeRead;
    output.object({ message_type: 'warning', code: error?.code, item: name, message });
    if (!output.json) output.notice(`  ${message}`);
  }
  return failed;
}

async function addDestination(owner: Owner, { destination, credential, disks }: SetupPlan['destinations'][number]): Promise<void> {
  const { id } = destination;
  const places = await owner.look((client) => client.destinations.list());
  const before = places.map((place) => place.destination).find((one) => one.id === id);
  const known = before?.kind === 'usb-set' ? before.disks : [];
  const whole = destination.kind === 'usb-set' ? { ...destination, disks: known } : destination;
  await owner.ask((client) => client.destinations.add({ destination: whole, ...(credential && { credential }) }));
  for (const { label, path } of disks) {
    if (known.some((disk) => disk.label === label)) continue;
    await owner.ask((client) => client.destinations.addDisk({ destination: id, label, path }));
  }
}

/** A paper for each holder: the file that was named, and one beside it. */
async function saveKits({ output, texts }: Invocation, owner: Owner, file: string): Promise<string[]> {
  const extension = extname(file);
  const second = `${file.slice(0, file.length - extension.length)}-pharmacist-in-charge${extension}`;
  const { waiting } = await owner.ask((client) => client.kit.save({ holder: 'owner', path: file }));
  await owner.ask((client) => client.kit.save({ holder: 'pharmacist-in-charge', path: second }));
  output.info(harmless(texts.app.kitsSaved(file, second)));
  if (waiting.length > 0) output.notice(texts.app.kitWaits(waiting.join(', ')));
  return [file, second];
}
