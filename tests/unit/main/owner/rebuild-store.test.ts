import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rebuildStore, type RebuildNeeds } from '../../../../src/main/owner/rebuild-store.ts';
import { exportSeal, type SealFile } from '../../../../src/main/store/index.ts';
import { createCredentialVault } from '../../../../src/main/vault/index.ts';
import { LifeboatError } from '../../../../src/shared/errors/index.ts';
import { MemorySecrets, MemoryWrapped } from '../../../support/memory-secrets.ts';
import { aPoint, aSource } from '../../../support/stored.ts';
import { JobWorld, NAS, PLACES } from '../jobs/job-world.ts';

let lost: JobWorld;
let before: JobWorld;
let seals: Record<string, { time: string; files: SealFile[] } | Error | 'hangs'>;
let needs: RebuildNeeds;
const secrets = new MemorySecrets();

beforeEach(async () => {
  [lost, before] = [new JobWorld(), new JobWorld()];
  seals = {};
  const locations = new MemoryWrapped();
  for (const name of ['nas', 'usb/a']) locations.write(name, `/at/${name}`);
  const vault = createCredentialVault({ secrets, bootstrap: new MemoryWrapped() });
  await vault.makePcKey();
  lost.script = {
    readSeal: async ({ at }) => {
      const seal = seals[at.location];
      if (seal === 'hangs') return await new Promise(() => undefined);
      if (seal instanceof Error) throw seal;
      return seal && { installation: 'this-pc', ...seal };
    },
    listPoints: () => {
      const { destination: _, ...point } = aPoint('p1');
      return Promise.resolve([{ ...point, installation: 'this-pc' }]);
    },
  };
  const within: RebuildNeeds['within'] = async (_, work) =>
    await Promise.race([work, new Promise<undefined>((resolve) => setImmediate(() => setImmediate(() => resolve(undefined))))]);
  needs = { store: lost.store, host: lost.surroundings.host, vault, locations, installation: 'this-pc', clock: lost.time, within };
});
afterEach(() => {
  lost.close();
  before.close();
});

const sealOf = (source: string, time: string): { time: string; files: SealFile[] } => {
  before.store.sources.put(aSource(source));
  for (const place of PLACES) before.store.destinations.put(place);
  return { time, files: exportSeal(before.store, before.time.now()) };
};
const known = (): string[] => lost.store.sources.list().map(({ id }) => id);

describe('a store that was lost', () => {
  test('is filled from the newest seal, and what lies where it can be read is known again', async () => {
    seals = { '/at/nas': sealOf('dispensing', '2026-03-01T08:00:00Z'), '/at/usb/a': sealOf('scans', '2026-03-01T09:00:00Z') };
    expect(await rebuildStore(needs)).toBe(true);
    expect(known()).toEqual(['dispensing', 'scans']);
    expect(lost.store.points.list({ at: NAS })).toHaveLength(1);
    expect(lost.store.points.list({ at: { destination: 'usb', disk: 'a' } })).toHaveLength(1);
  });

  test('a seal that cannot be read leaves the turn to an older one', async () => {
    const broken = [{ name: 'settings.json', content: '{' }];
    seals = { '/at/nas': sealOf('dispensing', '2026-03-01T08:00:00Z'), '/at/usb/a': { time: '2026-03-01T09:00:00Z', files: broken } };
    expect(await rebuildStore(needs)).toBe(true);
    expect(known()).toEqual(['dispensing']);
  });

  test('a place that fails or hangs keeps no other from helping', async () => {
    seals = { '/at/nas': 'hangs', '/at/usb/a': sealOf('dispensing', '2026-03-01T08:00:00Z') };
    expect(await rebuildStore(needs)).toBe(true);
    seals['/at/usb/a'] = new LifeboatError('place-unreachable', { location: 'usb', reason: 'ENOENT' });
    expect(await rebuildStore(needs)).toBe(false);
  });

  test('stays empty, and opens, where nothing can be reached or the vault is shut', async () => {
    expect(await rebuildStore(needs)).toBe(false);
    seals = { '/at/nas': sealOf('dispensing', '2026-03-01T08:00:00Z') };
    const vault = createCredentialVault({ secrets: new MemorySecrets(), bootstrap: new MemoryWrapped() });
    expect(await rebuildStore({ ...needs, vault })).toBe(false);
    expect(known()).toEqual([]);
  });
});
