import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContainerClient } from '@azure/storage-blob';
import type { OpenedApp } from '../../src/main/app.ts';
import type { Drive } from '../../src/main/places/index.ts';
import type { FaceClient } from '../../src/main/web/index.ts';
import type { Destination, DestinationOf } from '../../src/shared/model/destination.ts';
import type { Settings } from '../../src/shared/model/installation.ts';
import { type Source, sourceSchema } from '../../src/shared/model/source.ts';
import { defaultSettings } from '../../src/shared/model/tier-defaults.ts';
import type { Azurite } from './azurite.ts';
import { disksSeen } from './disks-seen.ts';
import { hostInProcess } from './host-in-process.ts';
import { Line } from './line.ts';
import { type MariadbServer, startMariadb } from './mariadb.ts';
import { canMount, type Disk, mountDisk } from './mounts.ts';
import { isMissing, PARTS } from './parts.ts';
import { answered, dispense, openOwner, PHARMACY, setUp, smallSources } from './pharmacy-app.ts';
import { type PostgresqlServer, startPostgresql } from './postgresql.ts';
import { type Scratch, scratchFolder } from './scratch.ts';
import { local, shown, SimulatedClock, SimulatedTimers } from './simulated-month.ts';

const MINUTE = 60_000;
const GB = 1024 ** 3;
/** Far enough ahead that no credential of the story has ended by the real clock. The clocks go back on 4 November. */
export const [FIRST, LAST] = ['2035-10-20', '2035-11-20'] as const;

/** Whether a small disk can be mounted, to fill it. */
export const isMountable = await canMount();
if (!isMountable) console.warn('No disk can be mounted here: the full disk is left out of the month.');
const servers = { postgresql: !isMissing(PARTS.postgresql), mariadb: !isMissing(PARTS.mariadb) };
for (const [name, isHere] of Object.entries(servers)) if (!isHere) console.warn(`${name} is not here and is left out of the month.`);

/** A pharmacy, its places and its people's mishaps, on a clock that runs a month in a minute. */
export class Month {
  readonly clock = new SimulatedClock(local(`${FIRST} 08:00`));
  readonly timers = new SimulatedTimers();
  readonly scratch: Scratch = scratchFolder();
  readonly azurite: Azurite;
  readonly line: Line;
  readonly container: ContainerClient;
  readonly postgresql: PostgresqlServer | undefined;
  readonly mariadb: MariadbServer | undefined;
  readonly databasePath: string;
  /** Everything of the month but the servers, in memory where it can be: a month of syncing takes a disk longer than all the rest. */
  readonly #ground: Disk | undefined;
  nas: Disk | undefined;
  drives: Drive[] = [];
  /** Whether the pharmacy's program writes. */
  isMoving = true;
  /** When each alert was first seen. */
  readonly seen = new Map<string, Date>();
  app!: OpenedApp;

  private constructor(azurite: Azurite, line: Line, databases: [PostgresqlServer | undefined, MariadbServer | undefined]) {
    this.azurite = azurite;
    this.line = line;
    this.container = azurite.container();
    [this.postgresql, this.mariadb] = databases;
    if (isMountable) this.#ground = mountDisk(this.at(), 4 * GB);
    else mkdirSync(this.at());
    mkdirSync(this.at('data'));
    this.databasePath = this.at('data', 'dispensing.db');
  }

  static async begin(): Promise<Month> {
    const { Azurite: Service } = await import('./azurite.ts');
    const azurite = await Service.start();
    const databases = await Promise.all([servers.postgresql ? startPostgresql() : undefined, servers.mariadb ? startMariadb() : undefined]);
    return new Month(azurite, await Line.to(azurite.port), databases);
  }

  at(...names: string[]): string {
    return join(this.scratch.path, 'ground', ...names);
  }

  get client(): FaceClient {
    return this.app.client();
  }

  async open(): Promise<void> {
    this.app = await openOwner(this.at('profile'), {
      clock: this.clock,
      timers: this.timers,
      ticks: { start: () => () => undefined },
      listDrives: () => Promise.resolve(this.drives),
      startHost: hostInProcess(this.clock.forEngine()),
    });
  }

  /** Lets the owner look, and everything it begins come to its end. */
  async look(reason: Parameters<OpenedApp['scheduler']['look']>[0] = 'tick'): Promise<void> {
    await this.app.scheduler.look(reason);
    await this.app.settled();
  }

  /** The regular question whether all is well. */
  async review(): Promise<void> {
    this.timers.run({ from: MINUTE });
    await this.app.settled();
  }

  async lookAtAlerts(): Promise<void> {
    for (const { id } of (await answered(this.client.status.get())).alerts) if (!this.seen.has(id)) this.seen.set(id, this.clock.now());
  }

  /** Plugs in these disks and no others. */
  async plug(...disks: string[]): Promise<void> {
    this.drives = disks.map((name) => ({ path: this.at(name), volumeId: undefined, label: name, isRemovable: true }));
    await disksSeen(this.client, 'drives', disks, () => this.timers.run({ to: MINUTE }));
    await this.app.settled();
  }

  async end(): Promise<void> {
    await this.app?.close();
    await this.line.cut();
    await this.azurite.stop();
    await this.postgresql?.stop();
    await this.mariadb?.stop();
    this.nas?.unmount();
    this.#ground?.unmount();
    this.scratch.remove();
  }
}

