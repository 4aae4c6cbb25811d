import { mkdirSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/main/clock.ts';
import { credentialEnd, grantAccess, probePlace } from '../../src/main/engine/index.ts';
import { Azurite } from '../support/azurite.ts';
import { withScratch } from '../support/scratch.ts';

describe('testing a place', () => {
  it('measures a folder, which this PC can destroy, and leaves nothing behind', async () => {
    await withScratch(async (folder) => {
      mkdirSync(`${folder}/place`);
      const found = await probePlace({ location: `${folder}/place` }, systemClock);
      expect(found).toMatchObject({ canDestroy: true, freeBytes: expect.any(Number) });
      expect(found.bytesPerSecondWritten).toBeGreaterThan(0);
      expect(Math.abs(found.clockDifferenceSeconds ?? 99)).toBeLessThanOrEqual(2);
      expect(readdirSync(`${folder}/place`)).toEqual([]);
    });
  });

  it('says that a place is not there', async () => {
    await expect(probePlace({ location: '/nowhere/at/all' }, systemClock)).rejects.toMatchObject({ code: 'place-unreachable' });
  });

  describe('on Azure', () => {
    let azurite: Azurite;
    beforeAll(async () => {
      azurite = await Azurite.start();
    });
    afterAll(async () => await azurite.stop());

    it('finds that the account key could destroy a copy, and makes the container', async () => {
      const container = azurite.container();
      const found = await probePlace({ location: `azure:${container.containerName}/lifeboat`, azure: azurite.credentials() }, systemClock);
      expect(found).toMatchObject({ canDestroy: true, versioning: false, hasImmutabilityPolicy: false });
      expect(await container.exists()).toBe(true);
    });

    it('makes a credential that can back up and not destroy, and knows when it ends', async () => {
      const container = azurite.container();
      await container.create();
      const expiresOn = new Date(systemClock.now().getTime() + 3_600_000);
      const { token } = await grantAccess(container.containerName, azurite.credentials(), { kind: 'create', expiresOn });
      const azure = { connectionString: `BlobEndpoint=http://127.0.0.1:${azurite.port}/pharmacy;SharedAccessSignature=${token}` };
      const found = await probePlace({ location: `azure:${container.containerName}`, azure }, systemClock);
      expect(found.canDestroy).toBe(false);
      expect(Math.abs((credentialEnd(azure)?.getTime() ?? 0) - expiresOn.getTime())).toBeLessThan(1000);
    });

    it('makes a credential for a paper that cannot even add', async () => {
      const container = azurite.container();
      await container.create();
      const expiresOn = new Date(systemClock.now().getTime() + 3_600_000);
      const { token } = await grantAccess(container.containerName, azurite.credentials(), { kind: 'read', expiresOn });
      const azure = { connectionString: `BlobEndpoint=http://127.0.0.1:${azurite.port}/pharmacy;SharedAccessSignature=${token}` };
      await expect(probePlace({ location: `azure:${container.containerName}`, azure }, systemClock)).rejects.toMatchObject({
        code: 'permission-denied',
      });
    });

    it('makes none from a credential that is no account key', async () => {
      const container = azurite.container();
      await container.create();
      const limited = { connectionString: await azurite.limitedString(container, 'rcl') };
      const wish = { kind: 'read' as const, expiresOn: systemClock.now() };
      await expect(grantAccess(container.containerName, limited, wish)).rejects.toMatchObject({ code: 'credential-refused' });
    });
  });
});
