import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createStagedSource } from '../../../../../../src/main/engine/archiver/source/staged-source.ts';
import { createStreamSource } from '../../../../../../src/main/engine/archiver/source/stream-source.ts';
import { scanEntry } from '../../../../../../src/main/engine/filesystem/index.ts';
import { withScratch } from '../../../../../support/scratch.ts';

const time = new Date('2026-03-04T05:06:07.008Z');

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('dump');
}

describe('a stream', () => {
  test('is one file at the top, as restic\u2019s --stdin makes it', async () => {
    const source = createStreamSource({ name: 'rx.sql', open: bytes, time });
    expect(source.paths).toEqual(['/rx.sql']);
    const { entries } = await source.roots();
    const when = '2026-03-04T05:06:07.008Z';
    expect(entries).toEqual([
      {
        path: '/rx.sql',
        node: { name: 'rx.sql', type: 'file', mode: 0o644, mtime: when, atime: when, ctime: when, uid: 0, gid: 0, content: null },
      },
    ]);
    expect(source.content(entries[0] ?? { node: { name: '', type: 'file', uid: 0, gid: 0, content: null }, path: '' })).toEqual({
      kind: 'stream',
      open: bytes,
    });
  });

  test('may stand in folders', async () => {
    const source = createStreamSource({ name: '/dumps/daily/rx.sql', open: bytes, time });
    expect(source.paths).toEqual(['/dumps/daily/rx.sql']);
    const [top] = (await source.roots()).entries;
    expect(top).toMatchObject({
      node: { name: 'dumps', type: 'dir', mode: 2 ** 31 + 0o755 },
      path: '/dumps',
      children: [{ path: '/dumps/daily', children: [{ path: '/dumps/daily/rx.sql' }] }],
    });
  });

  test.each(['', '/', '..', 'a/../b', './x'])('cannot be called %j', (name) => {
    expect(() => createStreamSource({ name, open: bytes, time })).toThrow(expect.objectContaining({ code: 'value-invalid' }));
  });
});

describe('a staged file', () => {
  test('has its own name and the staged file\u2019s details and bytes', () =>
    withScratch(async (path) => {
      const staged = join(path, 'tmp-123');
      writeFileSync(staged, 'database');
      const source = createStagedSource({ name: 'db/pharmacy.db', staged, time });
      expect(source.paths).toEqual(['/db/pharmacy.db']);
      const [folder] = (await source.roots()).entries;
      const [file] = folder ? (await source.list(folder)).entries : [];
      expect(file).toEqual({ path: '/db/pharmacy.db', node: scanEntry(staged, 'pharmacy.db').node });
      expect(file && source.content(file)).toEqual({ kind: 'file', path: staged });
    }));

  test('must be there, and a file', () =>
    withScratch((path) => {
      mkdirSync(join(path, 'folder'));
      expect(() => createStagedSource({ name: 'x', staged: join(path, 'none'), time })).toThrow(
        expect.objectContaining({ code: 'source-not-found' }),
      );
      expect(() => createStagedSource({ name: 'x', staged: join(path, 'folder'), time })).toThrow(
        expect.objectContaining({ code: 'source-unreadable' }),
      );
    }));
});
