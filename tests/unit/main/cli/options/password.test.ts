import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { passwordSources, readPassword } from '../../../../../src/main/cli/options/password.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

let folder: Scratch;
let scratch: string;
beforeAll(() => {
  folder = scratchFolder();
  scratch = folder.path;
});
afterAll(() => folder.remove());

const file = async (content: string | Buffer): Promise<string> => {
  const path = join(scratch, 'password');
  await writeFile(path, content);
  return path;
};

describe('where the password comes from', () => {
  test('options, then our environment, then restic’s', () => {
    const environment = { LIFEBOAT_PASSWORD: 'ours', RESTIC_PASSWORD: 'theirs', RESTIC_PASSWORD_FILE: '/f' };
    expect(passwordSources({ passwordFile: '/p' }, environment).file).toBe('/p');
    expect(passwordSources({}, environment)).toMatchObject({ text: 'ours', file: undefined });
    expect(passwordSources({}, { ...environment, LIFEBOAT_PASSWORD: '' })).toMatchObject({ text: 'theirs', file: '/f' });
    expect(passwordSources({}, {})).toEqual({});
  });

  test('nowhere gives nothing', async () => {
    expect(await readPassword({})).toBeUndefined();
  });
});

describe('a password file', () => {
  test.each([
    ['secret\n', 'secret'],
    ['  two words \r\n', 'two words'],
    ['\ufeffmark\n', 'mark'],
    ['Paßwort €\u00a0', 'Paßwort €'],
  ])('%j', async (content, password) => {
    expect(await readPassword({ file: await file(content) })).toBe(password);
  });

  test('an empty one is no password', async () => {
    await expect(readPassword({ file: await file('\n') })).rejects.toMatchObject({ code: 'password-missing' });
  });

  test('a missing one is named', async () => {
    const path = join(scratch, 'nowhere');
    await expect(readPassword({ file: path })).rejects.toMatchObject({ code: 'io-failed', data: { path, reason: 'ENOENT' } });
  });
});

describe('a password command', () => {
  const node = `"${process.execPath}"`;

  test('gives what it prints', async () => {
    expect(await readPassword({ command: `${node} -e "console.log(process.argv[1])" -- 'from command'` })).toBe('from command');
  });

  test('that fails says so and does not tell its arguments', async () => {
    const failing = readPassword({ command: `${node} -e "process.exit(4)" hidden` });
    await expect(failing).rejects.toMatchObject({ code: 'password-command-failed', data: { command: process.execPath, exitCode: 4 } });
    await expect(failing).rejects.not.toThrow('hidden');
  });

  test('that prints nothing, or is not there, is a failure', async () => {
    await expect(readPassword({ command: `${node} -e ""` })).rejects.toMatchObject({ code: 'password-command-failed' });
    await expect(readPassword({ command: join(scratch, 'no-such-program') })).rejects.toMatchObject({ data: { exitCode: 127 } });
  });

  test('stops when the work is stopped', async () => {
    const controller = new AbortController();
    const reading = readPassword({ command: `${node} -e "setTimeout(()=>{},60000)"` }, controller.signal);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
  });
});
