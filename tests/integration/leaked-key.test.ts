import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenedApp } from '../../src/main/app.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { Drive } from '../../src/main/places/index.ts';
import { openBootstrap, profileAt } from '../../src/main/profile/index.ts';
import { createCredentialVault, createSecretStore } from '../../src/main/vault/index.ts';
import { describeWith } from '../support/describe-with.ts';
import { disksSeen } from '../support/disks-seen.ts';
import { readKit } from '../support/kit-paper.ts';
import { answered, dispense, ended, openOwner, setUp, smallSources } from '../support/pharmacy-app.ts';
import { restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { SimulatedTimers } from '../support/simulated-month.ts';

describeWith('restic', 'a recovery key that leaked', () => {
  describeWith('paper', 'where some places are away', () => {
    let scratch: Scratch;
    let app: OpenedApp;
    let path: string;
    let leaked: string;
    let oldPcKey: string;
    let paper: string;
    let drives: Drive[] = [];
    const timers = new SimulatedTimers();
    const at = (...names: string[]): string => join(scratch.path, ...names);
    const open = async (profile = 'profile'): Promise<OpenedApp> => {
      const opened = await openOwner(at(profile), { timers, listDrives: () => Promise.resolve(drives) });
      await opened.start();
      return opened;
    };
    const opens = async (repo: string, password: string): Promise<boolean> => {
      const { code, stderr } = await restic(['snapshots', '--no-lock'], { repo, password });
      if (code !== 0) expect(stderr).toMatch(/wrong password or no key found/);
      return code === 0;
    };
    const masterOf = async (repo: string, password: string): Promise<string> => await resticOk(['cat', 'masterkey'], { repo, password });
    const plug = (...labels: string[]): void => {
      drives = labels.map((label) => ({ path: at(label), volumeId: undefined, label, isRemovable: true }));
    };
    const pcKey = async (): Promise<string> => {
      const { installationId, wrapped } = openBootstrap(profileAt(at('profile')), systemClock);
      return await createCredentialVault({ secrets: createSecretStore({ installationId }), bootstrap: wrapped }).pcKey();
    };
    /** What the status says of the dispensing database and of the app as a whole. */
    const reasons = async (): Promise<string[]> => {
      const { protection } = await app.client().status.get();
      return protection.reasons.filter(({ source = 'dispensing' }) => source === 'dispensing').map(({ code }) => code);
    };

    beforeAll(async () => {
      scratch = scratchFolder();
      for (const folder of ['data', 'nas', 'safe', 'A', 'B', 'C', 'paper', 'back']) mkdirSync(at(folder));
      const sources = smallSources(at('data'));
      path = sources.path;
      plug('A', 'B', 'C');
      app = await open();
      const client = app.client();
      await setUp(client);
      await client.sources.put({ source: sources.database });
      for (const [id, site] of [['nas', 'on-site'] as const, ['safe', 'off-site'] as const]) {
        await client.destinations.add({ destination: { kind: 'folder', id, name: id, site, isolation: 'online', path: at(id) } });
      }
      const set = { kind: 'usb-set', id: 'drives', name: 'Drives', site: 'off-site', isolation: 'offline', awayLimitDays: 9 } as const;
      await client.destinations.add({ destination: { ...set, disks: [] } });
      for (const label of ['A', 'B', 'C']) await answered(client.destinations.addDisk({ destination: 'drives', label, path: at(label) }));
      leaked = readKit((await client.kit.make({ holder: 'owner' })).pdf, at('paper')).recoveryKey;
      expect(await client.kit.test({ holder: 'owner', key: leaked })).toEqual({ passed: true });
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
      oldPcKey = await pcKey();
      await client.destinations.removeDisk({ destination: 'drives', disk: 'c' });
      // At home and in the bank.
      plug('A');
      renameSync(at('safe'), at('away'));
    });
    afterAll(async () => {
      await app?.close();
      scratch?.remove();
    });

    it('is told what it costs before anything is done, and begins new copies with new keys wherever that is possible', async () => {
      const client = app.client();
      const facts = await client.kit.leak();
      expect(facts).toMatchObject({
        here: [{ destination: 'nas' }, { destination: 'drives', disk: 'a' }],
        away: [{ destination: 'safe' }, { destination: 'drives', disk: 'b' }],
      });
      expect(facts.bytes).toBeGreaterThan(0);
      expect(existsSync(at('nas-2'))).toBe(false);

      const { run = '' } = await answered(client.kit.declareLeaked());
      const begun = await ended(client, run);
      expect(begun.run.trigger).toBe('manual');
      expect(begun.jobs.map(({ kind, destination, disk, status, reason }) => [kind, disk ?? destination, status, reason])).toEqual(
        expect.arrayContaining([
          ['renewal', 'nas', 'completed', undefined],
          ['renewal', 'a', 'completed', undefined],
          ['renewal', 'safe', 'skipped', 'destination-unreachable'],
          ['renewal', 'b', 'skipped', 'destination-away'],
        ]),
      );
      await app.settled();
      for (const repo of [at('nas-2'), at('A', 'Lifeboat', 'repository-2')]) {
        for (const key of [leaked, oldPcKey]) expect(await opens(repo, key)).toBe(false);
        expect(await opens(repo, await pcKey())).toBe(true);
      }
      const oldMaster = await masterOf(at('nas'), leaked);
      const newMaster = await masterOf(at('nas-2'), await pcKey());
      expect(newMaster).not.toBe(oldMaster);
      expect(await masterOf(at('A', 'Lifeboat', 'repository-2'), await pcKey())).toBe(newMaster);
    });

    it('leaves the status truthful: the old copies, proofs and papers count for nothing', async () => {
      const said = await reasons();
      expect(said).toEqual(expect.arrayContaining(['new-copies-pending', 'kit-never-tested', 'kit-stale']));
      const { protection } = await app.client().status.get();
      const safe = protection.coverage.find(({ destination }) => destination === 'safe');
      expect(safe).toMatchObject({ mark: 'never' });
      expect(safe).not.toHaveProperty('newestProven');
      // Everything was backed up once more by itself.
      expect(protection.coverage.find(({ destination }) => destination === 'nas')).toMatchObject({ mark: 'fine' });
      expect((await app.client().kit.test({ holder: 'owner', key: leaked })).passed).toBe(false);
    });

    it('has new papers, whose keys open what is new', async () => {
      const { pdf } = await app.client().kit.make({ holder: 'owner' });
      const { recoveryKey, locations } = readKit(pdf, at('paper'));
      paper = recoveryKey;
      expect(locations).toContain(at('nas-2'));
      expect(locations).not.toContain(at('nas'));
      expect(await opens(at('nas-2'), recoveryKey)).toBe(true);
      expect(await opens(at('nas'), recoveryKey)).toBe(false);
      expect(await app.client().kit.test({ holder: 'owner', key: recoveryKey })).toEqual({ passed: true });
      expect(await reasons()).not.toContain('kit-stale');
    });

    it('keeps the old copies to restore from, and writes to them no more', async () => {
      const client = app.client();
      const before = await resticOk(['snapshots', '--json', '--no-lock'], { repo: at('nas'), password: leaked });
      dispense(path, 2, new Date());
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
      expect(await resticOk(['snapshots', '--json', '--no-lock'], { repo: at('nas'), password: leaked })).toBe(before);

      const { copies } = await client.kit.retired();
      const old = copies.find(({ of }) => of.destination === 'nas');
      expect(old).toMatchObject({ id: 'nas-old', location: at('nas'), points: 1, mayForget: true });
      const points = await client.restore.timeline({ source: 'dispensing' });
      const copy = points.flatMap((point) => point.copies).find(({ destination }) => destination === 'nas-old');
      expect(copy).toMatchObject({ isReachable: true });
      const to = { way: 'folder', path: at('back') } as const;
      const item = { source: 'dispensing', destination: 'nas-old', snapshot: copy?.snapshot ?? '', to, include: [] };
      const { run } = await ended(client, (await answered(client.restore.start({ items: [item] }))).run);
      expect(run.status).toBe('completed');
      expect(
        readFileSync(join(at('back'), 'dispensing.db'))
          .subarray(0, 15)
          .toString(),
      ).toBe('SQLite format 3');
    });

    it('reaches the places that were away when they are back, also after Lifeboat was started again', async () => {
      await app.close();
      renameSync(at('away'), at('safe'));
      app = await open();
      await app.settled();
      plug('A', 'B');
      await disksSeen(app.client(), 'drives', ['A', 'B'], () => timers.run({ to: 60_000 }));
      await app.settled();
      const newMaster = await masterOf(at('nas-2'), await pcKey());
      for (const repo of [at('safe-2'), at('B', 'Lifeboat', 'repository-2')]) {
        expect(await opens(repo, leaked)).toBe(false);
        expect(await masterOf(repo, await pcKey())).toBe(newMaster);
      }
      expect(await reasons()).not.toContain('new-copies-pending');
      expect((await app.client().kit.retired()).waiting).toEqual([]);
      await answered(app.client().kit.forgetRetired({ id: 'nas-old' }));
      expect((await app.client().kit.retired()).copies.map(({ id }) => id)).not.toContain('nas-old');
      expect(existsSync(at('nas', 'config'))).toBe(true);
    });

    it('takes disks back into the set: one that has new copies already, and one that was out of it when the key leaked', async () => {
      const client = app.client();
      const disks = async () => {
        const set = (await client.destinations.list()).find(({ destination }) => destination.id === 'drives')?.destination;
        return set?.kind === 'usb-set' ? set.disks.map(({ label, folder }) => [label, folder]) : [];
      };
      const written = await resticOk(['snapshots', '--no-lock', '--json'], {
        repo: at('B', 'Lifeboat', 'repository-2'),
        password: await pcKey(),
      });
      await client.destinations.removeDisk({ destination: 'drives', disk: 'b' });
      plug('A', 'B', 'C');
      for (const label of ['B', 'C']) await answered(client.destinations.addDisk({ destination: 'drives', label, path: at(label) }));
      expect(await disks()).toEqual(['A', 'B', 'C'].map((label) => [label, 'repository-2']));
      await disksSeen(client, 'drives', ['A', 'B', 'C'], () => timers.run({ to: 60_000 }));
      await app.settled();
      const newMaster = await masterOf(at('nas-2'), await pcKey());
      expect(await masterOf(at('C', 'Lifeboat', 'repository-2'), await pcKey())).toBe(newMaster);
      expect(await opens(at('C', 'Lifeboat', 'repository-2'), leaked)).toBe(false);
      await ended(client, (await client.runs.start({})).run);
      await app.settled();
      const now = await resticOk(['snapshots', '--no-lock', '--json'], {
        repo: at('B', 'Lifeboat', 'repository-2'),
        password: await pcKey(),
      });
      for (const { id } of JSON.parse(written) as { id: string }[]) expect(now).toContain(id);

      // What lay on them before is known, and within reach.
      const { copies } = await client.kit.retired();
      const old = copies.filter(({ of }) => of.disk === 'b' || of.disk === 'c');
      expect(old.map(({ name, points, mayForget }) => [name, points, mayForget])).toEqual(
        expect.arrayContaining([
          ['B', 1, true],
          ['C', 1, true],
        ]),
      );
      const timeline = await client.restore.timeline({ source: 'dispensing' });
      for (const { id } of old) {
        const copy = timeline.flatMap((point) => point.copies).find(({ destination }) => destination === id);
        expect(copy).toMatchObject({ isReachable: true });
        expect(
          await answered(client.restore.browse({ destination: id, disk: copy?.disk, snapshot: copy?.snapshot ?? '', path: '/' })),
        ).not.toEqual([]);
      }
    });

    /** Whether something in old copies can be looked at. */
    const canBrowse = async (destination: string): Promise<boolean> => {
      const timeline = await app.client().restore.timeline({ source: 'dispensing' });
      const copy = timeline.flatMap((point) => point.copies).find((one) => one.destination === destination);
      if (copy === undefined) return false;
      const { disk, snapshot } = copy;
      return (await answered(app.client().restore.browse({ destination, disk, snapshot, path: '/' }))).length > 0;
    };

    it('knows the old copies again when its store was lost', async () => {
      const before = (await app.client().kit.retired()).copies;
      await app.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${profileAt(at('profile')).database}${end}`, { force: true });
      app = await open();
      await app.settled();
      const { copies } = await app.client().kit.retired();
      expect(copies).toEqual(before);
      for (const { id, isShut } of copies) {
        expect(isShut).toBe(false);
        expect(await canBrowse(id)).toBe(true);
      }
    });

    it('lets a PC that takes over later open the old copies with a paper of then', async () => {
      const known = (await app.client().kit.retired()).copies.map(({ id }) => id);
      await app.close();
      app = await open('new-pc');
      await answered(app.client().recovery.takeOver({ location: at('nas-2'), recoveryKey: paper }));
      const { copies } = await app.client().kit.retired();
      expect(copies.map(({ id, points, isShut }) => [id, points, isShut])).toEqual(known.map((id) => [id, 0, true]));
      await expect(app.client().recovery.unlock({ destination: 'safe-old', recoveryKey: paper })).rejects.toMatchObject({
        data: { code: 'recovery-key-refused', data: { isOld: true } },
      });
      expect(await canBrowse('safe-old')).toBe(false);
      for (const destination of ['safe-old', 'drives-b-old']) {
        await answered(app.client().recovery.unlock({ destination, recoveryKey: leaked }));
        expect(await canBrowse(destination)).toBe(true);
      }
      // It has a key of its own there: the paper is not asked for again, whatever becomes of this PC's key.
      await answered(app.client().kit.declareLeaked());
      await app.settled();
      await app.close();
      app = await open('new-pc');
      await app.settled();
      const now = (await app.client().kit.retired()).copies;
      expect(
        now
          .filter(({ isShut }) => isShut)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(['drives-a-old', 'drives-c-old']);
      for (const destination of ['safe-old', 'drives-b-old']) expect(await canBrowse(destination)).toBe(true);
    });
  });
});
