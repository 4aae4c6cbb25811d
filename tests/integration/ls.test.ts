import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ListedEntry, type ListRequest, listTree } from '../../src/main/engine/index.ts';
import { NOT_UTF8 } from '../support/odd-tree.ts';
import { pathForSystem } from '../../src/main/engine/format/name.ts';
import { Workshop } from '../support/workshop.ts';

describe('ls', () => {
  const shop = new Workshop(1);
  let repo = '';
  let source = '';

  beforeAll(async () => {
    repo = await shop.repository();
    source = shop.path('source');
    mkdirSync(`${source}/sub/deeper`, { recursive: true });
    writeFileSync(`${source}/a.txt`, 'twelve bytes');
    writeFileSync(`${source}/sub/deeper/b`, '');
    writeFileSync(pathForSystem(`${source}/sub/${NOT_UTF8}`), 'odd');
    symlinkSync('a.txt', `${source}/link`);
    await shop.backup(repo, [source], { tags: ['first'] });
  });
  afterAll(async () => await shop.close());

  const list = async (request: Partial<ListRequest> = {}): Promise<ListedEntry[]> =>
    await shop.within(repo, 'reading', async (session) => await Array.fromAsync(listTree(session, { snapshot: 'latest', ...request })));
  const paths = async (request: Partial<ListRequest>): Promise<string[]> =>
    (await list(request)).map(({ path }) => path.replace(source, ''));

  test('without a path gives everything, the folders above the source too', async () => {
    const all = (await list()).map(({ path }) => path);
    expect(all[0]).toBe(`/${source.split('/')[1]}`);
    expect(all.slice(-7)).toEqual(
      ['', '/a.txt', '/link', '/sub', `/sub/${NOT_UTF8}`, '/sub/deeper', '/sub/deeper/b'].map((path) => source + path),
    );
  });

  test('for a folder gives its own entries, and more only if asked', async () => {
    expect(await paths({ path: source })).toEqual(['/a.txt', '/link', '/sub']);
    expect(await paths({ path: `${source}/sub/`, recursive: true })).toEqual([`/sub/${NOT_UTF8}`, '/sub/deeper', '/sub/deeper/b']);
    expect(await list({ path: '/' })).toMatchObject([{ path: `/${source.split('/')[1]}`, type: 'dir' }]);
  });

  test('for anything else gives the entry', async () => {
    expect(await list({ path: `${source}/a.txt` })).toMatchObject([
      { name: 'a.txt', type: 'file', size: 12, mtime: expect.stringMatching(/Z$/) },
    ]);
    expect(await list({ path: `${source}/link` })).toMatchObject([{ type: 'symlink', linktarget: 'a.txt' }]);
  });

  test('a folder may stand behind the snapshot; paths are those of the snapshot', async () => {
    expect(await paths({ snapshot: `latest:${source}/sub` })).toEqual([`/sub/${NOT_UTF8}`, '/sub/deeper', '/sub/deeper/b']);
    expect(await paths({ snapshot: `latest:${source}`, path: '/sub/deeper' })).toEqual(['/sub/deeper/b']);
  });

  test('what is not there is an error', async () => {
    await expect(list({ path: '/nowhere' })).rejects.toMatchObject({ code: 'path-not-found', data: { path: '/nowhere' } });
    await expect(list({ path: `${source}/a.txt/below` })).rejects.toMatchObject({ code: 'path-not-found' });
    await expect(list({ filter: { tags: [['second']] } })).rejects.toMatchObject({ code: 'snapshot-not-found' });
  });
});
