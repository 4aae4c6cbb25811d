import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { KEY_COST } from '../../../../src/main/engine/repository/keys/index.ts';
import { forkHost, SupervisedHost } from '../../../../src/main/engine-host/index.ts';
import { thisIdentity } from '../../../../src/main/identity.ts';
import { sourceSchema } from '../../../../src/shared/model/source.ts';
import { withScratch } from '../../../support/scratch.ts';

describe('the engine process', () => {
  it('gives locks and private folders back when it is ended in the middle of its work', async () => {
    await withScratch(async (root) => {
      const deaths: string[] = [];
      const host = new SupervisedHost(
        { identity: thisIdentity({}), program: 'lifeboat test', threads: 1 },
        {
          start: forkHost,
          wait: async (milliseconds) => await pause(milliseconds, undefined, { ref: false }),
          onDeath: (how) => deaths.push(how),
        },
      ).host();
      const at = { location: join(root, 'repository'), password: 'this pc' };
      mkdirSync(join(root, 'scans'));
      for (let number = 0; number < 300; number++) writeFileSync(join(root, 'scans', `${number}.tif`), `scan ${number}`.repeat(2000));
      const source = sourceSchema.parse({ kind: 'folder', id: 'scans', name: 'S', tier: 'important', paths: [join(root, 'scans')] });
      await host.createRepository({ at, label: 'pc-test' });
      // Most tests take cheap keys: the program itself must not.
      const [key = ''] = readdirSync(join(at.location, 'keys'));
      expect(JSON.parse(readFileSync(join(at.location, 'keys', key), 'utf8'))).toMatchObject(KEY_COST);
      const locked = Promise.withResolvers<void>();
      const work = host.backup(
        { at, source, secrets: {}, scratch: join(root, 'work'), installation: 'i', run: 'r' },
        { onProgress: (fact) => (fact.kind === 'phase' && fact.phase === 'loading-snapshots' ? locked.resolve() : undefined) },
      );
      const failed = work.catch((error: unknown) => error);
      await Promise.race([locked.promise, work]);
      await host.close();
      expect(await failed).toMatchObject({ code: 'engine-died' });
      expect(readdirSync(join(at.location, 'locks'))).toEqual([]);
      expect(existsSync(join(root, 'work'))).toBe(false);
      expect(deaths).toEqual([]);
    });
  });
});
