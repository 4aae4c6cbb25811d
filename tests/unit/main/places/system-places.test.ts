import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  azureCredentials,
  azureLocation,
  createPlaces,
  DISK_FOLDER,
  type Drive,
  type PlacesNeeds,
  readMarker,
  newMarker,
  writeMarker,
} from '../../../../src/main/places/index.ts';
import { PendingAnswers } from '../../../../src/main/places/pending-answers.ts';
import { type Destination, destinationSchema, type UsbDisk } from '../../../../src/shared/model/destination.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

let scratch: Scratch;
let drives: Drive[];
let destinations: Destination[];
let ticks: (() => void)[];
let credential: Awaited<ReturnType<PlacesNeeds['credentialOf']>>;
const time = new ManualTime({ wall: '2026-03-01T08:00:00Z' });

const places = (more: Partial<PlacesNeeds> = {}) =>
  createPlaces({
    destinations: () => destinations,
    retired: () => [],
    isWaiting: () => false,
    credentialOf: () => Promise.resolve(credential),
    listDrives: () => Promise.resolve(drives),
    clock: time,
    every: (_, work) => {
      ticks.push(work);
      return () => void ticks.splice(ticks.indexOf(work), 1);
    },
    within: async (_, work) => await work,
    ...more,
  });
/** What does not answer at once is late. */
const impatient: PlacesNeeds['within'] = async (_, work) =>
  await Promise.race([work, new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))]);

const plugIn = (name: string, volumeId?: string): Drive => {
  const path = join(scratch.path, name);
  mkdirSync(join(path, DISK_FOLDER), { recursive: true });
  const drive = { path, volumeId, label: undefined, isRemovable: true };
  drives.push(drive);
  return drive;
};
const markedDisk = async (id: string, drive: Drive): Promise<UsbDisk> => {
  const marker = newMarker();
  await writeMarker(drive.path, { marker, disk: id, installation: 'this-pc' });
  return { id, label: `Drive ${id}`, marker, ...(drive.volumeId !== undefined && { volumeId: drive.volumeId }) };
};
const setOf = (...disks: UsbDisk[]): Destination =>
  destinationSchema.parse({ kind: 'usb-set', id: 'usb', name: 'Disks', site: 'on-site', isolation: 'offline', disks });
const repositoryOn = (drive: Drive) => ({ state: 'here', place: { location: join(drive.path, DISK_FOLDER, 'repository') } });
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => {
  scratch = scratchFolder();
  [drives, destinations, ticks, credential] = [[], [], [], undefined];
});
afterEach(() => scratch.remove());

