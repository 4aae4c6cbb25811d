import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { numbered, placesBeside } from '../../../../src/main/setup/renewal/beside.ts';
import {
  declareLeaked,
  forgetRetired,
  passwordOf,
  renewalFacts,
  renewRepository,
  retiredCopies,
  retireRepositories,
  type SetupNeeds,
} from '../../../../src/main/setup/index.ts';
import { lastRenewal, waitingPlaces } from '../../../../src/main/protection/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { type Destination, destinationSchema } from '../../../../src/shared/model/destination.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { aPoint, aProof, aSource } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, JobWorld, NAS, PLACES } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

const folder = (path: string): Destination =>
  destinationSchema.parse({ kind: 'folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path });
const azure = (prefix: string): Destination => destinationSchema.parse({ ...PLACES[0], prefix });
const pathOf = (destination: Destination | undefined): string => (destination && 'path' in destination ? destination.path : '');

describe('where a new repository lies', () => {
  test('beside the old one, under the next number', () => {
    expect(numbered(folder('/mnt/backup'), NAS, 2)).toMatchObject({ path: '/mnt/backup-2' });
    expect(numbered(folder('/mnt/backup-2/'), NAS, 2)).toMatchObject({ path: '/mnt/backup-3' });
    expect(numbered(folder('/mnt/of-2026'), NAS, 2)).toMatchObject({ path: '/mnt/of-2026-2' });
    expect(numbered(folder('/'), NAS, 2)).toMatchObject({ path: '/lifeboat-2' });
    expect(numbered(azure('pharmacy'), AZURE, 2)).toMatchObject({ prefix: 'pharmacy-2' });
    expect(numbered(azure(''), AZURE, 3)).toMatchObject({ prefix: 'lifeboat-3' });
    expect(numbered(azure('/'), AZURE, 2)).toMatchObject({ prefix: 'lifeboat-2' });
    expect(numbered(azure('/stores/12/'), AZURE, 2)).toMatchObject({ prefix: 'stores/12-2' });
    const set = numbered(PLACES[1] as Destination, DRIVE_A, 2);
    expect(set.kind === 'usb-set' && set.disks.map((disk) => disk.folder)).toEqual(['repository-2', undefined]);
  });

  test('inside it where nothing can lie beside: the root of a drive', async () => {
    const first = async (path: string): Promise<string | undefined> => {
      for await (const destination of placesBeside(folder(path))) return pathOf(destination);
      return undefined;
    };
    // Above it is another file system.
    expect(await first('/proc')).toBe('/proc/lifeboat-2');
    const scratch = scratchFolder();
    expect(await first(scratch.path)).toBe(`${scratch.path}-2`);
    scratch.remove();
  });
});

describe('a key that leaked', () => {
  let world: JobWorld;
  let needs: SetupNeeds;
  let scratch: Scratch;
  const at = (...names: string[]): string => join(scratch.path, ...names);

  beforeEach(async () => {
    world = new JobWorld();
    scratch = scratchFolder();
    needs = await setupNeeds(world);
    mkdirSync(at('nas'));
    world.store.destinations.put(folder(at('nas')));
    world.store.sources.put(aSource('dispensing'));
    world.store.points.add([aPoint('n1', { ...NAS, time: '2026-03-01T20:00:00.000Z', bytes: 7000 })]);
    world.store.points.addProof(aProof('p1', { ...NAS, point: 'n1' }));
    world.states['nas-old'] = { state: 'here', place: { location: at('nas') } };
  });
  afterEach(() => {
    world.close();
    scratch.remove();
  });

  test('costs what everything is, once more, and is told where that may not fit', async () => {
    const probe = { at: '2026-03-01T20:00:00.000Z', bytesPerSecondRead: 1, bytesPerSecondWritten: 1, canDestroy: true };
    world.store.notes.addProbe(NAS, { ...probe, freeBytes: 5000 });
    expect(await renewalFacts(needs)).toEqual({
      here: [NAS],
      away: [],
      bytes: 7000,
      isDisksOnly: false,
      tight: [{ ...NAS, freeBytes: 5000 }],
    });
  });

  test('needs two disks together once where there are several and nothing else', async () => {
    for (const { id } of world.store.destinations.list()) world.store.destinations.remove(id);
    const set = PLACES[1] as Destination;
    world.store.destinations.put(set);
    expect(await renewalFacts(needs)).toMatchObject({ isDisksOnly: true });
    if (set.kind === 'usb-set') world.store.destinations.put({ ...set, disks: set.disks.slice(0, 1) });
    expect(await renewalFacts(needs)).toMatchObject({ isDisksOnly: false });
  });

  test('what is known of a place is from then on known of its old repository, with what was proven there', async () => {
    await declareLeaked(needs, 'ana');
    expect(waitingPlaces(world.store)).toEqual([NAS]);
    retireRepositories(needs);
    expect(world.store.points.list({ at: NAS })).toEqual([]);
    expect(world.store.points.proofs({ at: NAS })).toEqual([]);
    expect(world.store.points.proofs({ at: { destination: 'nas-old' } }).map(({ id }) => id)).toEqual(['p1']);
    expect(retiredCopies(needs)).toMatchObject([{ id: 'nas-old', location: at('nas'), points: 1, mayForget: false }]);
    expect(lastRenewal(world.store)).toMatchObject({ by: 'ana', toRetire: [], waiting: ['nas'] });
    // Again, as at the next start: nothing more.
    retireRepositories(needs);
    expect(retiredCopies(needs)).toHaveLength(1);
    await expect(forgetRetired(needs, 'nas-old')).rejects.toMatchObject({ code: 'value-invalid' });
  });

  test('the old repository opens with the key of then, the new one with another, and the first has master keys of its own', async () => {
    const then = await needs.vault.pcKey();
    const made: unknown[] = [];
    world.script = {
      listKeys: ({ at: { location } }) => Promise.reject(new LifeboatError('repository-not-found', { location })),
      createRepository: (request) => Promise.resolve(made.push(request)).then(() => ({ keyIds: [] })),
    };
    await declareLeaked(needs, undefined);
    retireRepositories(needs);
    expect(await passwordOf(needs, { destination: 'nas-old' })).toBe(then);
    await renewRepository(needs, NAS);
    const now = await needs.vault.pcKey();
    expect(now).not.toBe(then);
    expect(made).toEqual([{ at: { location: at('nas-2'), password: now }, label: 'pc-this-pc' }]);
    expect(await passwordOf(needs, { destination: 'nas-old' })).toBe(then);
    expect(await passwordOf(needs, NAS)).toBe(now);
    expect(pathOf(world.store.destinations.get('nas'))).toBe(at('nas-2'));
    expect(waitingPlaces(world.store)).toEqual([]);
    expect(needs.locations.read('nas')).toBe(at('nas-2'));
    await forgetRetired(needs, 'nas-old');
    expect(retiredCopies(needs)).toEqual([]);
    expect(needs.vault.names()).toEqual([]);
  });

  test("never takes somebody else's folder, nor a repository with other master keys than the others have", async () => {
    for (const name of ['nas-2', 'nas-3']) mkdirSync(at(name));
    writeFileSync(at('nas-2', 'holiday.jpg'), 'x');
    mkdirSync(at('nas-3', 'keys'));
    const other = { ...folder(at('safe')), id: 'safe', name: 'Safe' };
    world.script = {
      listKeys: ({ at: { location } }) => {
        const key = { label: 'pc-this-pc', created: '', current: true };
        if (location === 'safe') return Promise.resolve([{ ...key, id: 'of-all' }]);
        if (location === at('nas-3')) return Promise.resolve([{ ...key, id: 'of-an-earlier-try' }]);
        return Promise.reject(new LifeboatError('repository-not-found', { location }));
      },
      alignKeys: ({ to: { location } }) => Promise.reject(new LifeboatError('wrong-password', { location })),
      createRepository: () => Promise.resolve({ keyIds: [] }),
    };
    await declareLeaked(needs, undefined);
    retireRepositories(needs);
    // It has its new repository already.
    world.store.destinations.put(other);
    await renewRepository(needs, NAS);
    expect(pathOf(world.store.destinations.get('nas'))).toBe(at('nas-4'));
    expect(world.asked).not.toContain(`listKeys ${at('nas-2')}`);
  });

  test('a second leak before a place began anew retires nothing twice', async () => {
    await declareLeaked(needs, undefined);
    retireRepositories(needs);
    const first = lastRenewal(world.store)?.id ?? '';
    const then = await passwordOf(needs, { destination: 'nas-old' });
    await declareLeaked(needs, undefined);
    retireRepositories(needs);
    expect(retiredCopies(needs).map(({ id }) => id)).toEqual(['nas-old']);
    expect(lastRenewal(world.store)?.id).not.toBe(first);
    expect(await passwordOf(needs, { destination: 'nas-old' })).toBe(then);
  });
});
