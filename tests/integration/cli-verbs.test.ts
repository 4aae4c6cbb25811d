import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VERSION } from '../../src/main/version.ts';
import { CommandLine, PASSWORD } from '../support/command-line.ts';
import { finished } from '../support/finished.ts';

describe('the verbs of the command line', () => {
  let line: CommandLine;
  let first: string;
  let second: string;

  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\ntwo\n', 'scans/a.png': 'picture', 'temp.tmp': 'x' });
  });
  afterAll(() => line.remove());

  test('backup tells what it did, in words and in JSON', async () => {
    const text = await line.ok(['backup', line.source, '--exclude', '*.tmp', '--tag', 'nightly,a']);
    expect(text).toMatch(/^Files: {3}2 new, 0 changed, 0 unchanged$/m);
    first = /Snapshot (\w{8}) saved/.exec(text)?.[1] as string;
    line.write({ 'rx.csv': 'one\ntwo\nthree\n' });
    const [summary, ...others] = await line.json(['backup', line.source, '--exclude', '*.tmp']);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      message_type: 'summary',
      outcome: 'completed',
      files_new: 0,
      files_changed: 1,
      files_unmodified: 1,
      warnings: 0,
    });
    expect(summary?.parent).toMatch(new RegExp(`^${first}`));
    second = summary?.snapshot_id as string;
  });

  test('snapshots lists and filters', async () => {
    const text = await line.ok(['snapshots']);
    expect(text).toContain(first);
    expect(text).toContain(second.slice(0, 8));
    expect(text).toMatch(/\n2 snapshots\n$/);
    expect((await line.json(['snapshots', '--tag', 'nightly,a'])).map(({ short_id }) => short_id)).toEqual([first]);
    expect((await line.json(['snapshots', '--latest', '1'])).map(({ id }) => id)).toEqual([second]);
    expect((await line.json(['snapshots', first, '--group-by', 'host'])).map(({ short_id }) => short_id)).toEqual([first]);
  });

  test('ls lists a snapshot, a folder of it, and JSON nodes', async () => {
    const all = (await line.ok(['ls', first])).split('\n');
    expect(all).toEqual(expect.arrayContaining([`${line.source}/rx.csv`, `${line.source}/scans/a.png`]));
    expect(all).not.toContain(`${line.source}/temp.tmp`);
    const nodes = await line.json(['ls', 'latest', `${line.source}/scans`]);
    expect(nodes.at(-1)).toMatchObject({ message_type: 'node', name: 'a.png', type: 'file', size: 7 });
    expect(await line.ok(['ls', '-l', 'latest', `${line.source}/scans`])).toMatch(/^-rw.* {2}7 \d{4}-.*a\.png$/m);
  });

  test('dump prints a file, or writes it', async () => {
    expect(await line.ok(['dump', first, `${line.source}/rx.csv`])).toBe('one\ntwo\n');
    const target = line.path('dumped');
    expect(await line.ok(['dump', 'latest', `${line.source}/rx.csv`, '--target', target])).toContain('14 B');
    expect(readFileSync(target, 'utf8')).toBe('one\ntwo\nthree\n');
  });

  test('restore plans, restores a folder, verifies and leaves alone what is there', async () => {
    const target = line.path('back');
    const words = ['restore', `${first}:${line.source}`, '--target', target];
    expect(await line.ok([...words, '--dry-run'])).toContain('2 files to write anew');
    expect((await line.json([...words, '--verify'])).at(-1)).toMatchObject({
      message_type: 'summary',
      files_restored: 2,
      files_verified: 2,
      warnings: 0,
    });
    expect(readFileSync(line.path('back', 'rx.csv'), 'utf8')).toBe('one\ntwo\n');
    expect((await line.json(words)).at(-1)).toMatchObject({ files_restored: 0, files_skipped: 2 });
    await line.ok(['restore', 'latest', '-t', line.path('some'), '--include', '*.png']);
    expect(() => readFileSync(line.path('some', line.source, 'rx.csv'))).toThrow();
    expect(readFileSync(line.path('some', line.source, 'scans', 'a.png'), 'utf8')).toBe('picture');
  });

  test('check reads the structure, all data, or a part', async () => {
    expect(await line.ok(['check'])).toMatch(/^Looked at 2 snapshots/);
    expect((await line.json(['check', '--read-data'])).at(-1)).toMatchObject({ message_type: 'summary', sound: true, num_errors: 0 });
    expect(await line.ok(['check', '--read-data-subset', '1/2'])).toMatch(/^Read \d+ data files?/m);
  });

  test('keys are listed, added, changed and removed', async () => {
    const other = line.path('other-password');
    writeFileSync(other, 'second password\n');
    expect((await line.json(['key', 'add', '--new-password-file', other, '--user', 'ana']))[0]).toMatchObject({
      message_type: 'key_added',
    });
    const keys = await line.json(['key', 'list', '--password-file', other]);
    expect(keys).toHaveLength(2);
    const mine = keys.find(({ current }) => current);
    expect(mine).toMatchObject({ user_name: 'ana' });
    const third = line.path('third-password');
    writeFileSync(third, 'third password');
    await line.ok(['key', 'passwd', '-p', other, '--new-password-file', third]);
    expect((await line.run(['key', 'list', '-p', other])).code).toBe(12);
    const changed = (await line.json(['key', 'list', '-p', third])).find(({ current }) => current)?.id as string;
    expect(await line.ok(['key', 'remove', changed.slice(0, 10)])).toContain('Removed the key');
    expect((await line.run(['key', 'list', '-p', third])).code).toBe(12);
  });

  test('forget shows reasons, forgets, prunes', async () => {
    const dry = await line.ok(['forget', '--keep-last', '1', '--dry-run']);
    expect(dry).toMatch(/Would keep: 1 snapshot\n[\s\S]* last /);
    expect(await line.json(['snapshots'])).toHaveLength(2);
    const lines = await line.json(['forget', '--keep-last', '1', '--prune', '--max-unused', '0']);
    expect(lines.map(({ message_type }) => message_type)).toEqual(['forget_group', 'summary', 'prune_summary']);
    expect(lines[0]).toMatchObject({ keep: [{ id: second, reasons: [expect.stringContaining('last')] }], remove: [{ short_id: first }] });
    expect(lines[2]).toMatchObject({ dry_run: false });
    expect(await line.json(['snapshots'])).toHaveLength(1);
    expect((await line.json(['check', '--read-data'])).at(-1)).toMatchObject({ sound: true });
    expect(await line.ok(['prune', '--dry-run'])).toContain('Nothing was removed');
  });

  test('repair index brings back a lost index', async () => {
    rmSync(line.path('repository', 'index'), { recursive: true });
    expect((await line.run(['check'])).code).toBe(1);
    expect(await line.ok(['repair', 'index'])).toMatch(/^The index names \d+ data files?/);
    expect(await line.ok(['check'])).toContain('No errors were found');
  });

  test('backup takes standard input', async () => {
    const child = line.start(['backup', '--stdin', '--stdin-filename', 'dump.sql', '--json'], { stdio: 'pipe' });
    child.stdin?.end('select 1;\n');
    expect((await finished(child)).code).toBe(0);
    expect(await line.ok(['dump', 'latest', '/dump.sql'])).toBe('select 1;\n');
  });

  test('unlock says when there is nothing to unlock', async () => {
    expect(await line.json(['unlock'])).toEqual([{ message_type: 'summary', removed: [], kept: [] }]);
  });

  test('init makes a repository, from restic’s environment too', async () => {
    const repository = line.path('another');
    const environment = { LIFEBOAT_REPOSITORY: '', LIFEBOAT_PASSWORD: '', RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD };
    const [made] = await line.json(['init'], { environment });
    expect(made).toMatchObject({ message_type: 'initialized', repository });
    expect(await line.ok(['-r', repository, 'snapshots'])).toBe('There are no snapshots yet.\n');
  });

  test('version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
    expect(await line.ok(['version'])).toMatch(new RegExp(`^lifeboat ${version} on Node 2`));
    expect(await line.ok(['--version'])).toBe(`${version}\n`);
  });
});
