import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { restore, undoRestore } from '../../src/main/engine/index.ts';
import { Workshop } from '../support/workshop.ts';

describe('undoing a restore', () => {
  let shop: Workshop;
  beforeEach(() => {
    shop = new Workshop();
  });
  afterEach(async () => await shop.close());

  async function restored(): Promise<{ source: string; kept: string }> {
    const source = shop.path('source');
    mkdirSync(`${source}/sub`, { recursive: true });
    writeFileSync(`${source}/a.txt`, 'old a');
    writeFileSync(`${source}/gone.txt`, 'will be deleted');
    writeFileSync(`${source}/sub/same.txt`, 'same');
    symlinkSync('a.txt', `${source}/link`);
    const repository = await shop.repository();
    const { snapshotId } = await shop.backup(repository, [source]);
    await change(source);
    const kept = shop.path('kept');
    await shop.within(repository, 'reading', async (session) => {
      await restore(session, { snapshot: `${snapshotId}:${source}`, target: source, keepReplacedIn: kept });
    });
    return { source, kept };
  }

  async function change(source: string): Promise<void> {
    const { rm } = await import('node:fs/promises');
    writeFileSync(`${source}/a.txt`, 'new a, longer');
    utimesSync(`${source}/a.txt`, 1_700_000_000, 1_700_000_000);
    await rm(`${source}/gone.txt`);
    await rm(`${source}/link`);
    symlinkSync('sub', `${source}/link`);
    writeFileSync(`${source}/later.txt`, 'made after the backup');
  }

  it('brings back what was replaced and takes away what the restore made', async () => {
    const { source, kept } = await restored();
    expect(readFileSync(`${source}/a.txt`, 'utf8')).toBe('old a');
    expect(readFileSync(`${source}/gone.txt`, 'utf8')).toBe('will be deleted');
    expect(readlinkSync(`${source}/link`)).toBe('a.txt');

    await undoRestore(kept);
    expect(readFileSync(`${source}/a.txt`, 'utf8')).toBe('new a, longer');
    expect(lstatSync(`${source}/a.txt`).mtimeMs).toBe(1_700_000_000_000);
    expect(readlinkSync(`${source}/link`)).toBe('sub');
    expect(readdirSync(source).sort()).toEqual(['a.txt', 'later.txt', 'link', 'sub']);
  });

  it('may be repeated, and leaves alone what was put into a folder that the restore made', async () => {
    const { source, kept } = await restored();
    await undoRestore(kept);
    expect(await undoRestore(kept)).toMatchObject({ putBack: 2, removed: 0 });
    expect(readFileSync(`${source}/a.txt`, 'utf8')).toBe('new a, longer');
  });

  it('says so if nothing was kept there', async () => {
    await expect(undoRestore(shop.path('nothing'))).rejects.toMatchObject({ code: 'value-invalid' });
  });
});
