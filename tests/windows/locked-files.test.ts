import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { jsonLines } from '../support/command-line.ts';
import { smallSources } from '../support/pharmacy-app.ts';
import { resticOk } from '../support/restic.ts';
import { describeWindows } from './support/describe-windows.ts';
import { PASSWORD } from './support/machine.ts';
import { backupOfFrozenOn, whileHeldOn } from './support/programs/index.ts';

const PROFILE = 'C:\\ProgramData\\Lifeboat';
const LEFT_BEHIND = '{0f3d2c1b-1111-2222-3333-444455556666}';

const SETUP = {
  pharmacy: { name: 'Corner Pharmacy', timeZone: 'America/Chicago' },
  people: [{ name: 'Ana', role: 'owner' }],
  sources: [
    { kind: 'folder', id: 'scans', name: 'Scans', tier: 'critical', paths: ['D:\\data\\scans'] },
    { kind: 'vendor-file', id: 'nightly', name: 'Nightly file', tier: 'critical', folder: 'D:\\data\\nightly', pattern: '*.bak' },
    { kind: 'sqlite', id: 'dispensing', name: 'Dispensing', tier: 'critical', path: 'D:\\data\\dispensing.db' },
  ],
  destinations: [{ kind: 'folder', id: 'safe', name: 'Safe', site: 'on-site', path: 'D:\\copies' }],
};

/** Wine has no shadow copies, and its PowerShell answers nothing: a PC whose account has no right to make them. */
describeWindows('files that other programs keep to themselves', (machine) => {
  beforeAll(async () => {
    mkdirSync(machine().path('data', 'nightly'), { recursive: true });
    smallSources(machine().path('data'));
    writeFileSync(machine().path('data', 'nightly', 'pms.bak'), 'TAPE of the night');
    copyFileSync(machine().path('data', 'dispensing.db'), machine().path('data', 'rx.db'));
    cpSync(machine().path('data'), machine().path('frozen'), { recursive: true });
    writeFileSync(machine().path('setup.json'), JSON.stringify(SETUP));
    await machine().ok(['setup', '--from', 'setup.json', '--kit', 'kit.pdf', '--profile', PROFILE]);
  });

  async function runWhileHeld(file: string, source: string) {
    const words = ['run', '--source', source, '--json', '--profile', PROFILE];
    const { code, stdout } = await whileHeldOn(machine(), file, words);
    const run = jsonLines(stdout).find(({ message_type }) => message_type === 'run');
    return { code, warnings: run?.['warnings'] as { code: string; path: string }[], jobs: run?.['jobs'] as Record<string, unknown>[] };
  }

  test('are in a backup where the drive can be frozen, whatever kind of source they are of', async () => {
    const held = ['D:\\data\\rx.db', 'D:\\data\\scans\\rx-2.tif', 'D:\\data\\nightly\\pms.bak'];
    writeFileSync(machine().path('data', 'scans', 'rx-2.tif'), 'half of something');
    const { warnings, notes, released } = await backupOfFrozenOn(machine(), ...held);
    expect({ warnings, notes, released }).toEqual({ warnings: [], notes: [{ part: 'nightly', code: 'vendor-file-growing' }], released: 1 });
    const options = { repo: machine().path('repository'), password: PASSWORD };
    await resticOk(['restore', 'latest', '--target', machine().path('restored')], options);
    for (const file of ['scans/rx-1.tif', 'scans/rx-2.tif', 'nightly/pms.bak']) {
      expect(readFileSync(machine().path('restored', 'D', 'data', file))).toEqual(readFileSync(machine().path('frozen', file)));
    }
    expect(existsSync(machine().path('restored', 'database', 'dispensing', 'database.sqlite'))).toBe(true);
  });

  test('are named in a backup of a folder where the account may not freeze it, and the others are in it', async () => {
    const { code, warnings, jobs } = await runWhileHeld('D:\\data\\scans\\rx-1.tif', 'scans');
    expect(code).toBe(3);
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'unreadable', path: 'D:\\data\\scans\\rx-1.tif', detail: 'EBUSY' }),
      expect.objectContaining({ code: 'file-locked', path: 'scans', detail: 'io-failed' }),
    ]);
    expect(jobs[0]).toMatchObject({ kind: 'backup', status: 'completed-with-warnings' });
  });

  test('a vendor’s newest file is a failure: nothing of it would be in the backup', async () => {
    const { code, jobs } = await runWhileHeld('D:\\data\\nightly\\pms.bak', 'nightly');
    expect(code).toBe(1);
    expect(jobs[0]).toMatchObject({ status: 'failed', error: { code: 'source-busy', data: { path: 'D:\\data\\nightly\\pms.bak' } } });
  });

  test('a database that somebody keeps to himself is a failure with its reason', async () => {
    const { code, jobs } = await runWhileHeld('D:\\data\\dispensing.db', 'dispensing');
    expect(code).toBe(1);
    expect(jobs[0]).toMatchObject({ status: 'failed', error: { code: 'source-busy' } });
  });

  test('what a process that died left frozen is given back by the next one', async () => {
    const note = `${PROFILE}\\shadows\\${LEFT_BEHIND}`;
    const look = async (code: string) => (await machine().node(['-e', code])).stdout.trim();
    const path = JSON.stringify(note);
    await look(`fs.mkdirSync(require('path').dirname(${path}), { recursive: true }); fs.writeFileSync(${path}, '')`);
    await machine().ok(['run', '--source', 'scans', '--profile', PROFILE]);
    expect(await look(`console.log(fs.existsSync(${path}))`)).toBe('false');
  });
});
