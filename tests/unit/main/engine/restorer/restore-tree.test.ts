import { chmod, lstat, mkdir, readdir, readFile, readlink, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNames, nameFromBytes } from '../../../../../src/main/engine/format/name.ts';
import { nameRules } from '../../../../../src/main/engine/restorer/index.ts';
import { pictureOf, planTree, restoreTree, temporariesIn, withScratch } from './restoring.ts';
import { type Entry, type Folder, file, folder, node, StoredTrees } from './stored-trees.ts';

const safeName = fc
  .uint8Array({ minLength: 1, maxLength: 12 })
  .map((bytes) => nameFromBytes(bytes.map((byte) => (byte === 0 || byte === 0x2f ? 0x61 : byte))))
  .filter((name) => name !== '.' && name !== '..');
const blobs = fc.array(
  fc.constantFrom('a', 'bb', 'a longer piece of text', '\0'.repeat(5000), 'z'.repeat(70_000)).map((text) => Buffer.from(text)),
  { maxLength: 5 },
);
const { tree: anyFolder } = fc.letrec<{ tree: Folder; entry: Entry }>((tie) => ({
  tree: fc.dictionary(safeName, tie('entry'), { maxKeys: 5, depthIdentifier: 'tree' }),
  entry: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'tree' },
    blobs.map((content) => file(content)),
    fc.constant(node({ type: 'symlink', linktarget: '/does/not/exist' })),
    tie('tree').map((entries) => folder(entries)),
  ),
}));

/** The picture a stored folder should give. */
function expectedPicture(stored: StoredTrees, tree: string): Promise<string[]> {
  return withScratch(async (scratch) => {
    await restoreTree(stored, tree, scratch);
    return pictureOf(scratch);
  });
}

