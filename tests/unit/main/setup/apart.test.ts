import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addDestination, addDisk, putSource, type SetupNeeds } from '../../../../src/main/setup/index.ts';
import { type Destination, destinationSchema } from '../../../../src/shared/model/destination.ts';
import { type Source, sourceSchema } from '../../../../src/shared/model/source.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { JobWorld } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

let world: JobWorld;
let needs: SetupNeeds;
let scratch: Scratch;
const at = (...names: string[]): string => join(scratch.path, ...names);
const place = (path: string): Destination =>
  destinationSchema.parse({ kind: 'folder', id: 'copies', name: 'Copies', site: 'on-site', isolation: 'online', path });
const documents = (more: { paths?: string[]; exclude?: string[] } = {}): Source =>
  sourceSchema.parse({ kind: 'folder', id: 'documents', name: 'Documents', tier: 'standard', paths: [at('data')], ...more });

beforeEach(async () => {
  world = new JobWorld();
  scratch = scratchFolder();
  needs = await setupNeeds(world);
  mkdirSync(at('data', 'copies'), { recursive: true });
  mkdirSync(at('data-2'));
  for (const { id } of world.store.destinations.list()) world.store.destinations.remove(id);
  world.script = {
    probe: () => Promise.reject(new Error('it was let through')),
  };
});
afterEach(() => {
  world.close();
  scratch.remove();
});

test.each([
  ['the folder itself', () => at('data')],
  ['one that is not there yet', () => at('data', 'new', 'copies')],
  ['one that a link leads to', () => (symlinkSync(at('data', 'copies'), at('link')), at('link'))],
])('a place in a folder that is backed up is refused, and nothing is made: %s', async (_, path) => {
  await putSource(needs, documents(), {});
  const asked = place(path());
  await expect(addDestination(needs, asked)).rejects.toMatchObject({
    code: 'place-in-source',
    data: { location: 'path' in asked ? asked.path : '', source: 'Documents', folder: at('data') },
  });
  expect(world.store.destinations.list()).toEqual([]);
  expect(readdirSync(at('data'))).toEqual(['copies']);
});

test('a disk that is backed up as a whole takes no copies', async () => {
  world.store.destinations.put(
    destinationSchema.parse({ kind: 'usb-set', id: 'usb', name: 'Disks', site: 'off-site', isolation: 'offline', disks: [] }),
  );
  await putSource(needs, documents(), {});
  await expect(addDisk(needs, { destination: 'usb', label: 'Drive A', path: at('data') })).rejects.toMatchObject({
    code: 'place-in-source',
  });
  expect(readdirSync(at('data'))).toEqual(['copies']);
});

test('a folder in which copies lie is not backed up, in a group neither', async () => {
  world.store.destinations.put(place(at('data', 'copies')));
  await expect(putSource(needs, documents(), {})).rejects.toMatchObject({ code: 'place-in-source' });
  const { kind, paths, exclude, name, tier } = documents() as Source & { kind: 'folder' };
  const members = ['one', 'two'].map((id) => ({ kind, paths, exclude, name, tier, id }));
  const group = sourceSchema.parse({ kind: 'group', id: 'group', name: 'Database and images', tier: 'critical', members });
  await expect(putSource(needs, group, {})).rejects.toMatchObject({ data: { source: 'Database and images' } });
  expect(world.store.sources.list()).toEqual([]);
});

test('what is left out, or only has a similar name, is no matter', async () => {
  world.store.destinations.put(place(at('data', 'copies')));
  await putSource(needs, documents({ exclude: [at('data', 'copies')] }), {});
  await putSource(needs, documents({ exclude: ['copies'] }), {});
  await putSource(needs, documents({ paths: [at('data-2')] }), {});
  expect(world.store.sources.list()).toHaveLength(1);
  await expect(addDestination(needs, place(at('data')))).rejects.toThrow('it was let through');
});
