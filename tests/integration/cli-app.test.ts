import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Owner } from '../../src/main/cli/app/owner.ts';
import { systemClock } from '../../src/main/clock.ts';
import { describeWith } from '../support/describe-with.ts';
import { dispense, openOwner } from '../support/pharmacy-app.ts';
import { SECRET, TerminalPharmacy } from '../support/terminal-pharmacy.ts';

describeWith('keyring', 'a pharmacy on the command line', () => {
  let pharmacy: TerminalPharmacy;
  beforeAll(() => {
    pharmacy = new TerminalPharmacy();
  });
  afterAll(() => pharmacy.remove());

  test('before anything is set up, it says so', async () => {
    const { code, stderr } = await pharmacy.run(['run']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('lifeboat setup --from FILE')]);
  });

  test('a set-up file that is not right changes nothing', async () => {
    const { code, stderr } = await pharmacy.run(['setup', '--from', 'setup.json']);
    expect(code).toBe(1);
    expect(stderr).toContain('The environment variable MAIL_PASSWORD, which the set-up file names for mail.password, is not set.');
    const status = await pharmacy.json('status', ['status']);
    expect(status).toMatchObject({ code: 1, objects: [{ state: 'not-protected', is_set_up: false, sources: [], destinations: [] }] });
  });

  test('is set up from a file, with papers that only their owner may read and a secret that is in no file', async () => {
    const words = ['setup', '--from', 'setup.json', '--kit', join('papers', 'kit.pdf')];
    const { code, stdout, stderr } = await pharmacy.run(words, { MAIL_PASSWORD: SECRET });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^To be protected: Dispensing database\n[\s\S]*Lifeboat is set up\. Next:\n {2}lifeboat run /);
    for (const name of ['kit.pdf', 'kit-pharmacist-in-charge.pdf']) {
      expect(readFileSync(pharmacy.path('papers', name)).subarray(0, 5).toString()).toBe('%PDF-');
      if (process.platform !== 'win32') expect(statSync(pharmacy.path('papers', name)).mode & 0o077).toBe(0);
    }
    const holding = pharmacy.ownFiles().filter((file) => readFileSync(file).includes(SECRET));
    expect(holding).toEqual([]);
  });

  test('backs up into every place, and proves it', async () => {
    const { code, stdout, stderr } = await pharmacy.run(['run']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Backup Dispensing database -> Copies on-site: done, .* stored$/m);
    expect(stdout).toMatch(/^Copy Scans -> Copies off-site: done, .* stored$/m);
    expect(stdout.match(/^Trial restore Copies \S+ -> .*: done$/gm)).toHaveLength(4);
    expect(stdout).toMatch(/Everything is backed up\.\n$/);
  });

  test('says for other programs how it is protected', async () => {
    const { code, objects } = await pharmacy.json('status', ['status']);
    expect(code).toBe(3);
    expect(objects).toHaveLength(1);
    expect(objects[0]).toMatchObject({
      state: 'needs-attention',
      pharmacy: 'Corner Pharmacy',
      sources: [{ id: 'dispensing', newest_proven: expect.any(String) }, { id: 'scans' }],
      destinations: [{ id: 'on-site', repositories: [{ state: 'here' }] }, { id: 'off-site' }],
      restore_points: Array.from({ length: 4 }, () => expect.objectContaining({ is_proven: true, snapshot: expect.any(String) })),
    });
    const reasons = objects[0]?.reasons as Record<string, unknown>[];
    expect(reasons.find(({ code: reason }) => reason === 'nobody-reachable')).toMatchObject({
      severity: 'amber',
      next: expect.any(String),
    });
  });

  test('proves one source, by its name', async () => {
    const { code, objects } = await pharmacy.json('proof', ['prove', '--source', 'dispensing database']);
    expect(code).toBe(0);
    expect(new Set(objects.map(({ source, destination, passed, level }) => [source, destination, passed, level].join(' ')))).toEqual(
      new Set(['dispensing off-site true opened', 'dispensing on-site true opened']),
    );
  });

  test.each([
    [['run', '--source', 'nothing'], 'Expected: dispensing, scans.'],
    [['run', '--tier', 'top'], 'Expected: critical, important, standard.'],
    [['run', '--tier', 'critical', '--source', 'scans'], 'cannot be used with'],
    [['setup'], "'--from <file>'"],
    [['recover', '--from', 'off-site/copies'], 'protects something on this computer already'],
  ])('%j is refused', async (words, says) => {
    const { code, stderr } = await pharmacy.run(words);
    expect([code, stderr]).toEqual([1, expect.stringContaining(says)]);
  });

  test('while one process serves, the others ask it', async () => {
    const server = pharmacy.start(['serve', '--json']);
    const ended = once(server, 'close');
    try {
      const { link } = await firstObject(server);
      const again = await pharmacy.run(['serve']);
      expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('running on this computer already')]);
      dispense(pharmacy.path('data', 'dispensing.db'), 2, new Date('2026-11-23T16:00:00Z'));
      const run = await pharmacy.json('run', ['run', '--tier', 'critical']);
      expect(run).toMatchObject({ code: 0, objects: [{ run: { status: 'completed', tier: 'critical' } }] });
      expect((await fetch(link as string, { redirect: 'manual' })).status).toBe(303);
      expect((await fetch(link as string, { redirect: 'manual' })).status).toBe(403);
    } finally {
      server.kill('SIGTERM');
    }
    expect((await ended)[0]).toBe(process.platform === 'win32' ? null : 0);
  });

  test('a face whose owner ends asks whoever is the owner then', async () => {
    const app = await openOwner(pharmacy.profile);
    const environment = { ...process.env, LIFEBOAT_PROFILE: pharmacy.profile };
    const call = { surroundings: { clock: systemClock, environment }, signal: new AbortController().signal };
    const owner = await Owner.find(call as unknown as Parameters<typeof Owner.find>[0], {});
    try {
      expect([owner.isHere, (await owner.look((client) => client.sources.list())).length]).toEqual([false, 2]);
      await app.close();
      await expect(owner.ask((client) => client.status.resume())).rejects.toMatchObject({ code: 'owner-not-answering', retryable: true });
      expect([(await owner.look((client) => client.sources.list())).length, owner.isHere]).toEqual([2, true]);
    } finally {
      await owner.close();
    }
  });

  describeWith('paper', 'after everything on the PC was lost', () => {
    beforeAll(() => {
      rmSync(pharmacy.path('data'), { recursive: true });
      rmSync(pharmacy.profile, { recursive: true });
      mkdirSync(pharmacy.path('data'));
      pharmacy.profile = pharmacy.path('new-pc');
    });

    test('recovering needs the key that is on the paper', async () => {
      const without = await pharmacy.run(['recover', '--from', join('off-site', 'copies')]);
      expect([without.code, without.stderr]).toEqual([1, expect.stringContaining('No recovery key was given.')]);
      const key = pharmacy.keyOnPaper(pharmacy.path('papers', 'kit.pdf')).replaceAll(/\s/g, '');
      const mistyped = key.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      const wrong = await pharmacy.run(['recover', '--from', join('off-site', 'copies')], { LIFEBOAT_RECOVERY_KEY: mistyped });
      expect([wrong.code, wrong.stdout]).toEqual([1, '']);
      expect(wrong.stderr).toContain('on the paper');
      expect(wrong.stderr).not.toContain(mistyped.slice(0, 9));
    });

    test('the paper brings everything back, and this PC backs up from then on', async () => {
      const key = pharmacy.keyOnPaper(pharmacy.path('papers', 'kit-pharmacist-in-charge.pdf'));
      const { code, stdout, stderr } = await pharmacy.run(['recover', '--from', join('off-site', 'copies')], {
        LIFEBOAT_RECOVERY_KEY: key,
      });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Recovering Corner Pharmacy');
      expect(stdout).toMatch(/^Dispensing database is back: .*dispensing\.db \(3 of 3 facts as noted at the backup\)$/m);
      expect(stdout + stderr).not.toContain(key.trim().slice(0, 9));
      expect(pharmacy.rows()).toBe(42);
      expect(readdirSync(pharmacy.path('data', 'scans'))).toEqual(['rx-1.tif', 'rx-2.tif', 'rx-3.tif']);
      expect(readFileSync(pharmacy.path('data', 'scans', 'rx-2.tif'), 'utf8')).toBe('scan 2'.repeat(500));
      expect(existsSync(pharmacy.path('new-pc'))).toBe(true);
      // The PC that is gone may come back before this one has backed anything up: it finds out all the same.
      const there = { LIFEBOAT_REPOSITORY: pharmacy.path('off-site', 'copies'), LIFEBOAT_PASSWORD: key.replaceAll(/\s/g, '') };
      expect((await pharmacy.run(['snapshots', '--json'], there)).stdout).toMatch(/"took-over:[0-9a-f-]{36}"/);
      const run = await pharmacy.json('run', ['run', '--source', 'scans']);
      expect(run.code).toBe(0);
    });
  });
});

async function firstObject(child: ChildProcess): Promise<Record<string, unknown>> {
  if (child.stdout === null) throw new Error('The command has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    child.stdout.resume();
    return JSON.parse(line) as Record<string, unknown>;
  }
  throw new Error('The command said nothing.');
}
