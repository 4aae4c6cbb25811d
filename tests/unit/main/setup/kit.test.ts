import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createKitService, retiredKeys, type SetupNeeds } from '../../../../src/main/setup/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { type Scratch, scratchFolder } from '../../../support/scratch.ts';
import { AZURE, DRIVE_A, JobWorld, NAS, PLACES } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

let world: JobWorld;
let scratch: Scratch;
let needs: SetupNeeds;
let aligned: string[];
beforeEach(async () => {
  world = new JobWorld();
  scratch = scratchFolder();
  aligned = [];
  let keys = 0;
  world.store.pharmacy.set({ name: 'Main St', timeZone: 'America/Chicago', language: 'en', openingHours: {} });
  for (const place of PLACES) if (place.kind !== 'azure') world.store.destinations.put(place);
  world.script = {
    addKey: () => Promise.resolve({ keyId: `key-${++keys}` }),
    alignKeys: ({ to, retired }) => {
      aligned.push(`${to.location} without ${retired.join()}`);
      return Promise.resolve({ added: [], removed: [] });
    },
  };
  needs = await setupNeeds(world);
});
afterEach(() => {
  world.close();
  scratch.remove();
});

describe('a new paper', () => {
  test('opens every place that is here; those that are away wait; the one before stops to open anything', async () => {
    world.onlyHere(NAS, DRIVE_A);
    const kit = createKitService(needs);
    const { pdf, waiting } = await kit.make('owner');
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect([waiting, aligned]).toEqual([['b'], ['usb/a without ', 'nas without ']]);
    aligned = [];
    await kit.make('pharmacist-in-charge');
    expect(retiredKeys(needs)).toEqual([]);
    aligned = [];
    await kit.make('owner');
    expect(aligned).toEqual(['usb/a without key-1', 'nas without key-1']);
  });

  test('that could not be saved leaves the one before as it was, and opens nothing itself', async () => {
    world.onlyHere(NAS);
    const kit = createKitService(needs);
    const path = join(scratch.path, 'kit.pdf');
    await kit.save('owner', path);
    expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await expect(kit.save('owner', join(scratch.path, 'no such folder', 'kit.pdf'))).rejects.toMatchObject({ code: 'io-failed' });
    expect(world.store.notes.kitRecords().map(({ keyId }) => keyId)).toEqual(['key-1']);
    expect(retiredKeys(needs)).toEqual(['key-2']);
    expect(existsSync(path)).toBe(true);
  });

  test('is made though one place does not take its key, which then waits for it', async () => {
    world.onlyHere(NAS, DRIVE_A);
    world.script.alignKeys = ({ to }) =>
      to.location === 'nas' ? Promise.reject(new LifeboatError('no-space', { path: 'nas' })) : Promise.resolve({ added: [], removed: [] });
    expect((await createKitService(needs).make('owner')).waiting).toEqual(['nas', 'b']);
  });

  test('cannot be made where no place can be reached', async () => {
    world.onlyHere(AZURE);
    await expect(createKitService(needs).make('owner')).rejects.toMatchObject({ code: 'place-unreachable' });
    expect(world.asked).toEqual([]);
  });
});
