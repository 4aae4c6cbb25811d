import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { countUnprotected, setAside, setAsideSources } from '../../../../src/main/setup/index.ts';
import type { SingleSource } from '../../../../src/shared/model/source.ts';
import { aSource } from '../../../support/stored.ts';
import { JobWorld } from '../jobs/job-world.ts';

let world: JobWorld;
const folder = (name: string): SingleSource => aSource(name, { paths: [`/srv/${name}`] }) as SingleSource;
beforeEach(() => {
  world = new JobWorld();
  world.script.detect = () =>
    Promise.resolve(['scans', 'downloads', 'music'].map((name) => ({ source: folder(name), bytes: 1, newest: undefined, isInUse: false })));
});
afterEach(() => world.close());

const left = (): string | undefined => world.store.notes.flag('unprotected-found');

test('what is set aside is found no more, and is found again when it is taken back', async () => {
  world.store.sources.put(folder('scans'));
  await countUnprotected(world.surroundings);
  expect(left()).toBe('2');
  await setAside(world.surroundings, [folder('music')]);
  expect([left(), setAsideSources(world.surroundings).map(({ id }) => id)]).toEqual(['1', ['music']]);
  await setAside(world.surroundings, [folder('music'), folder('downloads')]);
  expect(left()).toBeUndefined();
  await setAside(world.surroundings, []);
  expect(left()).toBe('2');
});
