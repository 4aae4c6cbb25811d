import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { fromSystemError, isMissing } from '../../../../../../src/main/engine/backend/local/system-error.ts';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write' });
}

describe('failures of the operating system', () => {
  test.each([
    ['ENOSPC', 'no-space', false],
    ['EDQUOT', 'no-space', false],
    ['EFBIG', 'no-space', false],
    ['EROFS', 'read-only', false],
    ['EACCES', 'permission-denied', false],
    ['EPERM', 'permission-denied', false],
    ['ENODEV', 'place-unreachable', true],
    ['ESTALE', 'place-unreachable', true],
    ['EHOSTDOWN', 'place-unreachable', true],
    ['ETIMEDOUT', 'place-unreachable', true],
    ['EIO', 'io-failed', true],
    ['EBUSY', 'io-failed', true],
    ['ENAMETOOLONG', 'io-failed', false],
  ])('%s is %s', (code, expected, retryable) => {
    expect(fromSystemError(failure(code), '/place/file', '/place')).toMatchObject({ code: expected, retryable });
  });

  test('a bug is not dressed up as one', () => {
    const bug = new TypeError('x is undefined');
    expect(fromSystemError(bug, '/place/file', '/place')).toBe(bug);
  });

  test('what Node really throws is understood', async () => {
    const error: unknown = await readFile('/no/such/file').catch((thrown: unknown) => thrown);
    expect(isMissing(error)).toBe(true);
  });
});