describe('restoring a tree', () => {
  test('any tree comes back as it was stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyFolder, fc.integer({ min: 1, max: 4 }), async (entries, blobsPerPack) => {
        await withScratch(async (scratch) => {
          const stored = new StoredTrees(blobsPerPack);
          const { warnings } = await restoreTree(stored, stored.saveFolder(entries), scratch);
          expect(warnings).toEqual([]);
          expect(pictureOf(scratch)).toEqual(linesOf(entries));
          expect(new Set(stored.packsRead).size).toBe(stored.packsRead.length);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('more files than may be open at once, each from two packs', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(300);
      const entries: Folder = {};
      for (let i = 0; i < 300; i++) stored.save('data', Buffer.from(`first ${i}`));
      for (let i = 0; i < 300; i++) entries[`file ${i}`] = file([Buffer.from(`first ${i}`), Buffer.from(`second ${i}`)]);
      const { filesRestored, bytesRestored, plan } = await restoreTree(stored, stored.saveFolder(entries), scratch);
      expect([filesRestored, bytesRestored, plan.fetch.packs.length]).toEqual([300, plan.summary.bytes, 2]);
      for (let i = 0; i < 300; i++) expect(await readFile(join(scratch, `file ${i}`), 'utf8')).toBe(`first ${i}second ${i}`);
    });
  });

  test('hard links are one file again', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const link = { inode: 7, device_id: 3, links: 3 };
      const tree = stored.saveFolder({
        a: file('same', link),
        b: folder({ c: file('same', link) }),
        d: file('other', { ...link, device_id: 4 }),
        e: file('changed', link),
      });
      const { filesRestored, warnings } = await restoreTree(stored, tree, scratch);
      const inodes = await Promise.all(['a', 'b/c', 'd', 'e'].map(async (path) => (await stat(join(scratch, path))).ino));
      expect([filesRestored, warnings]).toEqual([4, []]);
      expect(inodes[0]).toBe(inodes[1]);
      expect(new Set(inodes).size).toBe(3);
      expect(await readFile(join(scratch, 'e'), 'utf8')).toBe('changed');
      const again = await restoreTree(stored, tree, scratch);
      expect(again.plan.summary).toMatchObject({ filesNew: 0, filesReplaced: 0, filesUnchanged: 4 });
    });
  });

  test('a hard link is never made to a file that was kept as it is', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const link = { inode: 7, device_id: 3, links: 3 };
      const tree = stored.saveFolder({ a: file('stored', link), b: file('stored', link), c: file('stored', link) });
      await writeFile(join(scratch, 'a'), 'mine');
      const { plan } = await restoreTree(stored, tree, scratch, { order: { overwrite: 'never' } });
      const contents = await Promise.all(['a', 'b', 'c'].map((name) => readFile(join(scratch, name), 'utf8')));
      expect([contents, plan.summary.filesKept]).toEqual([['mine', 'stored', 'stored'], 1]);
      expect((await stat(join(scratch, 'b'))).ino).toBe((await stat(join(scratch, 'c'))).ino);
    });
  });

  test('by the rules of Windows, what has a name that cannot be there or differs in case only gets another, and that is told', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({
        File: file('first'),
        file: file('second'),
        'a:b': file('x'),
        con: folder({ inside: file('x') }),
        ok: folder({ File: file('x') }),
      });
      const { warnings } = await restoreTree(stored, tree, scratch, { order: { names: nameRules('win32') } });
      expect(warnings).toEqual([
        { code: 'renamed', path: '/a:b', detail: 'a：b' },
        { code: 'renamed', path: '/file', detail: 'file (2)' },
        { code: 'renamed', path: '/con', detail: 'con_' },
      ]);
      const restored = (await readdir(scratch, { recursive: true })).sort();
      expect(restored).toEqual(['File', 'a：b', 'con_', 'con_/inside', 'file (2)', 'ok', 'ok/File'].sort());
      expect(await readFile(join(scratch, 'file (2)'), 'utf8')).toBe('second');
      const again = await restoreTree(stored, tree, scratch, { order: { names: nameRules('win32') } });
      expect(again.plan.summary).toMatchObject({ filesNew: 0, filesReplaced: 0, filesUnchanged: 5 });
    });
  });

  test('a link that has become a file of its own is a link again', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const link = { inode: 7, device_id: 3, links: 2 };
      const tree = stored.saveFolder({ a: file('same', link), b: file('same', link) });
      await writeFile(join(scratch, 'a'), 'same');
      await writeFile(join(scratch, 'b'), 'same');
      await restoreTree(stored, tree, scratch);
      expect((await stat(join(scratch, 'a'))).ino).toBe((await stat(join(scratch, 'b'))).ino);
      expect(await temporariesIn(scratch)).toEqual([]);
    });
  });

  test('runs of zeros are holes, and are not even fetched where they come back', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees(1);
      const zeros = Buffer.alloc(1024 * 1024);
      const tree = stored.saveFolder({ holes: file([Buffer.from('start'), zeros, zeros, zeros, Buffer.from('end')]), empty: file('') });
      const { plan } = await restoreTree(stored, tree, scratch);
      const { size, blocks } = await stat(join(scratch, 'holes'));
      expect(size).toBe(3 * zeros.length + 8);
      expect(blocks * 512).toBeLessThan(zeros.length);
      expect([plan.fetch.packs.length, plan.allocatedBytes]).toEqual([2, 8]);
      expect(
        Buffer.compare(
          await readFile(join(scratch, 'holes')),
          Buffer.concat([Buffer.from('start'), zeros, zeros, zeros, Buffer.from('end')]),
        ),
      ).toBe(0);
    });
  });

  test('include and exclude choose by the path in the snapshot', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({
        work: folder({ 'a.txt': file('a'), 'b.log': file('b'), sub: folder({ 'c.txt': file('c') }) }),
        other: folder({ 'd.md': file('d') }),
      });
      const { plan } = await restoreTree(stored, tree, scratch, { include: ['*.txt'], exclude: ['/work/sub'] });
      expect(await readdir(scratch, { recursive: true })).toEqual(['work', 'work/a.txt']);
      expect(plan.summary).toMatchObject({ filesNew: 1, dirs: 1, bytes: 1 });
    });
  });

  test('verify reads back what is there', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ a: file('content'), b: file('more') });
      expect((await restoreTree(stored, tree, scratch, { verify: true })).filesVerified).toBe(2);
      const spoil = (progress: { kind: string; phase?: string }): void =>
        void (progress.phase === 'metadata' && spoiled.push(writeFile(join(scratch, 'a'), 'CONTENT')));
      const spoiled: Promise<void>[] = [];
      const { filesVerified, warnings } = await restoreTree(stored, tree, scratch, { verify: true, onProgress: spoil });
      await Promise.all(spoiled);
      expect([filesVerified, warnings]).toEqual([1, [{ code: 'not-restored', path: '/a', detail: 'wrong-hash' }]]);
    });
  });

  test('folders get their times after their content, and stay closed if they were', async () => {
    await withScratch(async (scratch) => {
      const stored = new StoredTrees();
      const tree = stored.saveFolder({ closed: folder({ inside: file('x') }, { mode: 2 ** 31 + 0o500 }) });
      await restoreTree(stored, tree, scratch);
      const closed = await stat(join(scratch, 'closed'), { bigint: true });
      expect([Number(closed.mode) & 0o777, closed.mtimeNs % 1_000_000_000n]).toEqual([0o500, 123_456_789n]);
      await chmod(join(scratch, 'closed'), 0o700);
    });
  });
});

