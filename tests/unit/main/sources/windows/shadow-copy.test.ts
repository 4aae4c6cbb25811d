import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ShadowRunner, sweepShadowCopies, withShadowCopy } from '../../../../../src/main/sources/windows/index.ts';
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

describe('withShadowCopy', () => {
  it('makes one of the volume, shows the file in it, and removes it', async () => {
    const noted: string[] = [];
    const seen = await withShadowCopy(
      PATH,
      async (frozen) => {
        noted.push(...(await readdir(scratch.path)));
        return frozen;
      },
      { memory: scratch.path, signal, run: runner(made) },
    );
    expect(seen).toBe(`${DEVICE}\\PMS\\O'Brien; "& calc.db`);
    expect(noted).toEqual([ID]);
    expect(await readdir(scratch.path)).toEqual([]);
    expect(calls.map(({ env }) => env)).toEqual([{ LIFEBOAT_VOLUME: 'C:\\' }, { LIFEBOAT_SHADOW_ID: ID }]);
    expect(statement(calls[0])).toContain('Win32_ShadowCopy -MethodName Create');
    expect(statement(calls[1])).toContain('Remove-CimInstance');
  });

  it("runs Windows' own PowerShell without profile, and puts nothing that varies into a statement", async () => {
    await withShadowCopy(PATH, async () => await Promise.resolve(), { memory: scratch.path, signal, run: runner(made) });
    for (const { tool, args } of calls) {
      expect(tool).toMatch(/^[A-Z]:\\.*\\System32\\WindowsPowerShell\\v1\.0\\powershell\.exe$/i);
      expect(args.slice(0, 5)).toEqual(['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command']);
      expect(args.join(' ')).not.toMatch(/Brien|calc|0f3d2c1b/);
    }
  });

  it('removes it when the work fails', async () => {
    const work = withShadowCopy(PATH, async () => await Promise.reject(new Error('no')), {
      memory: scratch.path,
      signal,
      run: runner(made),
    });
    await expect(work).rejects.toThrow('no');
    expect(calls).toHaveLength(2);
    expect(await readdir(scratch.path)).toEqual([]);
  });

  it.each([
    [1, 'permission-denied'],
    [3, 'source-not-found'],
    [6, 'no-space'],
    [9, 'source-busy'],
    [10, 'io-failed'],
  ])('says what Windows means by %d', async (code, error) => {
    const run = runner({ code, id: '', device: '' });
    await expect(withShadowCopy(PATH, fails, { memory: scratch.path, signal, run })).rejects.toMatchObject({ code: error });
    expect(calls).toHaveLength(1);
  });

  it.each([
    '',
    'Access denied',
    JSON.stringify({ code: 0, id: '../../x', device: DEVICE }),
    JSON.stringify({ code: 0, id: ID, device: 'C:\\' }),
  ])('believes no answer of another form: %s', async (answer) => {
    const run = runner(answer);
    await expect(withShadowCopy(PATH, fails, { memory: scratch.path, signal, run })).rejects.toMatchObject({ code: 'io-failed' });
  });
});

describe('sweepShadowCopies', () => {
  it('removes those that a crash left behind, and none that is not ours', async () => {
    const memory = join(scratch.path, 'memory');
    await mkdir(memory);
    await writeFile(join(memory, ID), '');
    await writeFile(join(memory, 'something else'), '');
    expect(await sweepShadowCopies(memory, runner(''))).toBe(1);
    expect(calls.map(({ env }) => env)).toEqual([{ LIFEBOAT_SHADOW_ID: ID }]);
    expect(await readdir(memory)).toEqual(['something else']);
    expect(await sweepShadowCopies(join(scratch.path, 'none'), runner(''))).toBe(0);
  });

  it('keeps the note of one that could not be removed', async () => {
    await writeFile(join(scratch.path, ID), '');
    await expect(sweepShadowCopies(scratch.path, async () => await Promise.reject(new Error('later')))).rejects.toThrow('later');
    expect(await readdir(scratch.path)).toEqual([ID]);
  });
});

async function fails(): Promise<never> {
  return await Promise.reject(new Error('must not be used'));
}
