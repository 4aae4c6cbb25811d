import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { createSecretStore, createCredentialVault } from '../../src/main/vault/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describeWith('restic', 'a PC that is lost', () => {
  describeWith('paper', 'after another took over', () => {
    let scratch: Scratch;
    let app: OpenedApp;
    let oldKey: string;
    let path: string;
    const at = (...names: string[]): string => join(scratch.path, ...names);
    /** Whether the lost PC's key opens it, as stock restic sees that. */
    const opens = async (place: string): Promise<boolean> => {
      const { code, stderr } = await restic(['snapshots', '--no-lock'], { repo: at(place), password: oldKey });
      if (code !== 0) expect(stderr).toMatch(/wrong password or no key found/);
      return code === 0;
    };

    beforeAll(async () => {
      scratch = scratchFolder();
      for (const folder of ['data', 'nas', 'safe', 'paper']) mkdirSync(at(folder));
      const sources = smallSources(at('data'));
      path = sources.path;
      app = await openOwner(at('old-pc'));
      let client = app.client();
      await setUp(client);
      await client.sources.put({ source: sources.database });
      for (const [id, site] of [['nas', 'on-site'] as const, ['safe', 'off-site'] as const]) {
        await client.destinations.add({ destination: { kind: 'folder', id, name: id, site, isolation: 'online', path: at(id) } });
      }
      const { recoveryKey } = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper'));
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
      await app.close();
      const { installationId, wrapped } = openBootstrap(profileAt(at('old-pc')), systemClock);
      oldKey = await createCredentialVault({ secrets: createSecretStore({ installationId }), bootstrap: wrapped }).pcKey();
      app = await openOwner(at('new-pc'));
      client = app.client();
      await answered(client.recovery.takeOver({ location: at('nas'), recoveryKey }));
      // As where the take-over could not remove it: the key is there again, under its label.
      writeFileSync(at('old-key'), oldKey);
      for (const repo of ['nas', 'safe']) {
        const words = ['key', 'add', '--host', `pc-${installationId}`, '--new-password-file', at('old-key')];
        await resticOk(words, { repo: at(repo), password: recoveryKey });
      }
    });
    afterAll(async () => {
      await app?.close();
      scratch?.remove();
    });

    const report = { wasStolen: true, noticedAt: '2026-11-30T08:00:00Z', paperWithIt: false, pcDisk: 'unknown' } as const;

    it('loses its key wherever it can be reached, and it is said where not yet', async () => {
      const client = app.client();
      renameSync(at('safe'), at('in the safe'));
      expect(await opens('nas')).toBe(true);
      const { run = '' } = await answered(client.destinations.declareLost({ thing: {}, report }));
      const { jobs } = await ended(client, run);
      expect(jobs.map(({ kind, destination, status }) => `${kind} ${destination} ${status}`).toSorted()).toEqual([
        'key-removal nas completed',
        'key-removal safe skipped',
      ]);
      expect(await opens('nas')).toBe(false);
      expect((await client.destinations.losses()).losses[0]?.facts.keysLeft).toEqual([{ destination: 'safe', state: 'not-looked' }]);
    });

    it('loses it in a place that was away when that comes back', async () => {
      const client = app.client();
      renameSync(at('in the safe'), at('safe'));
      expect(await opens('safe')).toBe(true);
      dispense(path, 1, new Date());
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
      expect(await opens('safe')).toBe(false);
      expect((await client.destinations.losses()).losses[0]?.facts.keysLeft).toEqual([]);
      const removals = await client.runs.history({ kinds: ['key-removal'] });
      expect(removals.map(({ run: { trigger, status } }) => [trigger, status])).toEqual([
        ['follow-up', 'completed'],
        ['manual', 'completed'],
      ]);
    });
  });
});
