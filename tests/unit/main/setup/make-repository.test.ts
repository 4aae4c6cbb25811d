import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeRepository } from '../../../../src/main/setup/make-repository.ts';
import { declareLeaked, retiredCopies, retireRepositories, type SetupNeeds } from '../../../../src/main/setup/index.ts';
import { newKeyOf } from '../../../../src/main/setup/renewal/begin.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { type Destination, destinationSchema } from '../../../../src/shared/model/destination.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { JobWorld } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

let world: JobWorld;
let needs: SetupNeeds;
let scratch: Scratch;
/** Passwords that open the repository of a folder; there is none in the others. */
let opens: Record<string, string[]>;
let made: string[];
const at = (...names: string[]): string => join(scratch.path, ...names);
const DISK = { id: 'c', label: 'Drive C', marker: 'the marker of c !' };
const set = (): Destination =>
  destinationSchema.parse({ kind: 'usb-set', id: 'usb', name: 'Disks', site: 'off-site', isolation: 'offline', disks: [DISK] });
const asked = () => ({
  destination: set(),
  ref: { destination: 'usb', disk: 'c' },
  place: { location: at('Lifeboat', 'repository') },
});

beforeEach(async () => {
  world = new JobWorld();
  scratch = scratchFolder();
  needs = await setupNeeds(world);
  mkdirSync(at('Lifeboat', 'repository', 'keys'), { recursive: true });
  opens = { [at('Lifeboat', 'repository')]: ['of somebody'] };
  made = [];
  world.script = {
    listKeys: ({ at: { location, password } }) => {
      const passwords = opens[location];
      if (passwords === undefined) return Promise.reject(new LifeboatError('repository-not-found', { location }));
      return passwords.includes(password) ? Promise.resolve([]) : Promise.reject(new LifeboatError('wrong-password', { location }));
    },
    listPoints: () => Promise.resolve([]),
    createRepository: ({ at: { location } }) => Promise.resolve({ keyIds: [String(made.push(location))] }),
  };
});
afterEach(() => {
  world.close();
  scratch.remove();
});

const leak = async (): Promise<void> => {
  await declareLeaked(needs, undefined);
  retireRepositories(needs);
};

test("refuses somebody else's, whatever happened to the keys of this pharmacy", async () => {
  await expect(makeRepository(needs, asked())).rejects.toMatchObject({ code: 'repository-exists' });
  await expect(makeRepository(needs, { ...asked(), isMarkedOurs: true })).rejects.toMatchObject({ code: 'repository-exists' });
  await leak();
  await expect(makeRepository(needs, asked())).rejects.toMatchObject({ code: 'repository-exists' });
  expect(made).toEqual([]);
  expect(retiredCopies(needs)).toEqual([]);
});

test('begins beside one that a key of then opens, and keeps that to be read', async () => {
  opens[at('Lifeboat', 'repository')] = [await needs.vault.pcKey()];
  await leak();
  expect(await makeRepository(needs, asked())).toMatchObject({ disks: [{ folder: 'repository-2' }] });
  expect(made).toEqual([at('Lifeboat', 'repository-2')]);
  expect(needs.locations.read('usb/c')).toBe(at('Lifeboat', 'repository-2'));
  const old = { id: 'usb-c-old', name: 'Drive C', location: 'Lifeboat/repository', mayForget: true };
  expect(retiredCopies(needs)).toMatchObject([old]);
  // As after a death before the disk was in its set.
  opens[at('Lifeboat', 'repository-2')] = [await needs.vault.pcKey()];
  expect(await makeRepository(needs, asked())).toMatchObject({ disks: [{ folder: 'repository-2' }] });
  expect(made).toHaveLength(1);
  expect(retiredCopies(needs)).toHaveLength(1);
});

test('keeps what each leak left, and begins beside all of it', async () => {
  opens[at('Lifeboat', 'repository')] = [await needs.vault.pcKey()];
  await leak();
  await newKeyOf(needs);
  mkdirSync(at('Lifeboat', 'repository-2', 'keys'), { recursive: true });
  opens[at('Lifeboat', 'repository-2')] = [await needs.vault.pcKey()];
  await leak();
  expect(await makeRepository(needs, asked())).toMatchObject({ disks: [{ folder: 'repository-3' }] });
  expect(made).toEqual([at('Lifeboat', 'repository-3')]);
  expect(
    retiredCopies(needs)
      .map(({ location }) => location)
      .toSorted(),
  ).toEqual(['Lifeboat/repository', 'Lifeboat/repository-2']);
});

test('begins beside what a marked disk has although the key of then was forgotten', async () => {
  await leak();
  expect(await makeRepository(needs, { ...asked(), isMarkedOurs: true })).toMatchObject({ disks: [{ folder: 'repository-2' }] });
  expect(retiredCopies(needs)).toEqual([]);
});

test('never takes the folder of another place, however free it looks', async () => {
  const folder = (id: string, path: string): Destination =>
    destinationSchema.parse({ kind: 'folder', id, name: id, site: 'on-site', isolation: 'online', path });
  // Where its old copies were, and where its new ones are to be.
  world.store.destinations.put(folder('other', at('nas-2')));
  world.states['other'] = { state: 'away' };
  mkdirSync(at('nas'));
  opens = { [at('nas')]: [await needs.vault.pcKey()] };
  await leak();
  const nas = { destination: folder('nas', at('nas')), ref: { destination: 'nas' }, place: { location: at('nas') } };
  expect(await makeRepository(needs, nas)).toMatchObject({ path: at('nas-4') });
});
