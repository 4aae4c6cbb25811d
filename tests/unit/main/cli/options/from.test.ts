import { describe, expect, test } from '@jest/globals';
import { fromLocation, fromPasswordSources } from '../../../../../src/main/cli/options/from.ts';

describe('the repository to copy from', () => {
  test('is the option, else our environment, else that of restic', () => {
    const environment = { LIFEBOAT_FROM_REPOSITORY: 'ours', RESTIC_FROM_REPOSITORY: 'theirs', LIFEBOAT_REPOSITORY: 'target' };
    expect(fromLocation({ fromRepo: 'option' }, environment)).toBe('option');
    expect(fromLocation({}, environment)).toBe('ours');
    expect(fromLocation({}, { RESTIC_FROM_REPOSITORY: 'theirs' })).toBe('theirs');
    expect(() => fromLocation({}, { LIFEBOAT_REPOSITORY: 'target' })).toThrow(expect.objectContaining({ code: 'location-missing' }));
  });

  test('has a password of its own, from the option, our environment or that of restic', () => {
    const theirs = { RESTIC_FROM_PASSWORD_COMMAND: 'theirs' };
    const ours = { LIFEBOAT_FROM_PASSWORD: 'ours', ...theirs };
    expect(fromPasswordSources({ fromPasswordFile: 'file' }, ours)).toEqual({ file: 'file' });
    expect(fromPasswordSources({ fromPasswordCommand: 'command' }, ours)).toEqual({ command: 'command' });
    expect(fromPasswordSources({}, ours)).toMatchObject({ text: 'ours' });
    expect(fromPasswordSources({}, { LIFEBOAT_FROM_PASSWORD_FILE: 'file', ...ours })).toMatchObject({ file: 'file' });
    expect(fromPasswordSources({}, theirs)).toMatchObject({ command: 'theirs' });
    expect(fromPasswordSources({}, { LIFEBOAT_PASSWORD: 'of the target' })).toEqual({});
  });
});
