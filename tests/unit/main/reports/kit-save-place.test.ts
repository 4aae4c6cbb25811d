import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kitSaveProblem, type KitPlaceSurroundings, saveKitForPrinting } from '../../../../src/main/reports/index.ts';
import type { Source } from '../../../../src/shared/model/source.ts';
import { type Scratch, scratchFolder, withScratch } from '../../../support/scratch.ts';

const SOURCE = { id: 'files', name: 'Files', tier: 'standard', runsOn: 'this-pc', controlledSubstances: false, movesDaily: false } as const;

describe('where a recovery kit may be saved', () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = scratchFolder();
  });
  afterEach(() => scratch.remove());

  const folder = (...names: string[]): string => {
    const path = join(scratch.path, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };

  function reason(path: string, changes: Partial<KitPlaceSurroundings> = {}): string | undefined {
    const account = { home: scratch.path, environment: {} };
    return kitSaveProblem(path, { destinations: [], drives: [], sources: [], account, ...changes })?.data.reason;
  }

  it('is an ordinary folder, also a new one', () => {
    expect(reason(join(folder('Desktop'), 'kit.pdf'))).toBeUndefined();
    expect(reason(join(scratch.path, 'new', 'kit.pdf'))).toBeUndefined();
  });

  it('is no destination: not a folder with copies, not a drive of a set, and not through a link', () => {
    const common = { id: 'd', name: 'D', site: 'on-site', isolation: 'online' } as const;
    const destinations = [{ ...common, kind: 'folder', path: folder('copies') } as const];
    expect(reason(join(scratch.path, 'copies', 'kit.pdf'), { destinations })).toBe('destination');
    expect(reason(join(scratch.path, 'copies', 'deep', 'kit.pdf'), { destinations })).toBe('destination');
    expect(reason(join(scratch.path, 'copies-of-mine', 'kit.pdf'), { destinations })).toBeUndefined();
    expect(reason(join(scratch.path, '..copies', 'kit.pdf'), { destinations })).toBeUndefined();
    expect(reason(join(folder('drive'), 'kit.pdf'), { drives: [folder('drive')] })).toBe('destination');
    symlinkSync(folder('copies'), join(scratch.path, 'link'), 'junction');
    expect(reason(join(scratch.path, 'link', 'kit.pdf'), { destinations })).toBe('destination');
  });

  it('is no repository that nobody knows of', () => {
    for (const name of ['keys', 'snapshots']) folder('old', name);
    writeFileSync(join(scratch.path, 'old', 'config'), '');
    expect(reason(join(scratch.path, 'old', 'keys', 'kit.pdf'))).toBe('destination');
  });

  it('is nothing that is backed up, also in a group', () => {
    const files: Source = { ...SOURCE, kind: 'folder', paths: [folder('docs')], exclude: [] };
    const vendor: Source = { ...SOURCE, kind: 'vendor-file', folder: folder('vendor'), pattern: '*.bak', maxAgeHours: 26 };
    const group: Source = { ...SOURCE, kind: 'group', members: [files, vendor] };
    expect(reason(join(scratch.path, 'docs', 'kit.pdf'), { sources: [files] })).toBe('source');
    expect(reason(join(scratch.path, 'vendor', 'kit.pdf'), { sources: [group] })).toBe('source');
    expect(reason(join(scratch.path, 'kit.pdf'), { sources: [group] })).toBeUndefined();
  });

  it.each([
    'OneDrive',
    'OneDrive - Hollister Pharmacy',
    'Dropbox',
    'Ana Dropbox',
    'Google Drive',
    'GoogleDrive-ana@example.com',
    'Mi unidad',
    'iCloudDrive',
    'Box',
    'Box Sync',
    'Nextcloud',
  ])('is nothing below a folder called %s', (name) => {
    expect(reason(join(scratch.path, name, 'Documents', 'kit.pdf'))).toBe('synced-folder');
  });

  it.each(['OneDriver', 'Inbox', 'Boxes', 'Dropboxes'])('may be below a folder called %s', (name) => {
    expect(reason(join(scratch.path, name, 'kit.pdf'))).toBeUndefined();
  });

  it('is no folder that a cloud program marks, names in its settings, or keeps in the environment', () => {
    folder('cloud', '.dropbox.cache');
    expect(reason(join(folder('cloud', 'deep'), 'kit.pdf'))).toBe('synced-folder');
    writeFileSync(join(folder('.dropbox'), 'info.json'), JSON.stringify({ personal: { path: folder('mine'), host: 1 } }));
    expect(reason(join(scratch.path, 'mine', 'kit.pdf'))).toBe('synced-folder');
    const account = { home: scratch.path, environment: { OneDriveCommercial: folder('work') } };
    expect(reason(join(scratch.path, 'work', 'kit.pdf'), { account })).toBe('synced-folder');
    writeFileSync(join(scratch.path, '.dropbox', 'info.json'), 'not JSON');
    expect(reason(join(folder('Desktop'), 'kit.pdf'))).toBeUndefined();
    folder('Library', 'Mobile Documents', 'com~apple~CloudDocs', 'Desktop');
    expect(reason(join(scratch.path, 'Desktop', 'kit.pdf'))).toBe('synced-folder');
  });

  it('says which file it was about', () => {
    const path = join(scratch.path, 'Dropbox', 'kit.pdf');
    const problem = kitSaveProblem(path, { destinations: [], drives: [], sources: [] });
    expect(problem?.report()).toEqual({ code: 'kit-place-unsafe', data: { path, reason: 'synced-folder' }, retryable: false });
  });
});

it('a kit for the printer is readable by nobody else, and gone when it is printed', async () => {
  await withScratch(async (parent) => {
    const saved = await saveKitForPrinting(Buffer.from('a kit'), parent);
    expect(readFileSync(saved.path, 'utf8')).toBe('a kit');
    if (process.platform !== 'win32') expect(statSync(saved.path).mode & 0o777).toBe(0o600);
    await saved.remove();
    expect(existsSync(join(saved.path, '..'))).toBe(false);
  });
});
