import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ContainerClient } from '@azure/storage-blob';
import { systemClock } from '../../src/main/clock.ts';
import { copy, createEngine, type Engine, listSnapshots, type Place, SessionKeeper } from '../../src/main/engine/index.ts';
import { Azurite } from '../support/azurite.ts';
import { CommandLine, PASSWORD } from '../support/command-line.ts';
import { QUICK_ENGINE } from '../support/quick-engine.ts';

/** What a copy needs of the place it reads, and of the one it writes. */
const RIGHTS = { from: 'rcl', to: 'rcdl' } as const;

describe('two containers, each with a token of its own that opens nothing else', () => {
  let azurite: Azurite;
  let engine: Engine;
  let line: CommandLine;
  let from: Place & { token: string };
  let to: Place & { token: string };

  beforeAll(async () => {
    azurite = await Azurite.start();
    const identity = { hostname: 'test', username: 'test', uid: 0, gid: 0, pid: process.pid };
    engine = createEngine({ clock: systemClock, identity, program: 'test', threads: 1, ...QUICK_ENGINE });
    from = await placeIn(azurite.container(), RIGHTS.from);
    to = await placeIn(azurite.container(), RIGHTS.to);
    await engine.init(from, PASSWORD);
    line = await CommandLine.make({ 'rx.csv': 'one\n' });
    await line.ok(['backup', line.source], {
      environment: { LIFEBOAT_REPOSITORY: from.location, AZURE_STORAGE_CONNECTION_STRING: from.token },
    });
  });
  afterAll(async () => {
    line.remove();
    await engine.close();
    await azurite.stop();
  });

  const placeIn = async (container: ContainerClient, rights: string): Promise<Place & { token: string }> => {
    await container.create();
    const token = await azurite.limitedString(container, rights);
    return { location: `azure:${container.containerName}/pharmacy`, azure: { connectionString: token }, token };
  };

  test('the engine makes, opens and copies with the credentials of each place', async () => {
    const source = await engine.open(from, PASSWORD, 'reading');
    try {
      await engine.initFrom(to, source);
      const target = await engine.open(to, PASSWORD, 'appending');
      expect(await copy(source, target)).toMatchObject({ outcome: 'completed', copied: [expect.anything()] });
      await target.close();
    } finally {
      await source.close();
    }
    await expect(engine.assertPresent({ ...to, azure: from.azure ?? {} })).rejects.toMatchObject({ code: 'credential-refused' });
    const keeper = new SessionKeeper(engine);
    expect(await keeper.lease(to, PASSWORD, async (session) => (await listSnapshots(session)).snapshots)).toHaveLength(1);
    await keeper.close();
  });

  test('the command copy takes those of the source by names of their own', async () => {
    const environment = {
      LIFEBOAT_REPOSITORY: to.location,
      AZURE_STORAGE_CONNECTION_STRING: to.token,
      LIFEBOAT_FROM_REPOSITORY: from.location,
    };
    expect((await line.run(['copy'], { environment })).code).not.toBe(0);
    await line.ok(['copy'], { environment: { ...environment, LIFEBOAT_FROM_AZURE_STORAGE_CONNECTION_STRING: from.token } });
  });
});
