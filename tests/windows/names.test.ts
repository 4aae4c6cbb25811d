import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from '@jest/globals';
import { jsonLines } from '../support/command-line.ts';
import { resticOk } from '../support/restic.ts';
import { contentsBelow } from '../support/wasteful-site.ts';
import { describeWindows } from './support/describe-windows.ts';
import { PASSWORD } from './support/machine.ts';

/** What Linux calls it, and under what name Windows gets it. */
const RENAMED = {
  CON: 'CON_',
  NUL: 'NUL_',
  'aux.txt': 'aux_.txt',
  'com1.log.old': 'com1_.log.old',
  'a:b': 'a：b',
  'what?': 'what？',
  'all*': 'all＊',
  '<tag>': '＜tag＞',
  'a|b': 'a｜b',
  '"quoted"': '＂quoted＂',
  'back\\slash': 'back＼slash',
  'dot.': 'dot．',
  'space ': 'space␠',
  'line\nbreak': 'line␊break',
  'a.txt': 'a (2).txt',
} as const;
const KEPT = ['A.txt', 'plain.txt', '.hidden', 'com10', 'Año.txt'];

describeWindows('a snapshot made on Linux with names that Windows cannot have', (machine) => {
  const repository = 'D:\\repository';
  let objects: Record<string, unknown>[] = [];
  let code = -1;

  beforeAll(async () => {
    const source = machine().path('linux');
    mkdirSync(`${source}/folder:with colon/inside`, { recursive: true });
    mkdirSync(`${source}/Folder:With Colon`);
    writeFileSync(`${source}/folder:with colon/inside/file`, 'in the first');
    writeFileSync(`${source}/Folder:With Colon/file`, 'in the second');
    for (const name of [...Object.keys(RENAMED), ...KEPT]) writeFileSync(`${source}/${name}`, `content of ${name}`);
    writeFileSync(Buffer.concat([Buffer.from(`${source}/raw`), Buffer.of(0xff)]), 'a name that is no text');
    const there = { repo: machine().path('repository'), password: PASSWORD, cwd: source };
    await resticOk(['init', '--repository-version', '2'], there);
    await resticOk(['backup', '.'], there);
    const result = await machine().lifeboat(['restore', 'latest', '--target', 'D:\\restored', '--verify', '--json', '-r', repository]);
    objects = jsonLines(result.stdout);
    code = result.code;
  });

  test('is restored whole, everything under a name that is safe', () => {
    const expected = Object.fromEntries<string>([
      ...Object.entries(RENAMED).map(([name, standIn]) => [standIn, `content of ${name}`] as const),
      ...KEPT.map((name) => [name, `content of ${name}`] as const),
      ['raw%FF', 'a name that is no text'],
      ['Folder：With Colon/file', 'in the second'],
      ['folder：with colon (2)/inside/file', 'in the first'],
    ]);
    expect(utf8(contentsBelow(machine().path('restored')))).toEqual(expected);
  });

  test('and each other name is told, which makes the restore one with warnings', () => {
    const told = objects.filter((object) => object['message_type'] === 'warning');
    expect(new Set(told.map((warning) => warning['code']))).toEqual(new Set(['renamed']));
    expect(Object.fromEntries(told.map(({ item, detail }) => [item, detail]))).toEqual({
      ...Object.fromEntries(Object.entries(RENAMED).map(([name, standIn]) => [`/${name}`, standIn])),
      '/raw\udcff': 'raw%FF',
      '/Folder:With Colon': 'Folder：With Colon',
      '/folder:with colon': 'folder：with colon (2)',
    });
    expect(objects.at(-1)).toMatchObject({ message_type: 'summary' });
    expect(code).toBe(3);
  });

  test('a second restore finds it all there', async () => {
    const again = await machine().lifeboat(['restore', 'latest', '--target', 'D:\\restored', '--json', '-r', repository]);
    expect(jsonLines(again.stdout).at(-1)).toMatchObject({ files_new: 0, files_replaced: 0 });
    expect(readdirSync(machine().path('restored')).filter((name) => name.startsWith('.lb-'))).toEqual([]);
  });
});

function utf8(contents: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text, 'latin1').toString('utf8')]));
}