describe('folders', () => {
  const folder = (path: string): Destination =>
    destinationSchema.parse({ kind: 'network-folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path });

  test('one that is there, one that is not, one that is a file', async () => {
    destinations = [folder(scratch.path)];
    expect(await places().look({ destination: 'nas' })).toEqual({ state: 'here', place: { location: scratch.path } });
    destinations = [folder(join(scratch.path, 'gone'))];
    expect(await places().look({ destination: 'nas' })).toEqual({ state: 'unreachable' });
    writeFileSync(join(scratch.path, 'file'), '');
    destinations = [folder(join(scratch.path, 'file'))];
    expect(await places().look({ destination: 'nas' })).toEqual({ state: 'unreachable' });
  });

  test('one that does not answer counts as unreachable', async () => {
    destinations = [folder(scratch.path)];
    const within: PlacesNeeds['within'] = () => Promise.resolve(undefined);
    expect(await places({ within }).look({ destination: 'nas' })).toEqual({ state: 'unreachable' });
  });

  test('a destination that nobody knows is away', async () => {
    expect(await places().look({ destination: 'another' })).toEqual({ state: 'away' });
  });
});

describe('disks of a set', () => {
  test('are known by their markers wherever they are plugged in, also two at once', async () => {
    const [e, f] = [plugIn('e', 'volume-1'), plugIn('f', 'volume-2')];
    destinations = [setOf(await markedDisk('a', e), await markedDisk('b', f))];
    const { look } = places();
    expect(await look({ destination: 'usb', disk: 'a' })).toEqual(repositoryOn(e));
    expect(await look({ destination: 'usb', disk: 'b' })).toEqual(repositoryOn(f));
    drives = [f];
    expect(await look({ destination: 'usb', disk: 'a' })).toEqual({ state: 'away' });
    // The other letter now.
    const path = join(scratch.path, 'g');
    mkdirSync(join(path, DISK_FOLDER), { recursive: true });
    writeFileSync(join(path, DISK_FOLDER, 'lifeboat-disk.json'), JSON.stringify(await readMarker(e.path)));
    drives = [f, { ...e, path }];
    expect(await look({ destination: 'usb', disk: 'a' })).toEqual(repositoryOn({ ...e, path }));
  });

  test('a copy of a disk is not the disk; where the system tells no volume the marker alone counts', async () => {
    const drive = plugIn('e', 'volume-1');
    destinations = [setOf(await markedDisk('a', drive))];
    drives = [{ ...drive, volumeId: 'volume-of-the-copy' }];
    expect(await places().look({ destination: 'usb', disk: 'a' })).toEqual({ state: 'away' });
    drives = [{ ...drive, volumeId: undefined }];
    expect(await places().look({ destination: 'usb', disk: 'a' })).toEqual(repositoryOn(drive));
  });

  test('a foreign disk, one without a marker, and one with a broken marker are none of ours', async () => {
    const ours = plugIn('ours');
    destinations = [setOf(await markedDisk('a', ours))];
    const [foreign, , broken] = [plugIn('foreign'), plugIn('blank'), plugIn('broken')];
    await markedDisk('a', foreign);
    writeFileSync(join(broken.path, DISK_FOLDER, 'lifeboat-disk.json'), '{"marker": ');
    drives = drives.filter((drive) => drive !== ours);
    expect(await places().look({ destination: 'usb', disk: 'a' })).toEqual({ state: 'away' });
    expect(await places().look({ destination: 'usb', disk: 'unknown' })).toEqual({ state: 'away' });
  });

  test('a list of drives that fails or hangs: they are away, and nobody waits', async () => {
    const drive = plugIn('e');
    destinations = [setOf(await markedDisk('a', drive))];
    const failing = places({ listDrives: () => Promise.reject(new Error('no such device')) });
    expect(await failing.look({ destination: 'usb', disk: 'a' })).toEqual({ state: 'away' });
    const hanging = places({ listDrives: () => new Promise(() => undefined), within: impatient });
    expect(await hanging.look({ destination: 'usb', disk: 'a' })).toEqual({ state: 'away' });
  });
});

describe('a container', () => {
  const cloud = (more: object = {}): Destination =>
    destinationSchema.parse({
      kind: 'azure',
      id: 'azure',
      name: 'Cloud',
      site: 'off-site',
      isolation: 'immutable',
      account: 'rx',
      container: 'copies',
      prefix: 'main-street',
      ...more,
    });

  test('without a credential, with one that has ended, with one that holds', async () => {
    destinations = [cloud()];
    const { look } = places();
    expect(await look({ destination: 'azure' })).toEqual({ state: 'credential-missing' });
    credential = { token: 'sv=2026-10-06&se=2026-03-01T08%3A00%3A00Z&sig=x' };
    expect(await look({ destination: 'azure' })).toEqual({ state: 'credential-expired', since: '2026-03-01T08:00:00.000Z' });
    credential = { token: 'sv=2026-10-06&se=2026-03-01T08%3A00%3A01Z&sig=x' };
    expect(await look({ destination: 'azure' })).toEqual({
      state: 'here',
      place: { location: 'azure:copies/main-street', azure: { ...credential, accountName: 'rx' } },
    });
  });

  test('with an endpoint of its own', () => {
    expect(azureLocation({ container: 'copies', prefix: '' })).toBe('azure:copies');
    const at = { account: 'rx', endpoint: 'http://127.0.0.1:10000/rx' };
    expect(azureCredentials(at, { token: 'sv=1' })).toEqual({
      connectionString: 'BlobEndpoint=http://127.0.0.1:10000/rx;SharedAccessSignature=sv=1',
    });
    expect(azureCredentials(at, { accountKey: 'a2V5' })).toEqual({
      connectionString: 'BlobEndpoint=http://127.0.0.1:10000/rx;AccountName=rx;AccountKey=a2V5',
    });
    expect(azureCredentials(at, { connectionString: 'x' })).toEqual({ connectionString: 'x' });
  });
});

describe('watching for disks', () => {
  test('the first look tells of each where it is, later ones what changed', async () => {
    const [e, f] = [plugIn('e'), plugIn('f')];
    destinations = [setOf(await markedDisk('a', e), await markedDisk('b', f))];
    drives = [e];
    const heard: string[] = [];
    const stop = places().watch(({ ref, event }) => heard.push(`${ref.disk} ${event}`));
    const tells = async (...expected: string[]): Promise<void> => {
      await Promise.all([...ticks].map(async (tick) => await Promise.resolve(tick())));
      for (let turn = 0; turn < 2000 && heard.length < expected.length; turn++) await settle();
      expect(heard.splice(0)).toEqual(expected);
    };
    await tells('a attached', 'b detached');
    drives = [f];
    await tells('a detached', 'b attached');
    await tells();
    stop();
    expect(ticks).toEqual([]);
  });

  test('what the listener could not take is told again; nothing is told after the end', async () => {
    const drive = plugIn('e');
    destinations = [setOf(await markedDisk('a', drive))];
    let told = 0;
    const look = Promise.withResolvers<Drive[]>();
    const first = Promise.withResolvers<void>();
    let lists: () => Promise<Drive[]> = () => Promise.resolve(drives);
    const stop = places({ listDrives: async () => await lists() }).watch(() => {
      told += 1;
      first.resolve();
      if (told === 1) throw new Error('the history cannot be written');
    });
    await first.promise;
    await settle();
    const [tick] = ticks;
    for (let turn = 0; turn < 2000 && told < 2; turn++) {
      tick?.();
      await settle();
    }
    expect(told).toBe(2);
    lists = async () => await look.promise;
    tick?.();
    stop();
    look.resolve([]);
    await settle();
    expect(told).toBe(2);
  });
});

test('a file system that does not answer is asked once, however many want to know', async () => {
  const pending = new PendingAnswers();
  const answer = Promise.withResolvers<string>();
  let asked = 0;
  const ask = async (): Promise<string> =>
    await pending.ask('/mnt/dead', async () => {
      asked += 1;
      return await answer.promise;
    });
  const all = [ask(), ask(), ask()];
  await settle();
  expect(asked).toBe(1);
  answer.resolve('here');
  expect(await Promise.all(all)).toEqual(['here', 'here', 'here']);
  await ask();
  expect(asked).toBe(2);
});
