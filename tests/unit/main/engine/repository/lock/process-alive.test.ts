import { spawnSync } from 'node:child_process';
import { expect, jest, test } from '@jest/globals';
import { isProcessAlive } from '../../../../../../src/main/engine/repository/lock/process-alive.ts';

test('this process is alive, one that ended is not', () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(process.ppid)).toBe(true);
  expect(isProcessAlive(spawnSync(process.execPath, ['--version']).pid)).toBe(false);
});

test.each([
  0,
  -1,
  -process.pid,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 31,
  2 ** 32 + process.pid,
  Number.MAX_SAFE_INTEGER,
  2 ** 60,
])('%d is no process, and nobody is signalled', (pid) => {
  const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  try {
    expect(isProcessAlive(pid)).toBe(false);
    expect(kill).not.toHaveBeenCalled();
  } finally {
    kill.mockRestore();
  }
});
