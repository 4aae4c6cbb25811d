import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freezeDrives, type ShadowRunner, sweepShadowCopies } from '../../../../../src/main/sources/windows/index.ts';
import { type Scratch, scratchFolder } from '../../../../support/scratch.ts';

const ID = '{0f3d2c1b-1111-2222-3333-444455556666}';
const DEVICE = '\\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy7';
const PATH = 'C:\\PMS\\O\'Brien; "& calc.db';
const signal = new AbortController().signal;

interface Call {
  tool: string;
  args: readonly string[];
  env: Record<string, string>;
}

let scratch: Scratch;
let calls: Call[];

beforeEach(() => {
  scratch = scratchFolder();
  calls = [];
});
afterEach(() => scratch.remove());

/** Stands for PowerShell: writes down what it is asked to run, and answers. */
function runner(answer: unknown): ShadowRunner {
  return async ({ path }, args, { env }) => {
    calls.push({ tool: path, args, env });
    return await Promise.resolve({ stdout: typeof answer === 'string' ? answer : JSON.stringify(answer) });
  };
}

const made = { code: 0, id: ID, device: DEVICE };
const statement = (call: Call | undefined): string => call?.args.at(-1) ?? '';

const drives = (answer: unknown, aborting = signal) => freezeDrives({ memory: scratch.path, run: runner(answer) }, aborting);

describe('freezeDrives', () => {
  it('makes nothing before a file is asked for', async () => {
    await drives(made).release();
    expect(calls).toEqual([]);
  });

  it('makes one of a drive, shows its files in it, and removes it', async () => {
    const frozen = drives(made);
    const [seen, other] = await Promise.all([frozen.pathOf(PATH), frozen.pathOf('c:\\PMS\\rx.mdf')]);
    expect([seen, other]).toEqual([`${DEVICE}\\PMS\\O'Brien; "& calc.db`, `${DEVICE}\\PMS\\rx.mdf`]);
    expect(await readdir(scratch.path)).toEqual([ID]);
    await frozen.release();
    expect(await readdir(scratch.path)).toEqual([]);
    expect(calls.map(({ env }) => env)).toEqual([
      { LIFEBOAT_VOLUME: 'C:\\', LIFEBOAT_SHADOW_NOTES: scratch.path },
      { LIFEBOAT_SHADOW_ID: ID },
    ]);
    expect(statement(calls[0])).toContain('Win32_ShadowCopy -MethodName Create');
    expect(statement(calls[1])).toContain('Remove-CimInstance');
  });

  it('makes one for each drive', async () => {
    const frozen = drives(made);
    await frozen.pathOf('C:\\a');
    await frozen.pathOf('D:\\a');
    await frozen.release();
    expect(calls.map(({ env }) => env['LIFEBOAT_VOLUME'])).toEqual(['C:\\', 'D:\\', undefined, undefined]);
  });

  it("runs Windows' own PowerShell without profile, and puts nothing that varies into a statement", async () => {
    const frozen = drives(made);
    await frozen.pathOf(PATH);
    await frozen.release();
    for (const { tool, args } of calls) {
      expect(tool).toMatch(/^[A-Z]:\\.*\\System32\\WindowsPowerShell\\v1\.0\\powershell\.exe$/i);
      expect(args.slice(0, 5)).toEqual(['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command']);
      expect(args.join(' ')).not.toMatch(/Brien|calc|0f3d2c1b/);
    }
  });

  it.each([
    [1, 'permission-denied'],
    [3, 'source-not-found'],
    [6, 'no-space'],
    [9, 'source-busy'],
    [10, 'io-failed'],
  ])('says what Windows means by %d, and does not ask again for the next file', async (code, error) => {
    const frozen = drives({ code, id: '', device: '' });
    await expect(frozen.pathOf(PATH)).rejects.toMatchObject({ code: error });
    await expect(frozen.pathOf('C:\\another')).rejects.toMatchObject({ code: error });
    await frozen.release();
    expect(calls).toHaveLength(1);
  });

  it.each(['', 'Access denied', JSON.stringify({ code: 0, id: '../../x', device: DEVICE })])(
    'believes no answer of another form: %s',
    async (answer) => {
      await expect(drives(answer).pathOf(PATH)).rejects.toMatchObject({ code: 'io-failed' });
      expect(calls).toHaveLength(1);
    },
  );

  it('uses no device of another form, and removes what it was made for', async () => {
    await expect(drives({ ...made, device: 'C:\\' }).pathOf(PATH)).rejects.toMatchObject({ code: 'io-failed' });
    expect(calls.map(({ env }) => env['LIFEBOAT_SHADOW_ID'])).toEqual([undefined, ID]);
    expect(await readdir(scratch.path)).toEqual([]);
  });

  it.each(['\\\\nas\\share\\rx.db', 'rx.db'])('asks for no copy of what is on no drive of this PC: %s', async (path) => {
    await expect(drives(made).pathOf(path)).rejects.toMatchObject({ code: 'source-not-found' });
    expect(calls).toEqual([]);
  });

  it('ends waiting when it is aborted, and removes what Windows makes all the same', async () => {
    const stop = new AbortController();
    const { promise, resolve } = Promise.withResolvers<{ stdout: string }>();
    const run: ShadowRunner = async (_tool, _args, { env }) => {
      calls.push({ tool: '', args: [], env });
      return 'LIFEBOAT_VOLUME' in env ? await promise : { stdout: '' };
    };
    const frozen = freezeDrives({ memory: scratch.path, run }, stop.signal);
    const asked = frozen.pathOf(PATH);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
    const released = frozen.release();
    resolve({ stdout: JSON.stringify(made) });
    await released;
    expect(calls.map(({ env }) => env['LIFEBOAT_SHADOW_ID'])).toEqual([undefined, ID]);
    expect(await readdir(scratch.path)).toEqual([]);
  });
});

describe('sweepShadowCopies', () => {
  it('removes those that a crash left behind, and none that is not ours', async () => {
    const memory = join(scratch.path, 'memory');
    await mkdir(memory);
    await writeFile(join(memory, ID), '');
    await writeFile(join(memory, 'something else'), '');
    expect(await sweepShadowCopies({ memory, run: runner('') })).toBe(1);
    expect(calls.map(({ env }) => env)).toEqual([{ LIFEBOAT_SHADOW_ID: ID }]);
    expect(await readdir(memory)).toEqual(['something else']);
    expect(await sweepShadowCopies({ memory: join(scratch.path, 'none'), run: runner('') })).toBe(0);
  });

  it('keeps the note of one that could not be removed', async () => {
    await writeFile(join(scratch.path, ID), '');
    const run = async () => await Promise.reject(new Error('later'));
    expect(await sweepShadowCopies({ memory: scratch.path, run })).toBe(0);
    expect(await readdir(scratch.path)).toEqual([ID]);
  });
});
