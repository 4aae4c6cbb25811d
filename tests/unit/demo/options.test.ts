import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../../demo/options.ts';

describe('parseOptions', () => {
  test('has defaults', () => {
    expect(parseOptions([])).toEqual({ seed: 'lifeboat', size: 48_000_000, keep: false, folder: undefined, help: false });
  });

  test('takes --keep with and without a folder', () => {
    expect(parseOptions(['--keep'])).toMatchObject({ keep: true, folder: undefined });
    expect(parseOptions(['--keep', '/tmp/here', '--seed', 'x'])).toMatchObject({ keep: true, folder: '/tmp/here', seed: 'x' });
  });

  test.each([[['/tmp/here']], [['--keep', 'a', 'b']], [['--size', '0']], [['--size', 'big']], [['--sede', 'x']]])('refuses %j', (args) => {
    expect(() => parseOptions(args)).toThrow();
  });
});
