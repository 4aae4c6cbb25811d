import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { bestPoint, proofsDue, reachDestinations, recoverInterrupted, suggestRestore } from '../../../../src/main/jobs/index.ts';
import { pinsAt } from '../../../../src/main/jobs/pins.ts';
import { repositoryKey } from '../../../../src/shared/model/destination.ts';
import { aJob, aPoint, aProof, aRun, aSource, SETTINGS } from '../../../support/stored.ts';
import { AZURE, DRIVE_A, DRIVE_B, JobWorld, NAS, PLACES } from './job-world.ts';

let world: JobWorld;
beforeEach(() => {
  world = new JobWorld();
  for (const place of PLACES) world.store.destinations.put(place);
  world.store.sources.put(aSource('dispensing'));
});
afterEach(() => world.close());

const day = (number: number): string => `2026-03-0${number}T08:00:00.000Z`;
const point = (id: string, number: number, at = NAS) =>
  aPoint(`${id} at ${repositoryKey(at)}`, { point: id, time: day(number), destination: at.destination, ...(at.disk && { disk: at.disk }) });

describe('places as a run finds them', () => {
  test('on-site first, what is always there before what comes and goes; of a set each disk that is plugged in', async () => {
    const reaches = await reachDestinations(world.surroundings);
    expect(reaches.map((reach) => ('ref' in reach ? repositoryKey(reach.ref) : reach.reason))).toEqual(['nas', 'usb/a', 'usb/b', 'azure']);
  });

  test('of a set with one disk here the other is no reason; of one that is away there is one reason', async () => {
    world.onlyHere(DRIVE_B);
    world.states['nas'] = { state: 'unreachable' };
    world.states['azure'] = { state: 'credential-expired', since: day(1) };
    const reaches = await reachDestinations(world.surroundings);
    expect(reaches.map((reach) => ('ref' in reach ? repositoryKey(reach.ref) : reach.reason))).toEqual([
      'destination-unreachable',
      'usb/b',
      'credential-expired',
    ]);
    world.onlyHere(NAS);
    expect((await reachDestinations(world.surroundings))[1]).toMatchObject({ reason: 'destination-away' });
  });

  test('a place whose credential the vault does not give keeps no other from its backup', async () => {
    const { look } = world.surroundings.places;
    world.surroundings.places.look = async (ref) => {
      if (ref.destination === 'azure') throw new Error('the vault is shut');
      return await look(ref);
    };
    const reaches = await reachDestinations(world.surroundings);
    expect(reaches.map((reach) => ('ref' in reach ? repositoryKey(reach.ref) : reach.reason))).toEqual([
      'nas',
      'usb/a',
      'usb/b',
      'credential-expired',
    ]);
  });
});

describe('the best restore point', () => {
  const best = (...reachable: (typeof NAS)[]) => bestPoint(world.surroundings, 'dispensing', reachable)?.snapshot;

  test('is the newest proven one, from the nearest place that has it', () => {
    world.store.points.add([point('old', 1), point('old', 1, AZURE), point('new', 2), point('new', 2, AZURE)]);
    expect(best(NAS, AZURE)).toBe('new at nas');
    world.store.points.addProof(aProof('1', { point: 'old', destination: 'azure' }));
    expect(best(NAS, AZURE)).toBe('old at nas');
    expect(best(AZURE)).toBe('old at azure');
  });

  test('is never one that a proof found wrong, wherever that was', () => {
    world.store.points.add([point('sound', 1), point('shrunk', 2), point('shrunk', 2, AZURE)]);
    world.store.points.addProof(aProof('1', { point: 'shrunk', destination: 'azure', passed: false }));
    expect(best(NAS, AZURE)).toBe('sound at nas');
    world.store.points.addProof(aProof('2', { point: 'shrunk', destination: 'nas', passed: true }));
    expect(best(NAS, AZURE)).toBe('sound at nas');
    expect(best(AZURE)).toBeUndefined();
  });

  test('where the proven one is away, is the best of what is here', () => {
    world.store.points.add([point('proven', 3, DRIVE_A), point('a', 1), point('b', 2)]);
    world.store.points.addProof(aProof('1', { point: 'proven', destination: 'usb', disk: 'a' }));
    expect(best(NAS)).toBe('b at nas');
    world.store.points.addProof(aProof('2', { point: 'a', destination: 'nas' }));
    expect(best(NAS)).toBe('a at nas');
    expect(best()).toBeUndefined();
  });

  test('whole tiers are suggested in their order, and what has no point is named', async () => {
    world.store.sources.put(aSource('scans', { tier: 'standard' }));
    world.store.sources.put(aSource('pos', { tier: 'critical' }));
    world.store.points.add([{ ...point('s', 1), source: 'scans' }, point('d', 1, DRIVE_A)]);
    const { items, missing } = await suggestRestore(world.surroundings, ['critical', 'standard']);
    expect(items.map(({ source, destination, disk }) => [source, destination, disk])).toEqual([
      ['dispensing', 'usb', 'a'],
      ['scans', 'nas', undefined],
    ]);
    expect(missing).toEqual(['pos']);
    expect((await suggestRestore(world.surroundings, ['important'])).items).toEqual([]);
  });
});

