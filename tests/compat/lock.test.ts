import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acquireLock, type Lock, type LockContext, type LockKind, removeLocks } from '../../src/main/engine/repository/lock/index.ts';
import { readLocks } from '../../src/main/engine/repository/lock/lock-files.ts';
import { describeWith } from '../support/describe-with.ts';
import { lockContextOf } from '../support/lock-context.ts';
import { program } from '../support/program.ts';
import { type ResticOptions, restic, resticOk } from '../support/restic.ts';
import { type Scratch, scratchFolder } from '../support/scratch.ts';

const PASSWORD = 'lock test';

for (const version of [1, 2]) describeWith('restic', `locks beside real restic, repository version ${version}`, () => beside(version));

function beside(version: number): void {
  let scratch: Scratch;
  let options: ResticOptions;
  let context: LockContext;
  let source: string;

  beforeAll(async () => {
    scratch = scratchFolder();
    options = { repo: join(scratch.path, 'repository'), password: PASSWORD };
    source = join(scratch.path, 'source');
    mkdirSync(source);
    writeFileSync(join(source, 'file'), 'content');
    await resticOk(['init', '--repository-version', String(version)], options);
    context = await lockContextOf(options.repo, PASSWORD, version);
  });

  afterAll(() => scratch.remove());

  const take = (kind: LockKind): Promise<Lock> => acquireLock({ ...context, kind });
  const lockIds = (): string[] => readdirSync(join(options.repo, 'locks'));

  test('restic reads ours', async () => {
    const lock = await take('exclusive');
    const [id] = (await resticOk(['list', 'locks', '--no-lock'], options)).trim().split('\n');
    expect(lockIds()).toEqual([id]);
    expect(JSON.parse(await resticOk(['cat', 'lock', id ?? '', '--no-lock'], options))).toMatchObject({
      exclusive: true,
      hostname: hostname(),
      username: userInfo().username,
      pid: process.pid,
    });
    await lock.release();
    expect((await resticOk(['list', 'locks', '--no-lock'], options)).trim()).toBe('');
  });

  test('restic respects ours: prune waits for a shared one, backup for an exclusive one', async () => {
    const shared = await take('shared');
    expect((await restic(['backup', source], options)).code).toBe(0);
    const prune = await restic(['prune'], options);
    expect(prune.code).not.toBe(0);
    expect(prune.stderr).toContain(`PID ${process.pid} on ${hostname()}`);
    await shared.release();
    const exclusive = await take('exclusive');
    expect((await restic(['backup', source], options)).code).not.toBe(0);
    await exclusive.release();
    await resticOk(['prune'], options);
  });

  test('restic unlock leaves a living one of ours alone, and its holder alive', async () => {
    const holder = await holderOf(options.repo, version);
    const before = lockIds();
    expect(before).toHaveLength(1);
    await resticOk(['unlock'], options);
    expect(lockIds()).toEqual(before);
    holder.stdin?.end();
    expect(await once(holder, 'close')).toEqual([0, null]);
    expect(lockIds()).toEqual([]);
  });

  test("we respect restic's while it runs", async () => {
    const child = await runningBackup(options);
    const [found] = await readLocks(context);
    expect(found?.content).toMatchObject({ exclusive: false, hostname: hostname(), pid: child.pid });
    await (await take('shared')).release();
    await expect(take('exclusive')).rejects.toMatchObject({ code: 'repository-locked', data: { pid: child.pid, exclusive: false } });
    expect((await removeLocks(context)).removed).toEqual([]);
    child.stdin?.end('content');
    expect(await once(child, 'close')).toEqual([0, null]);
    await (await take('exclusive')).release();
  });

  test('a lock that a killed restic left here goes at once', async () => {
    const child = await runningBackup(options);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(lockIds()).toHaveLength(1);
    const lock = await take('exclusive');
    expect(lockIds()).toHaveLength(1);
    await lock.release();
    expect(lockIds()).toEqual([]);
  });
}

/**
 * A process of its own that holds a lock of ours until its standard input ends: restic asks whether it lives by a signal
 * that would end the test's own process.
 */
async function holderOf(repo: string, version: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program('hold-lock'), repo, PASSWORD, String(version)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  if (said.toString().trim() !== 'held') throw new Error(`the holder said ${said.toString()}`);
  return child;
}

/** A restic that holds its lock until its standard input ends. */
async function runningBackup({ repo, password }: ResticOptions): Promise<ChildProcess> {
  const env = { ...process.env, RESTIC_REPOSITORY: repo, RESTIC_PASSWORD: password };
  const child = spawn('restic', ['--no-cache', 'backup', '--stdin'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  while (!readdirSync(join(repo, 'locks')).some((name) => /^[0-9a-f]{64}$/.test(name))) {
    if (child.exitCode !== null) throw new Error(`restic ended with ${child.exitCode}`);
    await pause(20);
  }
  return child;
}
