import { linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BackupSource, SourceEntry } from '../../../../../../src/main/engine/archiver/source/backup-source.ts';
import { createDirectorySource, type DirectorySourceOptions } from '../../../../../../src/main/engine/archiver/source/directory-source.ts';
import { scanDirectory } from '../../../../../../src/main/engine/filesystem/index.ts';
import { withScratch } from '../../../../../support/scratch.ts';

const onPosix = process.platform === 'win32' ? test.skip : test;

// How patterns, tags and roots are understood is held against restic itself in tests/compat/patterns.test.ts.

function fill(folder: string, ...files: string[]): void {
  for (const file of files) {
    mkdirSync(file.endsWith('/') ? join(folder, file) : dirname(join(folder, file)), { recursive: true });
    if (!file.endsWith('/')) writeFileSync(join(folder, file), file);
  }
}

function sourceOf(cwd: string, paths: string[], options: Partial<DirectorySourceOptions> = {}): BackupSource {
  return createDirectorySource({ paths, cwd, scan: (path) => Promise.resolve(scanDirectory(path)), ...options });
}

/** Every place in the snapshot, in the order of the walk. */
async function places(source: BackupSource, entries?: readonly SourceEntry[], above = ''): Promise<string[]> {
  const found: string[] = [];
  for (const entry of entries ?? (await source.roots()).entries) {
    const place = `${above}/${entry.node.name}`;
    found.push(place);
    if (entry.node.type === 'dir') found.push(...(await places(source, (await source.list(entry)).entries, place)));
  }
  return found;
}

