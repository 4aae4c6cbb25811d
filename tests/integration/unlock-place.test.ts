import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

describeWith('restic', "a place that this PC's key does not open any more", () => {
  describeWith('paper', 'and that a paper opens', () => {
    let scratch: Scratch;
    let app: OpenedApp;
    let recoveryKey: string;
    let path: string;
    let label: string;
    const at = (...names: string[]): string => join(scratch.path, ...names);
    const keys = (): string[] => readdirSync(at('nas', 'keys')).toSorted();
    const labels = async (): Promise<string[]> => {
      const listed = JSON.parse(await resticOk(['key', 'list', '--json'], { repo: at('nas'), password: recoveryKey })) as {
        hostName: string;
      }[];
      return listed.map(({ hostName }) => hostName).toSorted();
    };

    beforeAll(async () => {
      scratch = scratchFolder();
      for (const folder of ['data', 'nas', 'paper']) mkdirSync(at(folder));
      const sources = smallSources(at('data'));
      path = sources.path;
      app = await openOwner(at('profile'));
      const client = app.client();
      await setUp(client);
      await client.sources.put({ source: sources.database });
      await client.destinations.add({
        destination: { kind: 'folder', id: 'nas', name: 'NAS', site: 'on-site', isolation: 'online', path: at('nas') },
      });
      label = `pc-${openBootstrap(profileAt(at('profile')), systemClock).installationId}`;
      const [ours = ''] = keys();
      recoveryKey = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper')).recoveryKey;
      // As after its vault was lost: a key file with this PC's label, whose password nobody has.
      writeFileSync(at('lost'), 'a password that is lost');
      await resticOk(['key', 'add', '--host', label, '--new-password-file', at('lost')], { repo: at('nas'), password: recoveryKey });
      rmSync(at('nas', 'keys', ours), { force: true });
    });
    afterAll(async () => {
      await app?.close();
      scratch?.remove();
    });

    it('has one key of this PC afterwards, and the papers', async () => {
      const before = keys();
      expect(await labels()).toEqual([label, 'recovery-owner']);
      await answered(app.client().recovery.unlock({ destination: 'nas', recoveryKey }));
      expect(await labels()).toEqual([label, 'recovery-owner']);
      expect(keys().filter((key) => before.includes(key))).toHaveLength(1);
      dispense(path, 1, new Date());
      const { jobs } = await ended(app.client(), (await app.client().runs.start({})).run);
      await app.settled();
      expect(jobs.map(({ status }) => status)).toContain('completed');
      expect(jobs.filter(({ status }) => status === 'failed')).toEqual([]);
    });

    it('gets none where it opens already', async () => {
      const before = keys();
      await answered(app.client().recovery.unlock({ destination: 'nas', recoveryKey }));
      expect(keys()).toEqual(before);
    });
  });
});
