import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../src/main/electron/self-test/check.ts';
import { compressionChecks } from '../../src/main/electron/self-test/checks/compression.ts';
import { cryptoChecks } from '../../src/main/electron/self-test/checks/crypto.ts';
import { engineChecks } from '../../src/main/electron/self-test/checks/engine.ts';
import { nativeChecks } from '../../src/main/electron/self-test/checks/native.ts';
import { runChecks } from '../../src/main/electron/self-test/run-checks.ts';
import { describeWith } from '../support/describe-with.ts';
import { finished } from '../support/finished.ts';
import { spawnWithVault } from '../support/keyring.ts';
import { withScratch } from '../support/scratch.ts';

describe('the self-test in plain Node', () => {
  test.each([...cryptoChecks, ...compressionChecks, ...nativeChecks, ...engineChecks])('$name', async (check) => {
    const [report] = await runChecks([check]);
    expect(report).toMatchObject({ name: check.name, passed: true });
  });

  test('a failing check is reported and does not stop the next', async () => {
    const broken = {
      name: 'broken',
      run: () => {
        throw new Error('does not load');
      },
    };
    const reports = await runChecks([broken, { name: 'sound', run: () => 'fine' }]);
    expect(reports.map(({ name, passed }) => [name, passed])).toEqual([
      ['broken', false],
      ['sound', true],
    ]);
    expect(reports[0]?.detail).toContain('does not load');
  });
});

describeWith('keyring', 'the self-test of the vault in plain Node', () => {
  test('keytar', async () => {
    await withScratch(async (home) => {
      const script = fileURLToPath(new URL('./vault-check.ts', import.meta.url));
      // The bus and the keyring may grumble on stderr about rights they do not need.
      const { stdout, stderr, code } = await finished(spawnWithVault(home, [process.execPath, script]));
      if (code !== 0) throw new Error(`ended with ${code}: ${stderr}`);
      expect(JSON.parse(stdout) as CheckReport[]).toEqual([{ name: 'keytar', passed: true, detail: 'set, read, deleted' }]);
    });
  });
});
