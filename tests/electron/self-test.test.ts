import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../src/main/electron/self-test/check.ts';
import { finished } from '../support/finished.ts';
import { spawnWithVault } from '../support/keyring.ts';
import { withScratch } from '../support/scratch.ts';

interface SelfTestReport {
  readonly passed: boolean;
  readonly versions: Readonly<Record<string, string>>;
  readonly main: readonly CheckReport[];
  readonly engineProcess: readonly CheckReport[];
}

const ELECTRON = new URL('../../node_modules/electron/', import.meta.url);
const ENTRY = fileURLToPath(new URL('../../dist/main/electron/self-test/entry.js', import.meta.url));
/** The job that is there for this test sets it, so that the test cannot quietly stay away. */
const isRequired = process.env['LIFEBOAT_ELECTRON'] === 'required';

/** Path of Electron's program, if `npx install-electron` has fetched it. Asking the package itself would fetch it. */
function electronProgram(): string | undefined {
  const pathFile = new URL('path.txt', ELECTRON);
  if (!existsSync(pathFile)) return undefined;
  const program = fileURLToPath(new URL(`dist/${readFileSync(pathFile, 'utf8')}`, ELECTRON));
  return existsSync(program) ? program : undefined;
}

/** Electron on Linux wants a display even without a window, and no sandbox where the kernel gives users none. */
function commandFor(program: string): [string, ...string[]] {
  if (process.platform !== 'linux') return [program, ENTRY];
  return ['xvfb-run', '-a', program, '--no-sandbox', ENTRY];
}

const program = electronProgram();
const describeElectron = program || isRequired ? describe : describe.skip;

describeElectron('the self-test in real Electron (npx install-electron fetches it)', () => {
  test('everything the product rests on works in the main process and in a utility process', async () => {
    if (!program) throw new Error('Electron is not there: run `npx install-electron` first.');
    await withScratch(async (home) => {
      const { stdout, stderr, code } = await finished(spawnWithVault(home, commandFor(program)));
      const start = stdout.indexOf('{');
      if (start < 0) throw new Error(`Electron ended with ${code} and no report:\n${stderr}\n${stdout}`);
      const report = JSON.parse(stdout.slice(start)) as SelfTestReport;
      console.log(`Electron ${report.versions['electron']}, Node ${report.versions['node']}`);
      const failed = [...report.main, ...report.engineProcess].filter(({ passed }) => !passed);
      expect({ code, failed, passed: report.passed }).toEqual({ code: 0, failed: [], passed: true });
    });
  });
});
