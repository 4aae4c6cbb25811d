import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { diskCame, noteCustody, relist } from '../../../../src/main/owner/disk-came.ts';
import { addAttack } from '../../../../src/main/protection/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { aPoint } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, DRIVE_B, JobWorld, NAS, PLACES } from '../jobs/job-world.ts';

let world: JobWorld;
let listed: { point: string; installation: string | undefined; time: string }[];
let aligned: string[];
beforeEach(() => {
  world = new JobWorld();
  for (const place of PLACES) world.store.destinations.put(place);
  listed = [];
  aligned = [];
  world.script = {
    listPoints: () =>
      Promise.resolve(
        listed.map(({ point, ...more }) => {
          const { destination: _, ...rest } = aPoint(`${point} here`, { point });
          return { ...rest, ...more };
        }),
      ),
    alignKeys: ({ from, to, retired }) => {
      aligned.push(`${from.location} to ${to.location} without ${retired.join()}`);
      return Promise.resolve({ added: [], removed: [] });
    },
  };
});
afterEach(() => world.close());

const NOON = '2026-03-01T12:00:00.000Z';
const atNas = () => world.store.points.list({ at: NAS }).map(({ snapshot }) => snapshot);

describe('a disk that comes', () => {
  test('gets the keys it lacks from every other place, also from the other disk of its set, and is listed', async () => {
    world.onlyHere(NAS, DRIVE_A, DRIVE_B);
    world.store.notes.setFlag('retired-keys', '["old"]');
    listed = [{ point: 'p1', installation: 'this-pc', time: NOON }];
    await diskCame(world.surroundings, DRIVE_A);
    expect(aligned).toEqual(['nas to usb/a without old', 'usb/b to usb/a without old']);
    expect(world.store.points.list({ at: DRIVE_A })).toMatchObject([{ point: 'p1', snapshot: 'p1 here', destination: 'usb', disk: 'a' }]);
  });

  test('gets nothing while somebody fears an attack, and is listed all the same', async () => {
    world.onlyHere(NAS, DRIVE_A);
    addAttack(world.store, { since: NOON, saidAt: NOON });
    listed = [{ point: 'p1', installation: 'this-pc', time: NOON }];
    await diskCame(world.surroundings, DRIVE_A);
    expect([aligned, world.store.points.list({ at: DRIVE_A }).length]).toEqual([[], 1]);
  });

  test('is listed though another place fails to give keys', async () => {
    world.onlyHere(NAS, DRIVE_A);
    world.script.alignKeys = () => Promise.reject(new LifeboatError('place-unreachable', { location: 'nas', reason: 'ECONNRESET' }));
    listed = [{ point: 'p1', installation: 'this-pc', time: NOON }];
    await diskCame(world.surroundings, DRIVE_A);
    expect(world.store.points.list({ at: DRIVE_A })).toHaveLength(1);
  });

  test('is on record when it came or went, not when it stayed where it was over a restart', () => {
    expect(noteCustody(world.surroundings, DRIVE_A, 'detached')).toBe(false);
    expect(noteCustody(world.surroundings, DRIVE_A, 'attached')).toBe(true);
    expect(noteCustody(world.surroundings, DRIVE_A, 'attached')).toBe(false);
    expect(noteCustody(world.surroundings, DRIVE_B, 'attached')).toBe(true);
    world.time.sleep(1000);
    world.store.notes.addCustody({ destination: 'usb', disk: 'a', at: world.time.now().toISOString(), event: 'released' });
    world.time.sleep(1000);
    expect(noteCustody(world.surroundings, DRIVE_A, 'detached')).toBe(true);
    expect(world.store.notes.custody('usb').map(({ disk, event }) => `${disk} ${event}`)).toEqual([
      'a detached',
      'a released',
      'b attached',
      'a attached',
    ]);
  });
});

describe('looking what lies at a place', () => {
  test('what is there is the truth; witnesses that are known stay', async () => {
    const witness = { takenAt: NOON, facts: [], isExact: true, atMost: [], environment: {} };
    world.store.points.add([aPoint('gone', { destination: 'nas' }), aPoint('p1 at azure', { point: 'p1', witness })]);
    listed = [{ point: 'p1', installation: 'this-pc', time: NOON }];
    await relist(world.surroundings, NAS);
    expect(world.store.points.list({ at: NAS })).toMatchObject([{ point: 'p1', witness }]);
    expect(world.store.points.list({ at: AZURE })).toHaveLength(1);
    expect(world.store.points.listedAt(NAS)).toBe(world.time.now().toISOString());
  });

  test('a place that cannot be read loses nothing', async () => {
    world.store.points.add([aPoint('p1', { destination: 'nas' })]);
    world.script.listPoints = () => Promise.reject(new LifeboatError('wrong-password', { location: 'nas' }));
    await expect(relist(world.surroundings, NAS)).rejects.toThrow();
    world.states['nas'] = { state: 'unreachable' };
    await expect(relist(world.surroundings, NAS)).rejects.toThrow();
    expect(atNas()).toEqual(['p1']);
    expect(world.store.points.listedAt(NAS)).toBeUndefined();
  });

  test('the PC that this one took over from is noticed when it writes again, not by what it wrote before', async () => {
    const flag = () => world.store.notes.flags('other-writer-at:');
    world.store.notes.setFlag('predecessor', JSON.stringify({ installation: 'dead-pc', since: NOON }));
    listed = [{ point: 'p1', installation: 'dead-pc', time: '2026-03-01T11:00:00.000Z' }];
    await relist(world.surroundings, NAS);
    expect(flag()).toEqual({});
    listed.push({ point: 'p2', installation: 'dead-pc', time: '2026-03-01T13:00:00.000Z' });
    await relist(world.surroundings, NAS);
    expect(flag()).toEqual({ 'other-writer-at:nas': '2026-03-01T13:00:00.000Z' });
  });
});