describe('restoring into a filled folder', () => {
  const stored = new StoredTrees();
  const tree = stored.saveFolder({ same: file('same'), edited: file('stored'), longer: file('stored'), missing: file('missing') });

  async function fill(scratch: string): Promise<void> {
    await writeFile(join(scratch, 'same'), 'same');
    await writeFile(join(scratch, 'edited'), 'edited');
    await utimes(join(scratch, 'edited'), 0, Date.parse('2024-02-03T04:05:06Z') / 1000 + 0.123456789);
    await writeFile(join(scratch, 'longer'), 'longer than stored');
    await writeFile(join(scratch, 'stranger'), 'stays');
  }

  test.each([
    ['always', { filesNew: 1, filesReplaced: 2, filesUnchanged: 1, filesKept: 0 }, ['same', 'stored', 'stored', 'missing']],
    ['if-changed', { filesNew: 1, filesReplaced: 2, filesUnchanged: 1, filesKept: 0 }, ['same', 'edited', 'stored', 'missing']],
    ['never', { filesNew: 1, filesReplaced: 0, filesUnchanged: 0, filesKept: 3 }, ['same', 'edited', 'longer than stored', 'missing']],
  ] as const)('%s', async (overwrite, counts, contents) => {
    await withScratch(async (scratch) => {
      await fill(scratch);
      const before = await stat(join(scratch, 'same'));
      const { plan } = await restoreTree(stored, tree, scratch, { order: { overwrite } });
      expect(plan.summary).toMatchObject(counts);
      const found = await Promise.all(['same', 'edited', 'longer', 'missing'].map((name) => readFile(join(scratch, name), 'utf8')));
      expect(found).toEqual(contents);
      expect(await readFile(join(scratch, 'stranger'), 'utf8')).toBe('stays');
      if (overwrite === 'always') expect((await stat(join(scratch, 'same'))).ino).toBe(before.ino);
    });
  });

  test('a file left in place gets its details back, and only if they differ', async () => {
    await withScratch(async (scratch) => {
      await restoreTree(stored, tree, scratch);
      const settled = await stat(join(scratch, 'same'), { bigint: true });
      await restoreTree(stored, tree, scratch);
      expect((await stat(join(scratch, 'same'), { bigint: true })).ctimeNs).toBe(settled.ctimeNs);
      await chmod(join(scratch, 'same'), 0o600);
      await restoreTree(stored, tree, scratch);
      expect((await stat(join(scratch, 'same'))).mode & 0o777).toBe(0o644);
    });
  });

  test('a plan touches nothing', async () => {
    await withScratch(async (scratch) => {
      await fill(scratch);
      const before = pictureOf(scratch);
      const plan = await planTree(stored, tree, join(scratch), {});
      expect(plan.summary).toMatchObject({ bytes: 19, packBytes: expect.any(Number), freeBytes: expect.any(Number) });
      expect(pictureOf(scratch)).toEqual(before);
      const elsewhere = await planTree(stored, tree, join(scratch, 'not', 'there'), {});
      expect(elsewhere.summary.filesNew).toBe(4);
      expect(pictureOf(scratch)).toEqual(before);
    });
  });

  test('a folder with something in it does not give way to a file, an empty one does', async () => {
    await withScratch(async (scratch) => {
      await mkdir(join(scratch, 'same'));
      await mkdir(join(scratch, 'edited', 'inside'), { recursive: true });
      const { warnings } = await restoreTree(stored, tree, scratch);
      expect(warnings).toEqual([{ code: 'not-restored', path: '/edited', detail: 'EISDIR' }]);
      expect(await readFile(join(scratch, 'same'), 'utf8')).toBe('same');
      expect(await readdir(join(scratch, 'edited'))).toEqual(['inside']);
    });
  });

  test('links and files in the place of links are replaced', async () => {
    await withScratch(async (scratch) => {
      const links = stored.saveFolder({
        one: node({ type: 'symlink', linktarget: 'new' }),
        two: node({ type: 'symlink', linktarget: 'new' }),
      });
      await symlink('old', join(scratch, 'one'));
      await writeFile(join(scratch, 'two'), 'a file');
      await restoreTree(stored, links, scratch);
      expect([await readlink(join(scratch, 'one')), await readlink(join(scratch, 'two'))]).toEqual(['new', 'new']);
    });
  });
});

test('a second restore of the same gives the same picture', async () => {
  const stored = new StoredTrees();
  const tree = stored.saveFolder({ a: file('a'), d: folder({ fifo: node({ type: 'fifo' }), socket: node({ type: 'socket' }) }) });
  const picture = await expectedPicture(stored, tree);
  await withScratch(async (scratch) => {
    await restoreTree(stored, tree, scratch);
    const { warnings } = await restoreTree(stored, tree, scratch);
    expect([pictureOf(scratch), warnings]).toEqual([picture, []]);
    expect((await lstat(join(scratch, 'd/fifo'))).isFIFO()).toBe(true);
    await expect(lstat(join(scratch, 'd/socket'))).rejects.toThrow('ENOENT');
  });
});

/** The same picture as `pictureOf` gives, from what was stored. */
function linesOf(entries: Folder, prefix = ''): string[] {
  const time = '2024-02-03T04:05:06.123456789Z';
  const names = Object.keys(entries).sort(compareNames);
  return names.flatMap((name) => {
    const entry = entries[name] as Entry;
    const path = `${prefix}/${name}`;
    if (entry.kind === 'folder') return [`${path} dir ${2 ** 31 + 0o755} ${time} `, ...linesOf(entry.entries, path)];
    if (entry.kind === 'file') return [`${path} file 420 ${time} ${Buffer.concat(entry.blobs).toString('base64')}`];
    return [`${path} symlink ${2 ** 27 + 0o777}  ${entry.node.linktarget}`];
  });
}
