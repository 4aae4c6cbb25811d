import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RETIRED_PLACE } from '../../../../src/main/protection/index.ts';
import { credentialName, retiredKeys, type SetupNeeds } from '../../../../src/main/setup/index.ts';
import { putOurKey } from '../../../../src/main/setup/our-key.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { JobWorld, NAS, PLACES } from '../jobs/job-world.ts';
import { setupNeeds } from './setup-needs.ts';

describe("this PC's key in a repository that another password opens", () => {
  let world: JobWorld;
  let needs: SetupNeeds;
  let added: string[];
  let removed: string[];
  const place = { location: '/nas' };

  beforeEach(async () => {
    world = new JobWorld();
    needs = await setupNeeds(world);
    for (const destination of PLACES) world.store.destinations.put(destination);
    [added, removed] = [[], []];
    const key = (id: string, label: string, current = false) => ({ id, label, created: '2026-03-01T00:00:00Z', current });
    world.script = {
      addKey: ({ newPassword }) => Promise.resolve(added.push(newPassword)).then(() => ({ keyId: 'new' })),
      listKeys: () =>
        Promise.resolve([
          key('new', 'pc-this-pc', true),
          key('old', 'pc-this-pc'),
          key('paper', 'recovery-owner'),
          key('other', 'pc-other'),
        ]),
      removeKey: ({ keyId }) => Promise.resolve(void removed.push(keyId)),
    };
  });
  afterEach(() => world.close());

  test('takes the place of an older one of this PC, and of no other', async () => {
    expect(await putOurKey(needs, NAS, place, 'paper')).toBe(1);
    expect([added, removed, retiredKeys(needs)]).toEqual([[await needs.vault.pcKey()], ['old'], ['old']]);
  });

  test('leaves the older one where the credential may not delete, on record for later', async () => {
    world.script.removeKey = () => Promise.reject(new LifeboatError('removal-not-permitted', { location: '/nas' }));
    expect(await putOurKey(needs, NAS, place, 'paper')).toBe(0);
    expect(retiredKeys(needs)).toEqual(['old']);
  });

  test('is in an old repository the one that this PC had then', async () => {
    const nas = world.store.destinations.get('nas');
    const retired = { destination: { ...nas, id: 'nas-old' }, of: NAS, since: '2026-03-01T00:00:00Z', renewal: 'r1' };
    world.store.notes.setFlag(`${RETIRED_PLACE}nas-old`, JSON.stringify(retired));
    await needs.vault.set(credentialName.ofRetired('r1'), 'the key of then');
    await putOurKey(needs, { destination: 'nas-old' }, place, 'paper');
    expect(added).toEqual(['the key of then']);
  });
});
