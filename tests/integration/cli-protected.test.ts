import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Azurite } from '../support/azurite.ts';
import { describeWith } from '../support/describe-with.ts';
import { finished } from '../support/finished.ts';
import { Mailbox } from '../support/mailbox.ts';
import { SECRET, TerminalPharmacy } from '../support/terminal-pharmacy.ts';

describeWith('keyring', 'a pharmacy that has nothing but a terminal', () => {
  let pharmacy: TerminalPharmacy;
  let azurite: Azurite;
  let mailbox: Mailbox;
  const setup = { MAIL_PASSWORD: SECRET, AZ: '' };

  beforeAll(async () => {
    azurite = await (await import('../support/azurite.ts')).Azurite.start();
    mailbox = new Mailbox();
    const port = await mailbox.open({ disabledCommands: ['STARTTLS', 'AUTH'] });
    setup.AZ = azurite.connectionString();
    pharmacy = new TerminalPharmacy({
      destinations: [
        { kind: 'network-folder', id: 'nas', name: 'NAS', site: 'on-site', path: '' },
        {
          kind: 'azure',
          id: 'cloud',
          name: 'Cloud',
          site: 'off-site',
          account: 'pharmacy',
          container: azurite.container().containerName,
          endpoint: `http://127.0.0.1:${azurite.port}/pharmacy`,
          credential: { connectionString: { env: 'AZ' } },
        },
      ],
      mail: { host: '127.0.0.1', port, security: 'none', from: 'rx@pharmacy.example' },
    });
    pharmacy.change((file) => {
      file.destinations[0].path = pharmacy.path('on-site', 'copies');
    });
  });
  afterAll(async () => {
    pharmacy?.remove();
    await mailbox?.close();
    await azurite?.stop();
  });

  const state = async (): Promise<{ state: unknown; codes: string[]; next: string[] }> => {
    const { objects } = await pharmacy.json('status', ['status']);
    const reasons = objects[0]?.reasons as { code: string; severity: string; next: string }[];
    const bad = reasons.filter(({ severity }) => severity !== 'hint');
    return { state: objects[0]?.state, codes: bad.map(({ code }) => code), next: bad.map(({ next }) => next) };
  };
  const live = (sql: string): void => {
    const database = new Database(pharmacy.path('data', 'dispensing.db'));
    database.exec(sql);
    database.close();
  };

  test('is told which commands are still missing', async () => {
    expect((await pharmacy.run(['setup', '--from', 'setup.json', '--kit', 'papers/kit.pdf'], setup)).stderr).toBe('');
    const { code, stderr } = await pharmacy.run(['run']);
    expect([code, stderr]).toEqual([0, '']);
    expect(await state()).toEqual({
      state: 'needs-attention',
      codes: ['nobody-reachable', 'kit-never-tested'],
      next: [expect.stringContaining('lifeboat people confirm NAME'), expect.stringContaining('lifeboat kit test')],
    });
  });

  test('confirms an address with the code that arrives there', async () => {
    const unknown = await pharmacy.run(['people', 'confirm', 'be']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('Expected: Ana.')]);
    const child = pharmacy.start(['people', 'confirm', 'an'], {}, 'pipe');
    const ended = finished(child);
    while (mailbox.received.length === 0 && child.exitCode === null) await pause(50);
    const [, code = ''] = /\b(\d{6})\b/.exec(mailbox.received[0]?.content.split('\r\n\r\n')[1] ?? '') ?? [];
    child.stdin?.end(`${code}\n`);
    const { code: exit, stdout } = await ended;
    expect([exit, stdout]).toEqual([0, 'The address of Ana is confirmed.\n']);
    expect((await pharmacy.run(['people', 'list'])).stdout).toBe('Ana: ana@pharmacy.example, confirmed\n');
  });

  describeWith('paper', 'and a recovery kit on paper', () => {
    test('tries the key, and is protected then', async () => {
      const other = pharmacy.keyOnPaper(pharmacy.path('papers', 'kit-pharmacist-in-charge.pdf'));
      const wrong = await pharmacy.run(['kit', 'test'], { LIFEBOAT_RECOVERY_KEY: other });
      expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('not the one of the newest paper')]);
      const key = pharmacy.keyOnPaper(pharmacy.path('papers', 'kit.pdf'));
      const { code, stdout } = await pharmacy.run(['kit', 'test'], { LIFEBOAT_RECOVERY_KEY: key });
      expect([code, stdout]).toEqual([0, 'The key opens the copies. The recovery kit is good.\n']);
      expect(await state()).toEqual({ state: 'protected', codes: [], next: [] });
      expect((await pharmacy.run(['status'])).code).toBe(0);
      const { stdout: listed } = await pharmacy.run(['status', '--points']);
      expect(listed).toMatch(/^ID +Time +Source +State +Places$/m);
      expect(listed).toMatch(/^[0-9a-f]{8} {2}\d{4}-.* {2}Dispensing database {2}proven {2}Cloud, NAS$/m);
    });
  });

  test('brings a source back beside what is healthy, once somebody said so', async () => {
    const asked = await pharmacy.run(['restore-source', 'dispensing']);
    expect([asked.code, asked.stderr]).toEqual([1, expect.stringMatching(/^Go ahead\? Type yes: \nThis changes data.*Give --yes/m)]);
    expect(asked.stderr).toContain('It is put beside what is there now, which stays as it is.');
    const before = statSync(pharmacy.path('data', 'dispensing.db')).mtimeMs;
    const { code, stdout } = await pharmacy.run(['restore-source', 'dispensing database', '--yes']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^Dispensing database is back: .* \(3 of 3 facts as noted at the backup\)$/m),
    ]);
    expect(statSync(pharmacy.path('data', 'dispensing.db')).mtimeMs).toBe(before);
    expect(readdirSync(pharmacy.path('data')).filter((name) => name.includes('dispensing'))).toHaveLength(2);
  });

  test('puts it over what is broken, and over what is healthy only when told what would be lost; and undoes it', async () => {
    live('INSERT INTO prescriptions (filled_at) VALUES (1), (2), (3)');
    const over = await pharmacy.run(['restore-source', 'dispensing', '--in-place', '--yes']);
    expect([over.code, over.stderr]).toEqual([0, expect.stringContaining('You would throw away: Last Rx number: 41 to 43.')]);
    expect(pharmacy.rows()).toBe(40);
    expect((await pharmacy.run(['undo', '--list'])).stdout).toMatch(/^\S{8} {2}.* {2}Dispensing database {2}.*dispensing\.db\n$/);
    const undone = await pharmacy.run(['undo', '--yes']);
    expect(undone.stderr).not.toContain('\\n');
    expect([undone.code, undone.stdout, pharmacy.rows()]).toEqual([0, 'Dispensing database is as it was before the restore.\n', 43]);
    expect((await pharmacy.run(['undo', '--yes'])).code).toBe(1);
    truncateSync(pharmacy.path('data', 'dispensing.db'), 5000);
    const { code } = await pharmacy.run(['restore-source', 'dispensing', '--yes']);
    expect([code, pharmacy.rows()]).toEqual([0, 40]);
  });

  test('tidies the cloud up with a credential for once, which is kept nowhere', async () => {
    for (let run = 0; run < 2; run++) {
      live('INSERT INTO prescriptions (filled_at) VALUES (1)');
      expect((await pharmacy.run(['run', '--source', 'dispensing'])).code).toBe(0);
    }
    const without = await pharmacy.run(['maintain', '--place', 'cloud']);
    expect([without.code, without.stdout]).toEqual([1, 'Maintenance Cloud: skipped (this PC may not delete there)\n']);
    const { code, stdout } = await pharmacy.run(['maintain', '--place', 'Cloud', '--json'], {
      AZURE_STORAGE_CONNECTION_STRING: setup.AZ,
    });
    expect(code).toBe(0);
    const { jobs } = JSON.parse(stdout.split('\n').find((line) => line.includes('"run"')) ?? '{}') as {
      jobs: { figures: { snapshots: number } }[];
    };
    expect(jobs[0]?.figures.snapshots).toBeGreaterThan(0);
    const key = /AccountKey=([^;]+)/.exec(setup.AZ)?.[1] ?? setup.AZ;
    expect(pharmacy.ownFiles().filter((file) => readFileSync(file).includes(key))).toEqual([]);
    const again = await pharmacy.run(['maintain', '--place', 'cloud']);
    expect(again.stdout).toContain('this PC may not delete there');
  });
});
