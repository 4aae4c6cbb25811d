import { describe, expect, it } from '@jest/globals';
import { readCommandLine } from '../../../../src/main/electron/command-line.ts';

describe('the command line of the program', () => {
  it.each([
    [[], { mode: 'window', isHidden: false, profile: undefined }],
    [['--hidden'], { mode: 'window', isHidden: true, profile: undefined }],
    [['--background'], { mode: 'background', isHidden: false, profile: undefined }],
    [['--smoke-test', '--profile=C:\\Data'], { mode: 'smoke-test', isHidden: false, profile: 'C:\\Data' }],
    [['--profile', '/srv/profile', '--hidden'], { mode: 'window', isHidden: true, profile: '/srv/profile' }],
    [['--install-background'], { mode: 'install-background', isHidden: false, profile: undefined }],
    [['--remove-background'], { mode: 'remove-background', isHidden: false, profile: undefined }],
    [['--allow-file-access', '.', '-x', '--profile'], { mode: 'window', isHidden: false, profile: undefined }],
    [['--profile', '--hidden'], { mode: 'window', isHidden: true, profile: undefined }],
  ])('%j', (words, start) => {
    expect(readCommandLine(words)).toEqual(start);
  });
});
