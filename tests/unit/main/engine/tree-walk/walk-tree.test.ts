import { describe, expect, test } from '@jest/globals';
import { findNode, MAX_DEPTH, parseSnapshotReference, type WalkOptions, walkTree } from '../../../../../src/main/engine/tree-walk/index.ts';
import { file, folder, node, StoredTrees } from '../restorer/stored-trees.ts';

const stored = new StoredTrees();
const tree = stored.saveFolder({
  b: folder({ 'c.txt': file('c'), d: folder({ e: file('e') }) }),
  a: file('a'),
  z: node({ type: 'symlink', linktarget: 'a' }),
});

async function walked(root: string, options: WalkOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const step of walkTree(stored.repository(), root, options)) lines.push(`${step.kind} ${step.depth} ${step.path}`);
  return lines;
}

describe('walking', () => {
  test('meets a folder before what it holds, in the order of names', async () => {
    expect(await walked(tree)).toEqual(['node 0 /a', 'node 0 /b', 'node 1 /b/c.txt', 'node 1 /b/d', 'node 2 /b/d/e', 'node 0 /z']);
  });

  test('enters only what it is asked to, below the base path', async () => {
    expect(await walked(tree, { basePath: '/x', enters: (path) => path !== '/x/b/d' })).toEqual([
      'node 0 /x/a',
      'node 0 /x/b',
      'node 1 /x/b/c.txt',
      'node 1 /x/b/d',
      'node 0 /x/z',
    ]);
  });

  test('goes on after a folder that cannot be read, but not without the top', async () => {
    const lost = stored.saveFolder({ lost: file('lost') });
    const top = stored.saveFolder({ lost: node({ type: 'dir', subtree: lost }), none: node({ type: 'dir' }), y: file('y') });
    stored.damaged.add(`${stored.locations.get(lost)?.[0]?.pack}:${lost}`);
    expect(await walked(top)).toEqual(['node 0 /lost', 'failure 0 /lost', 'node 0 /none', 'failure 0 /none', 'node 0 /y']);
    await expect(walked(lost)).rejects.toMatchObject({ code: 'blob-damaged' });
  });

  test('a hostile depth ends as a failure', async () => {
    let deep = stored.saveFolder({ bottom: file('x') });
    for (let i = 0; i < MAX_DEPTH; i++) deep = stored.saveFolder({ d: node({ type: 'dir', subtree: deep }) });
    const lines = await walked(deep);
    expect([lines.length, lines.at(-1)]).toEqual([MAX_DEPTH + 1, `failure ${MAX_DEPTH - 1} ${'/d'.repeat(MAX_DEPTH)}`]);
  });
});

describe('finding', () => {
  test.each([
    ['/b/d/e', 'file', '/b/d/e'],
    ['b//./d/', 'dir', '/b/d'],
    ['/z', 'symlink', '/z'],
  ])('%s', async (path, type, normalised) => {
    expect(await findNode(stored.repository(), tree, path)).toMatchObject({ kind: 'entry', path: normalised, node: { type } });
  });

  test.each(['/nothing', '/a/below', '/z/below', '/b/../a'])('%s leads nowhere', async (path) => {
    expect(await findNode(stored.repository(), tree, path)).toBeUndefined();
  });

  test.each(['', '/', './/'])('%j is the top', async (path) => {
    expect(await findNode(stored.repository(), tree, path)).toEqual({ kind: 'top' });
  });
});

test.each([
  ['latest', { snapshot: 'latest', folder: '' }],
  ['ab12:/home/ana', { snapshot: 'ab12', folder: '/home/ana' }],
  ['ab12:/odd:name', { snapshot: 'ab12', folder: '/odd:name' }],
])('%s is taken apart', (text, reference) => {
  expect(parseSnapshotReference(text)).toEqual(reference);
});