describe('a directory source', () => {
  test('gives the folders on the way to a root with their own metadata, and nothing else of them', () =>
    withScratch(async (path) => {
      fill(path, 'a/b/file', 'a/beside');
      const source = sourceOf(path, ['a/b']);
      const { entries } = await source.roots();
      expect(entries).toMatchObject([
        { path: join(path, 'a'), node: { name: 'a', type: 'dir', mtime: scanDirectory(path).nodes[0]?.mtime } },
      ]);
      expect(await places(source)).toEqual(['/a', '/a/b', '/a/b/file']);
      expect(source.paths).toEqual([join(path, 'a/b')]);
    }));

  test('tells where a file\u2019s bytes are', () =>
    withScratch(async (path) => {
      fill(path, 'd/f');
      const source = sourceOf(path, ['d']);
      const [directory] = (await source.roots()).entries;
      const [file] = (await source.list(directory as SourceEntry)).entries;
      expect(source.content(file as SourceEntry)).toEqual({ kind: 'file', path: join(path, 'd/f') });
    }));

  onPosix('keeps a root that is a symlink as one, and follows one on the way', () =>
    withScratch(async (path) => {
      fill(path, 'real/in/file');
      symlinkSync('real', join(path, 'link'));
      expect((await sourceOf(path, ['link']).roots()).entries).toMatchObject([{ node: { type: 'symlink', linktarget: 'real' } }]);
      expect(await places(sourceOf(path, ['link/in']))).toEqual(['/link', '/link/in', '/link/in/file']);
    }),
  );

  onPosix('leaves out sockets, which nothing could bring back', () =>
    withScratch(async (path) => {
      const server = createServer().listen(join(path, 'socket'));
      await new Promise((resolve) => server.once('listening', resolve));
      fill(path, 'file');
      expect(await places(sourceOf(path, ['.']))).toEqual(['/file']);
      server.close();
    }),
  );

  onPosix('of a name that is no UTF-8 is walked and left out by pattern', () =>
    withScratch(async (path) => {
      mkdirSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.of(0xe9)]));
      writeFileSync(Buffer.concat([Buffer.from(`${path}/`), Buffer.of(0xe9), Buffer.from('/f')]), '');
      expect(await places(sourceOf(path, ['.']))).toEqual(['/\udce9', '/\udce9/f']);
      expect(await places(sourceOf(path, ['.'], { exclude: { patterns: ['?/f'] } }))).toEqual(['/\udce9']);
    }),
  );

  test('never enters the repository, and says so if it is itself a root', () =>
    withScratch(async (path) => {
      fill(path, 'repo/config', 'repository-notes', 'file');
      const avoid = [join(path, 'repo')];
      expect(await places(sourceOf(path, ['.'], { avoid }))).toEqual(['/file', '/repository-notes']);
      const { entries, failures } = await sourceOf(path, ['repo/config', 'file'], { avoid }).roots();
      expect([entries.map(({ node }) => node.name), failures]).toEqual([
        ['file'],
        [{ path: join(path, 'repo/config'), reason: 'inside-repository' }],
      ]);
    }));

  test('reports roots that are not there, as long as one is', () =>
    withScratch(async (path) => {
      fill(path, 'here');
      const source = sourceOf(path, ['gone', 'here']);
      expect(source.paths).toEqual([join(path, 'here')]);
      expect(await source.roots()).toMatchObject({
        entries: [{ node: { name: 'here' } }],
        failures: [{ path: join(path, 'gone'), reason: 'ENOENT' }],
      });
    }));

  test('without any root that is there, or is let in, is none', () =>
    withScratch(async (path) => {
      fill(path, 'file');
      expect(() => sourceOf(path, ['gone'])).toThrow(
        expect.objectContaining({ code: 'source-not-found', data: { path: join(path, 'gone') } }),
      );
      expect(() => sourceOf(path, ['gone', 'too'])).toThrow(expect.objectContaining({ code: 'no-source' }));
      await expect(sourceOf(path, ['file'], { exclude: { patterns: ['file'] } }).roots()).rejects.toMatchObject({ code: 'no-source' });
      expect(() => sourceOf(path, ['file'], { exclude: { patterns: ['['] } })).toThrow(expect.objectContaining({ code: 'value-invalid' }));
    }));

  test('that is an empty folder is a source all the same', () =>
    withScratch(async (path) => {
      fill(path, 'empty/');
      expect(await places(sourceOf(join(path, 'empty'), ['.']))).toEqual([]);
      expect(await places(sourceOf(path, ['empty']))).toEqual(['/empty']);
    }));

  test('whose folder cannot be listed says which', () =>
    withScratch(async (path) => {
      fill(path, 'd/f');
      const source = sourceOf(path, ['d']);
      const [directory] = (await source.roots()).entries;
      rmSync(join(path, 'd'), { recursive: true });
      await expect(source.list(directory as SourceEntry)).rejects.toMatchObject({
        code: 'source-unreadable',
        data: { path: join(path, 'd'), reason: 'ENOENT' },
      });
    }));

  test('hands on what could not be looked at, unless it would be left out anyway', () =>
    withScratch(async (path) => {
      fill(path, 'd/f');
      const scan: DirectorySourceOptions['scan'] = (directory) => {
        const reason = 'EIO';
        return Promise.resolve({
          ...scanDirectory(directory),
          failures: [
            { name: 'bad', reason },
            { name: 'bad.tmp', reason },
          ],
          incomplete: [{ name: 'f', reason }],
        });
      };
      const source = sourceOf(path, ['d'], { scan, exclude: { patterns: ['*.tmp'] } });
      const listing = await source.list((await source.roots()).entries[0] as SourceEntry);
      expect(listing.failures).toEqual([{ path: join(path, 'd/bad'), reason: 'EIO' }]);
      expect(listing.incomplete).toEqual([{ path: join(path, 'd/f'), reason: 'EIO' }]);
    }));

  test('keeps both where entries of two places meet at the top', () =>
    withScratch(async (path) => {
      fill(path, 'one/same', 'two/same', 'two/three/x');
      expect(await places(sourceOf(join(path, 'one'), ['.', '../two/three', '../two']))).toEqual([
        '/same',
        '/two',
        '/two/same',
        '/two/three',
        '/two/three/x',
      ]);
      expect(await places(sourceOf(join(path, 'one'), ['.', '../two/same']))).toEqual(['/same', '/two', '/two/same']);
      expect(await places(sourceOf(join(path, 'two/three'), ['.', '..']))).toEqual(['/same', '/three', '/three/x', '/x']);
      linkSync(join(path, 'one/same'), join(path, 'same'));
      expect(await places(sourceOf(join(path, 'one'), ['.', '../same']))).toEqual(['/same', '/same-1']);
    }));
});

describe('staying on one file system', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('keeps mount points, empty', async () => {
    const source = sourceOf('/', ['/'], { exclude: { oneFileSystem: true } });
    const proc = (await source.roots()).entries.find(({ node }) => node.name === 'proc');
    expect(proc).toBeDefined();
    expect((await source.list(proc as SourceEntry)).entries).toEqual([]);
  });

  onLinux('enters one that was asked for, or is not told to stay', async () => {
    for (const [paths, oneFileSystem] of [
      [['/proc', '/'], true],
      [['/'], false],
    ] as const) {
      const source = sourceOf('/', [...paths], { exclude: { oneFileSystem } });
      const proc = (await source.roots()).entries.find(({ node }) => node.name === 'proc');
      expect((await source.list(proc as SourceEntry)).entries.length).toBeGreaterThan(0);
    }
  });
});