/** A credential that may do everything until then: one that may not remove would leave a lock behind with each of a month's jobs. */
export async function tokenUntil(month: Month, end: Date): Promise<string> {
  const { ContainerSASPermissions } = await import('@azure/storage-blob');
  return new URL(await month.container.generateSasUrl({ permissions: ContainerSASPermissions.parse('rcdl'), expiresOn: end })).search.slice(
    1,
  );
}

export function cloudOf(month: Month): DestinationOf<'azure'> {
  const endpoint = `http://127.0.0.1:${month.line.port}/pharmacy`;
  const { containerName: container } = month.container;
  return {
    kind: 'azure',
    id: 'cloud',
    name: 'Cloud',
    site: 'off-site',
    isolation: 'online',
    account: 'pharmacy',
    container,
    prefix: '',
    endpoint,
  };
}

const SETTINGS: Settings = {
  ...defaultSettings(PHARMACY.openingHours),
  weeklyMail: false,
  tiers: [
    {
      tier: 'critical',
      schedule: { kind: 'at', times: ['01:30', '13:00'] },
      retention: { last: 4, daily: 7, weekly: 4 },
      rpoMinutes: 600,
      rtoMinutes: 240,
      proofEveryDays: 7,
    },
    {
      tier: 'important',
      schedule: { kind: 'at', times: ['13:00'], days: ['sunday', 'tuesday', 'thursday'] },
      retention: { last: 3, weekly: 4 },
      rpoMinutes: 1200,
      rtoMinutes: 480,
      proofEveryDays: 14,
    },
    {
      tier: 'standard',
      schedule: { kind: 'at', times: ['13:00'], days: ['wednesday'] },
      retention: { last: 3 },
      rpoMinutes: 6000,
      rtoMinutes: 4800,
      proofEveryDays: 30,
    },
  ],
};

async function sourcesOf(month: Month): Promise<{ source: Source; password?: string }[]> {
  const { database, scans } = smallSources(month.at('data'));
  mkdirSync(month.at('vendor'));
  const vendor = {
    kind: 'vendor-file',
    id: 'pms',
    name: 'PMS backup',
    tier: 'important',
    folder: month.at('vendor'),
    pattern: 'PMS_*.zip',
    maxAgeHours: 100,
  };
  const all: { source: Source; password?: string }[] = [{ source: database }, { source: scans }, { source: sourceSchema.parse(vendor) }];
  const server = { tier: 'standard', database: 'shop', questions: [{ name: 'Sales', sql: 'SELECT count(*) FROM sales' }] };
  if (month.postgresql) {
    const { host, port, user, password } = month.postgresql;
    await month.postgresql.run('CREATE DATABASE shop');
    await month.postgresql.run(
      'CREATE TABLE sales (id serial PRIMARY KEY, amount numeric); INSERT INTO sales (amount) VALUES (5), (7)',
      'shop',
    );
    all.push({ source: sourceSchema.parse({ ...server, kind: 'postgresql', id: 'shop', name: 'Shop', host, port, user }), password });
  }
  if (month.mariadb) {
    const { host, port, user, password } = month.mariadb;
    await month.mariadb.run([
      'CREATE DATABASE shop',
      'CREATE TABLE shop.sales (id int PRIMARY KEY, amount int)',
      'INSERT INTO shop.sales VALUES (1, 5)',
    ]);
    all.push({ source: sourceSchema.parse({ ...server, kind: 'mariadb', id: 'tills', name: 'Tills', host, port, user }), password });
  }
  return all;
}

/** Everything from an empty profile on. */
export async function setUpMonth(month: Month): Promise<void> {
  const { client } = month;
  await setUp(client);
  await client.settings.set(SETTINGS);
  if (isMountable) month.nas = mountDisk(month.at('nas'), 40 * GB);
  else mkdirSync(month.at('nas'));
  await month.container.create();
  for (const { source, password } of await sourcesOf(month)) {
    await answered(client.sources.put({ source, ...(password !== undefined && { credentials: { [source.id]: { password } } }) }));
  }
  const nas = { kind: 'folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path: month.at('nas') } as const;
  await answered(client.destinations.add({ destination: nas }));
  const sasToken = await tokenUntil(month, local('2035-11-12 12:00'));
  await answered(client.destinations.add({ destination: cloudOf(month), credential: { sasToken } }));
  const drives: Destination = {
    kind: 'usb-set',
    id: 'drives',
    name: 'Drives',
    site: 'off-site',
    isolation: 'offline',
    disks: [],
    awayLimitDays: 9,
  } as const;
  await answered(client.destinations.add({ destination: drives }));
  for (const label of ['A', 'B']) {
    mkdirSync(month.at(label));
    await month.plug(label);
    await answered(client.destinations.addDisk({ destination: 'drives', label, path: month.at(label) }));
  }
}

/** What the pharmacy does until a moment: fills prescriptions, scans papers, lets its program make its own backup. */
export async function work(month: Month, moment: Date): Promise<void> {
  if (month.isMoving) dispense(month.databasePath, 3, moment);
  const { date } = shown(moment);
  writeFileSync(month.at('data', 'scans', `rx-${date}.tif`), `scan of ${date}`.repeat(200));
  const file = month.at('vendor', 'PMS_daily.zip');
  writeFileSync(file, Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]));
  utimesSync(file, new Date(moment.getTime() - 3 * 60 * MINUTE), new Date(moment.getTime() - 3 * 60 * MINUTE));
}