describe('proofs that are due', () => {
  const due = (on: string): string[] => proofsDue(world.store, new Date(on)).map(({ source, ref }) => `${source.id} ${repositoryKey(ref)}`);

  test('never proven there; then when the frequency has passed and there is something new', () => {
    world.store.settings.set(SETTINGS);
    world.store.points.add([point('p1', 1), point('p1', 1, AZURE)]);
    expect(due(day(1))).toEqual(['dispensing azure', 'dispensing nas']);
    world.store.points.addProof(aProof('1', { point: 'p1', destination: 'nas', at: day(1) }));
    expect(due(day(9))).toEqual(['dispensing azure']);
    world.store.points.add([point('p2', 2)]);
    expect(due(day(7))).toEqual(['dispensing azure']);
    expect(due(day(8))).toEqual(['dispensing azure', 'dispensing nas']);
  });

  test('what failed is tried again with the next restore point, not before', () => {
    world.store.points.add([point('p1', 1)]);
    world.store.points.addProof(aProof('1', { point: 'p1', destination: 'nas', at: day(1), passed: false }));
    expect(due(day(2))).toEqual([]);
    world.store.points.add([point('p2', 2)]);
    expect(due(day(2))).toEqual(['dispensing nas']);
  });

  test('the most urgent tier comes first', () => {
    world.store.sources.put(aSource('dispensing', { tier: 'standard' }));
    world.store.sources.put(aSource('pos', { tier: 'critical' }));
    world.store.points.add([point('p1', 1), { ...point('p2', 1), source: 'pos' }]);
    expect(due(day(1))).toEqual(['pos nas', 'dispensing nas']);
  });
});

describe('what retention must leave', () => {
  const pins = (ref = NAS) => pinsAt(world.store, ref).map(({ snapshot, reason }) => `${reason}: ${snapshot}`);

  test('the newest, the newest proven, and what a person keeps', () => {
    world.store.points.add([point('p1', 1), point('p2', 2), point('p3', 3), point('p4', 4)]);
    world.store.points.addProof(aProof('1', { point: 'p1', destination: 'nas' }));
    world.store.points.addProof(aProof('2', { point: 'p2', destination: 'nas' }));
    world.store.notes.setFlag('kept:p3', day(4));
    expect(pins()).toEqual([
      'newest proven: p2 at nas',
      'newest proven here: p2 at nas',
      'newest proven and sound: p2 at nas',
      'newest: p4 at nas',
      'kept by a person: p3 at nas',
    ]);
    expect(pins(AZURE)).toEqual([]);
  });

  test('one that was proven here when a newer one was proven elsewhere, and the sound one when the newest failed later', () => {
    world.store.points.add([point('p1', 1), point('p2', 2), point('p3', 3)]);
    world.store.points.addProof(aProof('1', { point: 'p1', destination: 'nas' }));
    world.store.points.addProof(aProof('2', { point: 'p2', destination: 'azure' }));
    world.store.points.addProof(aProof('3', { point: 'p2', destination: 'azure', passed: false }));
    expect(pins()).toEqual([
      'newest proven: p2 at nas',
      'newest proven here: p1 at nas',
      'newest proven and sound: p1 at nas',
      'newest: p3 at nas',
    ]);
  });
});

test('what the last process left open was interrupted; what had ended stays', () => {
  const { store, time } = world;
  store.history.addRun(aRun('open'), [
    aJob('1', 'open', { status: 'running' }),
    aJob('2', 'open', { status: 'scheduled' }),
    aJob('3', 'open', { status: 'failed' }),
  ]);
  store.history.addRun(aRun('done', { status: 'completed' }), [aJob('4', 'done')]);
  expect(recoverInterrupted(store, time)).toBe(2);
  expect(['1', '2', '3', '4'].map((id) => store.history.job(id)?.status)).toEqual(['interrupted', 'interrupted', 'failed', 'completed']);
  expect(store.history.run('open')).toMatchObject({ status: 'interrupted', endedAt: time.now().toISOString() });
  expect(store.history.run('done')?.status).toBe('completed');
  expect(recoverInterrupted(store, time)).toBe(0);
});
