import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CommandLine } from '../support/command-line.ts';

describe('find, diff and stats on the command line', () => {
  let line: CommandLine;
  let ids: string[];

  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\n', 'scans/a.png': 'picture' });
    const backup = async (): Promise<string> => (await line.json(['backup', line.source])).at(-1)?.snapshot_id as string;
    ids = [await backup()];
    line.write({ 'rx.csv': 'one\ntwo\n', 'new\nline.csv': 'new' });
    ids.push(await backup());
  });
  afterAll(() => line.remove());

  const short = (at: number): string => (ids[at] as string).slice(0, 8);

  test('find tells versions of files with their snapshots, harmlessly', async () => {
    const text = await line.ok(['find', '*.csv', 'a.png']);
    const lines = text
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME')
      .replaceAll(line.source, '')
      .split('\n');
    expect(lines).toEqual([
      '/new\\nline.csv',
      `  TIME        3 B  in snapshot ${short(1)} of TIME`,
      '/rx.csv',
      `  TIME        8 B  in snapshot ${short(1)} of TIME`,
      `  TIME        4 B  in snapshot ${short(0)} of TIME`,
      '/scans/a.png',
      `  TIME        7 B  in 2 snapshots, ${short(1)} of TIME back to ${short(0)} of TIME`,
      'Found 4 versions of 3 files and folders.',
      '',
    ]);
    expect(await line.ok(['find', 'nowhere'])).toBe('Nothing was found.\n');
  });

  test('find tells what each snapshot has', async () => {
    const text = await line.ok(['find', '--by-snapshot', '-l', '--human-readable', 'rx.csv']);
    expect(text).toMatch(
      new RegExp(`^In snapshot ${short(1)} of .*:\n-rw.* 8 B .*/rx.csv\n\nIn snapshot ${short(0)} of .*:\n-rw.* 4 B .*/rx.csv\n$`),
    );
    const lines = await line.json(['find', '--by-snapshot', '-s', short(0), '-i', 'RX.csv']);
    expect(lines).toMatchObject([
      { message_type: 'match', snapshot: ids[0], path: `${line.source}/rx.csv`, size: 4 },
      { message_type: 'summary', found: 1, warnings: 0 },
    ]);
  });

  test('find tells in JSON where versions and pieces of data are', async () => {
    const [version, summary] = await line.json(['find', 'a.png', '--type', 'file', '--newest', '2100-01-01']);
    expect(version).toMatchObject({ message_type: 'version', type: 'file', snapshots: [ids[1], ids[0]] });
    expect(summary).toEqual({ message_type: 'summary', found: 1, warnings: 0 });
    const tree = (await line.json(['snapshots'])).at(-1)?.tree as string;
    const [object] = await line.json(['find', '--tree', tree]);
    expect(object).toMatchObject({ message_type: 'object', object_type: 'tree', id: tree, path: '/', snapshots: [ids[1]] });
    expect(await line.ok(['find', '--tree', tree])).toContain(`in snapshot ${short(1)}`);
    expect((await line.run(['find', '--blob', '--ignore-case', 'x'])).code).toBe(1);
    expect((await line.run(['find'])).code).toBe(1);
  });

  test('diff shows the changes and their sum', async () => {
    const text = (await line.ok(['diff', short(0), 'latest'])).replaceAll(line.source, '');
    expect(text).toMatch(/^\+ {4}\/new\\nline\.csv\nM {4}\/rx\.csv\n\nFiles: {3}1 new, 0 removed, 1 changed\n/);
    const lines = await line.json(['diff', `${short(0)}:${line.source}`, `latest:${line.source}`, '--metadata']);
    expect(lines.map(({ modifier, path }) => [modifier, path])).toEqual([
      ['+', '/new\nline.csv'],
      ['M', '/rx.csv'],
      [undefined, undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({
      message_type: 'statistics',
      source_snapshot: ids[0],
      target_snapshot: ids[1],
      changed_files: 1,
      added: { files: 1 },
      warnings: 0,
    });
    expect(await line.ok(['diff', 'latest', 'latest'])).toBe('There is no difference.\n');
  });

  test('stats counts in words and in JSON', async () => {
    expect(await line.ok(['stats', 'latest', '--mode', 'files-by-contents'])).toBe(
      'Files, each content once:\nSnapshots: 1\nFiles: 3\nSize: 18 B\n',
    );
    const [raw] = await line.json(['stats', '--mode', 'raw-data']);
    expect(raw).toMatchObject({ message_type: 'summary', mode: 'raw-data', snapshots_count: 2, outcome: 'completed', warnings: 0 });
    expect(raw?.total_uncompressed_size).toBeGreaterThan(raw?.total_size as number);
    expect((await line.run(['stats', '--mode', 'all'])).code).toBe(1);
  });

  test('what is damaged is told, and the exit code is 3', async () => {
    writeFileSync(line.path('repository', 'snapshots', 'f'.repeat(64)), 'not a snapshot');
    const found = await line.run(['find', 'rx.csv', '--json']);
    expect(found.code).toBe(3);
    expect(found.stdout).toContain('"message_type":"warning","code":"damaged"');
    expect(found.stdout).toContain('"found":2,"warnings":1');
    const counted = await line.run(['stats']);
    expect([counted.code, counted.stderr]).toEqual([3, expect.stringContaining('is damaged in the repository')]);
  });
});
