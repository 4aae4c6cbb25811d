import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BackupInput, backup, listTree, restore } from '../../src/main/engine/index.ts';
import { Workshop } from '../support/workshop.ts';

describe('a backup of several inputs', () => {
  let shop: Workshop;
  beforeEach(() => {
    shop = new Workshop();
  });
  afterEach(async () => await shop.close());

  async function* text(...parts: string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) yield await Promise.resolve(Buffer.from(part));
  }

  async function make(inputs: BackupInput[]) {
    const repository = await shop.repository();
    const result = await shop.within(
      repository,
      'appending',
      async (session) => await backup(session, { source: { kind: 'combined', inputs } }),
    );
    return { repository, result };
  }

  it('holds files at their own places beside streams and staged files in folders that are joined', async () => {
    mkdirSync(shop.path('scans'), { recursive: true });
    writeFileSync(shop.path('scans', 'rx.tif'), 'a scan');
    writeFileSync(shop.path('scans', 'thumbs.db'), 'not wanted');
    writeFileSync(shop.path('staged'), 'pages');
    const { repository, result } = await make([
      { kind: 'paths', paths: [shop.path('scans')], exclude: { patterns: ['thumbs.db'] } },
      { kind: 'stream', name: 'database/main/database.dump', open: () => text('dump') },
      { kind: 'staged', name: 'database/main/pages.sqlite', path: shop.path('staged') },
    ]);
    expect(result.outcome).toBe('completed');
    const target = shop.path('back');
    await shop.within(repository, 'reading', async (session) => {
      const names: string[] = [];
      for await (const { path } of listTree(session, { snapshot: 'latest', recursive: true })) names.push(path);
      expect(names).toEqual(
        expect.arrayContaining(['/database/main/database.dump', '/database/main/pages.sqlite', shop.path('scans', 'rx.tif')]),
      );
      expect(names).not.toContain(shop.path('scans', 'thumbs.db'));
      await restore(session, { snapshot: 'latest', target });
    });
    expect(readFileSync(`${target}/database/main/database.dump`, 'utf8')).toBe('dump');
    expect(readFileSync(`${target}${shop.path('scans', 'rx.tif')}`, 'utf8')).toBe('a scan');
  });

  it('opens streams one after the other, so that the last can tell what the first were', async () => {
    let written = 0;
    const counted = (...parts: string[]) =>
      async function* () {
        for await (const chunk of text(...parts)) {
          written += chunk.length;
          yield chunk;
        }
      };
    const { repository } = await make([
      { kind: 'stream', name: 'z/first', open: counted('12', '345') },
      { kind: 'stream', name: 'm/second', open: counted('6789') },
      {
        kind: 'stream',
        name: 'a/last',
        open: async function* () {
          yield* text(`${written} bytes before`);
        },
      },
    ]);
    const target = shop.path('back');
    await shop.within(repository, 'reading', async (session) => await restore(session, { snapshot: 'latest', target }));
    expect(readFileSync(`${target}/a/last`, 'utf8')).toBe('9 bytes before');
  });

  it('refuses two inputs that want the same place', async () => {
    await expect(
      make([
        { kind: 'stream', name: 'same', open: () => text('1') },
        { kind: 'stream', name: 'same', open: () => text('2') },
      ]),
    ).rejects.toMatchObject({ code: 'value-invalid' });
  });

  it('takes over what did not change since the parent', async () => {
    mkdirSync(shop.path('scans'), { recursive: true });
    writeFileSync(shop.path('scans', 'rx.tif'), 'a scan');
    const repository = await shop.repository();
    const once = async () =>
      await shop.within(
        repository,
        'appending',
        async (session) =>
          await backup(session, {
            source: {
              kind: 'combined',
              inputs: [
                { kind: 'paths', paths: [shop.path('scans')] },
                { kind: 'stream', name: 'note', open: () => text('n') },
              ],
            },
          }),
      );
    await once();
    expect((await once()).counts).toMatchObject({ filesUnmodified: 1 });
  });
});
