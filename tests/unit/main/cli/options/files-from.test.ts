import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPathLists } from '../../../../../src/main/cli/options/files-from.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

let folder: Scratch;
let scratch: string;
const write = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(scratch, name);
  await writeFile(path, content);
  return path;
};
beforeAll(async () => {
  folder = scratchFolder();
  scratch = folder.path;
  for (const name of ['b.csv', 'a.csv', 'c.txt']) await write(name, '');
});
afterAll(() => folder.remove());

test('patterns are expanded, notes and empty lines passed over, what fits nothing stays', async () => {
  const list = await write('list', `# note\n\n  ${scratch}/*.csv  \n${scratch}/c.txt\r\n${scratch}/none*\n`);
  expect(await readPathLists({ filesFrom: [list] })).toEqual([
    `${scratch}/a.csv`,
    `${scratch}/b.csv`,
    `${scratch}/c.txt`,
    `${scratch}/none*`,
  ]);
});

test('verbatim lines are paths as they stand', async () => {
  const list = await write('list', '# name\n  spaced \n\nx*\n');
  expect(await readPathLists({ filesFromVerbatim: [list] })).toEqual(['# name', '  spaced ', 'x*']);
});

test('raw names may hold newlines and bytes that are not UTF-8', async () => {
  const list = await write('list', Buffer.from('two\nlines\0caf\xe9\0', 'latin1'));
  expect(await readPathLists({ filesFromRaw: [list] })).toEqual(['two\nlines', 'caf\udce9']);
});

test('a list that is not there is named', async () => {
  await expect(readPathLists({ filesFrom: [join(scratch, 'no')] })).rejects.toMatchObject({
    code: 'io-failed',
    data: { reason: 'ENOENT' },
  });
});
