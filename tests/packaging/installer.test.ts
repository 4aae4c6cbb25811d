import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeWith } from '../support/describe-with.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';
import { describeWindows } from '../windows/support/describe-windows.ts';
import { compile, compileTrial, runSilently, takeCalls } from './support/installer/trial.ts';

const PROFILE = 'C:\\\\ProgramData\\\\Lifeboat\\\\settings';

// The release is compiled on Windows, by electron-builder's own NSIS; here the same script is compiled by Debian's.
const describeHere =
  process.platform === 'linux' ? describeWith : (_part: string, title: string, body: () => void) => describe.skip(title, body);

describeHere('installer', 'our part of the installer', () => {
  let scratch: Scratch;
  let app: string;
  beforeAll(async () => {
    scratch = scratchFolder();
    app = join(scratch.path, 'Lifeboat.exe');
    await compile('stand-in-app.nsi', app);
  });
  afterAll(() => scratch.remove());

  test.each([
    ['installer', []],
    ['uninstaller', ['-DBUILD_UNINSTALLER']],
  ])("compiles into the %s beside electron-builder's own scripts, without a warning", async (name, words) => {
    await expect(compileTrial(join(scratch.path, `${name}-trial.exe`), app, ['-WX', '-DTHEIR_CHECK', ...words])).resolves.toBeUndefined();
  });

  describeWindows('under Wine', (machine) => {
    beforeAll(async () => {
      const [installer, maker] = [join(scratch.path, 'Trial.exe'), join(scratch.path, 'Maker.exe')];
      await compileTrial(installer, app, []);
      await compileTrial(maker, app, ['-DBUILD_UNINSTALLER']);
      copyFileSync(installer, machine().path('Trial.exe'));
      copyFileSync(maker, machine().path('Maker.exe'));
      await runSilently(machine(), 'Maker.exe');
    });

    test('a first installation registers the background owner', async () => {
      expect(await runSilently(machine(), 'Trial.exe')).toBe(0);
      expect(await takeCalls(machine())).toEqual(['end what still runs', '--install-background']);
    });

    test('an update asks the owner to end before anything is ended by force, and registers it again', async () => {
      expect(await runSilently(machine(), 'Trial.exe', '--updated')).toBe(0);
      expect(await takeCalls(machine())).toEqual(['--remove-background', 'end what still runs', '--install-background']);
    });

    test('the app is installed even where Windows does not take the background owner', async () => {
      writeFileSync(machine().path('answer.txt'), '3');
      expect(await runSilently(machine(), 'Trial.exe')).toBe(0);
      writeFileSync(machine().path('answer.txt'), '0');
      expect(await takeCalls(machine())).toEqual(['--remove-background', 'end what still runs', '--install-background']);
    });

    test('a removal takes the owner away and keeps the profile, which nobody was asked about', async () => {
      await machine().node(['-e', `fs.mkdirSync('${PROFILE}', { recursive: true })`]);
      await runSilently(machine(), 'Uninstall.exe', '_?=C:\\Program Files\\Lifeboat');
      expect((await takeCalls(machine()))[0]).toBe('--remove-background');
      const left = "console.log(fs.existsSync('C:\\\\Program Files\\\\Lifeboat\\\\Lifeboat.exe'), fs.existsSync('" + PROFILE + "'))";
      expect((await machine().node(['-e', left])).stdout.trim()).toBe('false true');
    });
  });
});
