/** An installation that has been at work for some days: the demo's sample pharmacy, backed up, proven, with papers in the safe. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPharmacy, databaseFile, nextOpenDay, workDay } from '../../demo/sample-pharmacy/index.ts';
import { sourceSchema } from '../../src/shared/model/source.ts';
import { PastDays } from '../../tests/e2e/support/past-days.ts';
import type { Azurite } from '../../tests/support/azurite.ts';
import { readKit } from '../../tests/support/kit-paper.ts';
import type { Mailbox } from '../../tests/support/mailbox.ts';
import { setUp } from '../../tests/support/pharmacy-app.ts';

const DAY = 86_400_000;
/** Days of history; the strip of runs shows thirty. */
const DAYS = 12;

type Client = PastDays['client'];

/** What an installation reaches over the network; both must live as long as it does. */
export interface Network {
  cloud: Azurite;
  mail: Mailbox;
}

/** Makes it below `root`; its profile is the folder that is given back. What is in it takes part in no picture but this one. */
export async function makeInstallation(root: string, network: Network): Promise<string> {
  const at = (...names: string[]): string => join(root, ...names);
  for (const folder of ['nas', 'papers']) mkdirSync(at(folder));
  const books = Array.from({ length: DAYS }, (_, index) => new Date(Date.now() - (DAYS - index) * DAY).toISOString().slice(0, 10));
  createPharmacy(at('pharmacy'), { size: 4_000_000, day: nextOpenDay(books[0] ?? '2026-11-20') });
  const days = await PastDays.open(at('profile'), DAYS);
  await protect(days.client, at, network.cloud);
  await confirmAddresses(days.client, network.mail);
  for (let ago = DAYS - 1; ago >= 0; ago -= 1) {
    days.goTo(ago);
    if (ago < DAYS - 2) workDay(at('pharmacy'), { newPrescriptions: 20, refills: 25, scans: 4, corrections: 30 });
    await days.backUp();
  }
  await days.prove();
  await safePapers(days.client, at('papers'));
  await days.close();
  return at('profile');
}

async function protect(client: Client, at: (...names: string[]) => string, cloud: Azurite): Promise<void> {
  await setUp(client);
  const question = { name: 'Last Rx number', sql: 'SELECT max(rx_number) FROM prescriptions' };
  const database = { kind: 'sqlite', id: 'dispensing', name: 'Dispensing database', tier: 'critical', path: at('pharmacy', databaseFile) };
  await client.sources.put({ source: sourceSchema.parse({ ...database, movesDaily: true, questions: [question] }) });
  for (const [id, name] of [
    ['scans', 'Scanned prescriptions'],
    ['claims', 'Claim logs'],
  ] as const) {
    await client.sources.put({ source: sourceSchema.parse({ kind: 'folder', id, name, tier: 'important', paths: [at('pharmacy', id)] }) });
  }
  await client.destinations.add({
    destination: { kind: 'network-folder', id: 'nas', name: 'Office NAS', site: 'on-site', isolation: 'online', path: at('nas') },
  });
  await client.destinations.add({
    destination: {
      kind: 'azure',
      id: 'cloud',
      name: 'Cloud storage',
      site: 'off-site',
      isolation: 'online',
      account: 'pharmacy',
      container: cloud.container().containerName,
      prefix: '',
      endpoint: `http://127.0.0.1:${cloud.port}/pharmacy`,
    },
    credential: { connectionString: cloud.connectionString() },
  });
}

/** Two people, a mail server, and the codes that arrive there typed in. */
async function confirmAddresses(client: Client, mailbox: Mailbox): Promise<void> {
  const port = await mailbox.open({ disabledCommands: ['STARTTLS', 'AUTH'] });
  const { settings } = await client.settings.get();
  await client.settings.set({ ...settings, mail: { host: '127.0.0.1', port, security: 'none', from: 'lifeboat@pharmacy.example' } });
  await client.people.put({ id: 'ben', name: 'Ben', role: 'pharmacist-in-charge', email: 'ben@pharmacy.example', isNotified: true });
  for (const { id, email = '' } of await client.people.list()) {
    await client.people.sendCode({ id });
    const { content } = await mailbox.take(email);
    const [code = ''] = /\b\d{6}\b/.exec(content.split('\r\n\r\n')[1] ?? '') ?? [];
    await client.people.confirmCode({ id, code });
  }
}

/** Prints both kits and types their keys back, as the set-up asks. */
async function safePapers(client: Client, folder: string): Promise<void> {
  for (const holder of ['owner', 'pharmacist-in-charge'] as const) {
    const { pdf } = await client.kit.make({ holder });
    await client.kit.test({ holder, key: readKit(pdf, folder).recoveryKey });
  }
}
