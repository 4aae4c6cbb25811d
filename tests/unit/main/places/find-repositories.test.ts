import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type FindNeeds, findRepositories, repositoryAt } from '../../../../src/main/places/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';

let scratch: Scratch;
let needs: FindNeeds;
beforeEach(() => {
  scratch = scratchFolder();
  for (const drive of ['fixed', 'stick']) mkdirSync(join(scratch.path, drive));
  const drive = (name: string, isRemovable: boolean) => ({
    path: join(scratch.path, name),
    volumeId: undefined,
    label: name.toUpperCase(),
    isRemovable,
  });
  needs = {
    listDrives: () => Promise.resolve([drive('fixed', false), drive('stick', true), drive('gone', true)]),
    within: async (_milliseconds, work) => await work,
  };
});
afterEach(() => scratch.remove());

function repository(...names: string[]): string {
  const folder = join(scratch.path, ...names);
  for (const name of ['keys', 'data', 'snapshots']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'config'), 'x');
  return folder;
}

describe('copies on the drives of a blank PC', () => {
  test('are found where people keep them, removable drives first', async () => {
    const deep = repository('fixed', 'backups', 'pharmacy');
    const ofSet = repository('stick', 'Lifeboat', 'repository');
    mkdirSync(join(scratch.path, 'fixed', 'half', 'keys'), { recursive: true });
    const found = await findRepositories(needs);
    expect(found.map(({ location, label, isRemovable }) => [location, label, isRemovable])).toEqual([
      [ofSet, 'STICK', true],
      [deep, 'FIXED', false],
    ]);
    expect(Date.parse(found[0]?.changedAt ?? '')).toBeGreaterThan(0);
  });

  test('are not found where a drive does not answer, and the others are all the same', async () => {
    const ours = repository('fixed');
    let asked = 0;
    // The list of drives comes first, then the drives in their order.
    const late: FindNeeds = { ...needs, within: async (_milliseconds, work) => (asked++ === 2 ? undefined : await work) };
    repository('stick');
    expect((await findRepositories(late)).map(({ location }) => location)).toEqual([ours]);
  });

  test('are meant by the drive that they lie on', async () => {
    const ofSet = repository('stick', 'Lifeboat', 'repository');
    expect(await repositoryAt(join(scratch.path, 'stick'))).toBe(ofSet);
    expect(await repositoryAt(ofSet)).toBe(ofSet);
    expect(await repositoryAt(join(scratch.path, 'fixed'))).toBeUndefined();
  });

  test('lie beside each other where a key leaked: the drive means those that were begun last', async () => {
    const names = ['repository', 'repository-10', 'repository-2'].map((name) => repository('stick', 'Lifeboat', name));
    repository('stick', 'Lifeboat', 'repository-of-somebody');
    expect(await repositoryAt(join(scratch.path, 'stick'))).toBe(names[1]);
    expect((await findRepositories(needs)).map(({ location }) => location)).toEqual([names[1], names[2], names[0]]);
  });
});
