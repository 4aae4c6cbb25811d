import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { jsonLines } from '../support/command-line.ts';
import { smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { isMissing, PARTS } from '../support/parts.ts';
import { describeWindows } from './support/describe-windows.ts';

const SECRET = 'correct-horse-of-the-mail-server';

/** What is set up, as it is on Windows. */
const SETUP = {
  pharmacy: { name: 'Corner Pharmacy', timeZone: 'America/Chicago' },
  people: [{ name: 'Ana', role: 'owner', email: 'ana@pharmacy.example' }],
  sources: [
    {
      kind: 'sqlite',
      id: 'dispensing',
      name: 'Dispensing database',
      tier: 'critical',
      path: 'D:\\data\\dispensing.db',
      questions: [{ name: 'Last Rx number', sql: 'SELECT max(rx) FROM prescriptions' }],
    },
    { kind: 'folder', id: 'scans', name: 'Scans', tier: 'important', paths: ['D:\\data\\scans'] },
  ],
  destinations: ['on-site', 'off-site'].map((site) => ({
    kind: 'folder',
    id: site,
    name: `Copies ${site}`,
    site,
    path: `D:\\${site}\\copies`,
  })),
  mail: { host: '127.0.0.1', port: 25, security: 'none', from: 'rx@pharmacy.example', password: { env: 'MAIL_PASSWORD' } },
};

/** The story of one pharmacy; each test goes on where the one before ended. The vault is Windows' Credential Manager. */
describeWindows('a pharmacy on Windows, by the command line', (machine) => {
  let recoveryKey = '';
  const profile = { LIFEBOAT_PROFILE: 'C:\\ProgramData\\Lifeboat' };
  const newProfile = { LIFEBOAT_PROFILE: 'C:\\ProgramData\\Lifeboat-anew' };

  async function json(type: string, words: readonly string[], environment: Record<string, string> = profile) {
    const { code, stdout, stderr } = await machine().lifeboat([...words, '--json'], { environment });
    return { code, stderr, objects: jsonLines(stdout).filter(({ message_type }) => message_type === type) };
  }

  /** Names and lengths of the secrets in the Credential Manager; never what they say. */
  async function credentials(): Promise<{ account: string; bytes: number }[]> {
    const { stdout, stderr } = await machine().node(['C:\\lifeboat\\tests\\windows\\support\\programs\\credentials.ts']);
    return JSON.parse(stdout || JSON.stringify(stderr)) as { account: string; bytes: number }[];
  }

  beforeAll(() => {
    for (const folder of ['data', 'on-site', 'off-site', 'papers']) mkdirSync(machine().path(folder));
    smallSources(machine().path('data'));
    writeFileSync(machine().path('setup.json'), JSON.stringify(SETUP));
  });

  test('is set up, with papers, and with its secrets in the Credential Manager', async () => {
    const words = ['setup', '--from', 'setup.json', '--kit', 'papers\\kit.pdf'];
    const { code, stdout, stderr } = await machine().lifeboat(words, { environment: { ...profile, MAIL_PASSWORD: SECRET } });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Lifeboat is set up.');
    expect(readFileSync(machine().path('papers', 'kit.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const kept = await credentials();
    expect(kept.map(({ account }) => account.split(':')[0] ?? '').toSorted()).toEqual(['pc-key', 'wrapping-key']);
    // Windows takes 2,560 bytes; older tools read half of it.
    for (const { bytes } of kept) expect(bytes).toBeLessThan(1200);
  });

  test('is backed up into every place and proven', async () => {
    const { code, stderr, objects } = await json('run', ['run']);
    expect([code, stderr]).toEqual([0, '']);
    const jobs = objects.flatMap(({ jobs: all }) => all as { kind: string; source?: string; destination: string; status: string }[]);
    expect(jobs.map(({ kind, source = '', destination, status }) => `${kind} ${source} ${destination} ${status}`)).toEqual(
      expect.arrayContaining([
        'backup dispensing on-site completed',
        'copy dispensing off-site completed',
        'backup scans on-site completed',
        'copy scans off-site completed',
        'proof dispensing on-site completed',
        'proof dispensing off-site completed',
      ]),
    );
  });

  test('says how it is protected, and what is missing', async () => {
    const { code, objects } = await json('status', ['status']);
    const [status] = objects as {
      state: string;
      is_set_up: boolean;
      sources: { id: string; newest_proven?: unknown }[];
      reasons: { code: string }[];
    }[];
    expect([code, status?.state, status?.is_set_up]).toEqual([3, 'needs-attention', true]);
    expect(status?.sources.map(({ id, newest_proven }) => [id, newest_proven !== undefined])).toEqual([
      ['dispensing', true],
      ['scans', true],
    ]);
    expect(status?.reasons.map(({ code: reason }) => reason)).toEqual(expect.arrayContaining(['nobody-reachable', 'kit-never-tested']));
  });

  (isMissing(PARTS.paper) ? test.skip : test)('comes back on a blank profile from a copy and what is on the paper', async () => {
    const text = execFileSync('pdftotext', ['-layout', machine().path('papers', 'kit.pdf'), '-'], { encoding: 'utf8' });
    recoveryKey = text.split('\n').find((line) => /^\s*(\w{4}\s*-\s*){6}\w{4}\s*$/.test(line)) ?? '';
    const scan = readFileSync(machine().path('data', 'scans', 'rx-2.tif'));
    rmSync(machine().path('data'), { recursive: true });
    rmSync(machine().path('on-site'), { recursive: true });
    const environment = { ...newProfile, LIFEBOAT_RECOVERY_KEY: recoveryKey };
    const { code, stderr, objects } = await json('restore_report', ['recover', '--from', 'D:\\off-site\\copies'], environment);
    expect([code, stderr]).toEqual([0, '']);
    expect(objects.map(({ source, parts }) => [source, (parts as { differences: unknown[] }[])[0]?.differences])).toEqual([
      ['dispensing', []],
      ['scans', []],
    ]);
    expect(readFileSync(machine().path('data', 'scans', 'rx-2.tif'))).toEqual(scan);
    const again = await machine().lifeboat(['recover', '--from', 'D:\\off-site\\copies'], { environment });
    expect(again.code).toBe(1);
  });

  (isMissing(PARTS.paper) ? test.skip : test)('gives its bytes to stock restic on another system, by the key on the paper', async () => {
    const options = { repo: machine().path('off-site', 'copies'), password: recoveryKey.replaceAll(/\s/g, '') };
    await resticOk(['check', '--read-data', '--no-lock'], options);
    await resticOk(['restore', 'latest', '--tag', 'source:scans', '--target', machine().path('by-restic'), '--no-lock'], options);
    expect(readFileSync(join(machine().path('by-restic'), 'D', 'data', 'scans', 'rx-1.tif'))).toEqual(
      readFileSync(machine().path('data', 'scans', 'rx-1.tif')),
    );
  });
});
