import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CommandLine, jsonLines } from '../support/command-line.ts';
import { finished } from '../support/finished.ts';

const linux = process.platform === 'linux';

describe('exit codes of the command line', () => {
  let line: CommandLine;
  const locks = (): string[] => readdirSync(line.path('repository', 'locks'));

  beforeAll(async () => {
    line = await CommandLine.make({ 'rx.csv': 'one\n' });
    await line.ok(['backup', line.source]);
  });
  afterAll(() => line.remove());

  test.each([
    ['no repository', ['snapshots', '-r', 'nowhere'], {}, 10, 'There is no repository at '],
    ['wrong password', ['snapshots'], { LIFEBOAT_PASSWORD: 'wrong' }, 12, 'The password does not open the repository at '],
    ['no password', ['snapshots'], { LIFEBOAT_PASSWORD: '' }, 1, 'No password was given'],
    ['no location', ['snapshots'], { LIFEBOAT_REPOSITORY: '' }, 1, 'No repository was named'],
    ['no such command', ['bacup'], {}, 1, "unknown command 'bacup' (Did you mean backup?)"],
    ['no such option', ['backup', '--fast'], {}, 1, "unknown option '--fast'"],
    ['a bad value', ['forget', '--keep-last', 'many'], {}, 1, '"many" is not a value for --keep-last'],
    ['nothing named', ['backup'], {}, 1, 'name the files and folders to back up'],
    ['a missing source', ['backup', 'not-here'], {}, 1, 'There is no '],
    ['no such snapshot', ['ls', 'ffff'], {}, 1, 'There is no snapshot "ffff"'],
    ['no such file', ['dump', 'latest', '/nothing'], {}, 1, 'There is no /nothing in snapshot'],
    ['a target inside the source', ['restore', 'latest', '--target', 'source/back'], {}, 1, 'it lies inside what was backed up'],
    ['a target inside the repository', ['restore', 'latest', '--target', 'repository/back'], {}, 1, 'it lies inside the repository'],
    ['nothing to keep', ['forget'], {}, 1, 'would keep no snapshot'],
    ['a repository that is there', ['init'], {}, 1, 'There is a repository at '],
  ])('%s', async (_case, words, environment, code, says) => {
    const ended = await line.run(words, { environment });
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/^ +at |undefined|ENOENT|Error:/m);
  });

  test('errors speak the language that is asked for', async () => {
    const { stderr } = await line.run(['ls', 'ffff'], { environment: { LIFEBOAT_LANG: '', LC_ALL: 'es_ES.UTF-8' } });
    expect(stderr).toContain('No existe la instantánea «ffff».');
  });

  test('errors are JSON with code and data when JSON is asked for', async () => {
    const { code, stdout, stderr } = await line.run(['snapshots', '--json'], { environment: { LIFEBOAT_PASSWORD: 'wrong' } });
    expect(code).toBe(12);
    expect(jsonLines(stdout)).toEqual([
      { message_type: 'error', code: 'wrong-password', data: { location: line.repository }, message: stderr.trim(), exit_code: 12 },
    ]);
    const usage = await line.run(['snapshots', '--json', '--fast']);
    expect(jsonLines(usage.stdout)).toMatchObject([{ message_type: 'error', code: 'usage', exit_code: 1 }]);
  });

  test('what dump prints is never mixed with JSON', async () => {
    const { stdout, stderr } = await line.run(['dump', 'latest', '/nothing', '--json']);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr.split('\n')[0] as string)).toMatchObject({ code: 'path-not-found' });
  });

  const onLinux = linux ? test : test.skip;
  onLinux('a file that cannot be read is named, the rest is saved, the code is 3', async () => {
    // A switch of the kernel that can only be written: reading it is refused even to root.
    const unreadable = '/proc/sys/vm/compact_memory';
    const { code, stdout, stderr } = await line.run(['backup', line.source, unreadable]);
    expect(code).toBe(3);
    expect(stderr).toBe(`${unreadable} could not be read and is not in the backup (access was denied).\nCompleted with 1 warning.\n`);
    expect(stdout).toMatch(/Snapshot \w{8} saved\.\n$/);
    const json = await line.run(['backup', line.source, unreadable, '--json']);
    expect(json).toMatchObject({ code: 3, stderr: '' });
    expect(jsonLines(json.stdout).filter(({ message_type }) => message_type !== 'status')).toMatchObject([
      { message_type: 'warning', code: 'unreadable', item: unreadable, detail: 'EACCES' },
      { message_type: 'summary', outcome: 'completed-with-warnings', warnings: 1 },
    ]);
  });

  test('somebody at work excludes pruning, waiting helps, reading goes on', async () => {
    const holder = line.start(['backup', '--stdin', '--quiet'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = finished(holder);
    while (locks().length === 0) await sleep(50);
    const refused = await line.run(['prune']);
    expect(refused.code).toBe(11);
    expect(refused.stderr).toMatch(/is in use by .* since [\s\S]*--retry-lock/);
    expect((await line.run(['snapshots'])).code).toBe(0);
    const waiting = line.run(['prune', '--retry-lock', '1m']);
    await sleep(1500);
    holder.stdin?.end('data');
    expect((await ended).code).toBe(0);
    expect((await waiting).code).toBe(0);
  });

  onLinux.each(['SIGINT', 'SIGTERM'] as const)('%s ends the work cleanly', async (signal) => {
    const before = readdirSync(line.path('repository', 'snapshots'));
    const child = line.start(['backup', '--stdin'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = finished(child);
    child.stdin?.on('error', () => undefined).write('unfinished');
    while (locks().length === 0) await sleep(50);
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toBe('Stopping... press Ctrl-C again to stop at once.\nThe work was stopped before it was finished.\n');
    expect(locks()).toEqual([]);
    expect(readdirSync(line.path('repository', 'snapshots'))).toEqual(before);
  });

  onLinux('a second Ctrl-C ends at once', async () => {
    const asking = line.path('asking');
    const script = line.path('ask.sh');
    writeFileSync(script, `#!/bin/sh\ntouch '${asking}'\nexec sleep 30\n`, { mode: 0o755 });
    const child = line.start(['check', '--password-command', script], { environment: { LIFEBOAT_PASSWORD: '' } });
    while (!existsSync(asking)) await sleep(20);
    child.kill('SIGINT');
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(130);
  });

  test('damage is told and the code is 1', async () => {
    const copy = line.path('copy');
    cpSync(line.repository, copy, { recursive: true });
    const folder = readdirSync(line.path('copy', 'data')).find((name) => readdirSync(line.path('copy', 'data', name)).length > 0) ?? '';
    const [pack = ''] = readdirSync(line.path('copy', 'data', folder));
    chmodSync(line.path('copy', 'data', folder, pack), 0o600);
    writeFileSync(line.path('copy', 'data', folder, pack), 'short');
    const { code, stderr, stdout } = await line.run(['-r', copy, 'check']);
    expect(code).toBe(1);
    expect(stderr).toContain(pack);
    expect(stdout).toMatch(/The repository is damaged\.\n$/);
  });

  test('a listing that cannot show everything says so, and the code is 3', async () => {
    const other = await CommandLine.make({ 'kept/inside': 'x' });
    await other.ok(['backup', other.source]);
    const packs = readdirSync(other.path('repository', 'data'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    other.write({ new: 'y' });
    await other.ok(['backup', other.source]);
    for (const pack of packs) rmSync(`${pack.parentPath}/${pack.name}`, { force: true });
    const { code, stdout, stderr } = await other.run(['ls', 'latest', other.source, '--recursive']);
    expect(code).toBe(3);
    expect(stdout).toContain(`${other.source}/new`);
    expect(stdout).not.toContain('inside');
    expect(stderr).toContain(`${other.source}/kept`);
    other.remove();
  });

  onLinux('a reader that has seen enough ends a listing quietly', async () => {
    mkdirSync(line.path('source', 'many'));
    for (let at = 0; at < 5000; at++) symlinkSync('x', line.path('source', 'many', `a-rather-long-name-to-fill-the-pipe-${at}`));
    await line.ok(['backup', line.source]);
    const child = line.start(['ls', 'latest']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let stderr = '';
    child.stderr?.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
