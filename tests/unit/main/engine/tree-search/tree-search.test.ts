import { describe, expect, test } from '@jest/globals';
import { nameCriterion, TreeSearch, VersionLog, walkFindings } from '../../../../../src/main/engine/tree-search/index.ts';
import { MAX_DEPTH } from '../../../../../src/main/engine/tree-walk/index.ts';
import { file, folder, node, StoredTrees } from '../restorer/stored-trees.ts';

const stored = new StoredTrees();
const tree = stored.saveFolder({
  a: folder({ 'x.csv': file('1'), deep: folder({ 'y.csv': file('2'), z: file('3') }) }),
  b: folder({ none: folder({ z: file('3') }) }),
  'c.csv': folder({ inside: file('4') }),
});

async function found(remembered: number): Promise<string[]> {
  const search = new TreeSearch(stored.repository(), nameCriterion({ patterns: ['*.csv'] }), { remembered });
  const paths: string[] = [];
  for (let round = 0; round < 2; round++) for await (const { path } of walkFindings(search, search.top(tree))) paths.push(path);
  return paths;
}

describe('searching', () => {
  test('finds the same however little is remembered', async () => {
    const once = ['/a/deep/y.csv', '/a/x.csv', '/c.csv', '/c.csv/inside'];
    expect(await found(1000)).toEqual([...once, ...once]);
    expect(await found(0)).toEqual([...once, ...once]);
  });

  test('a hostile depth ends as a warning', async () => {
    let deep = stored.saveFolder({ 'bottom.csv': file('x') });
    for (let i = 0; i < MAX_DEPTH; i++) deep = stored.saveFolder({ d: node({ type: 'dir', subtree: deep }) });
    const damaged: string[] = [];
    const search = new TreeSearch(stored.repository(), nameCriterion({ patterns: ['*.csv'] }), {
      onDamaged: (path) => void damaged.push(path),
    });
    expect(await search.findings(search.top(deep), '')).toEqual([]);
    expect(damaged).toEqual(['/d'.repeat(MAX_DEPTH)]);
  });
});

test('a log of versions knows where each was', () => {
  const log = new VersionLog();
  const [one, two] = [{ version: 'one' }, { version: 'two' }];
  log.note({ kind: 'came', path: '/b', found: one }, 0, 0);
  log.note({ kind: 'gone', path: '/b', found: one }, 0, 2);
  log.note({ kind: 'came', path: '/b', found: two }, 0, 2);
  log.note({ kind: 'gone', path: '/b', found: two }, 0, 3);
  log.note({ kind: 'came', path: '/b', found: one }, 0, 3);
  log.note({ kind: 'came', path: '/a', found: one }, 1, 1);
  const versions = Array.from(log.versions()).flat();
  expect(
    versions.map(({ path, found: { version }, positions }) => [
      path,
      version,
      ...Array.from(
        positions(() => 5),
        (pair) => pair.join(':'),
      ),
    ]),
  ).toEqual([
    ['/a', 'one', '1:1', '1:2', '1:3', '1:4'],
    ['/b', 'one', '0:0', '0:1', '0:3', '0:4'],
    ['/b', 'two', '0:2'],
  ]);
});
