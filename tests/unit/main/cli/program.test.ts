import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { describe, expect, test } from '@jest/globals';
import { EXIT } from '../../../../src/main/cli/exit-code.ts';
import type { GlobalOptions } from '../../../../src/main/cli/options/globals.ts';
import { createProgram } from '../../../../src/main/cli/program.ts';
import { cliTexts } from '../../../../src/shared/text/index.ts';

/** The command line, whose commands are understood but not performed. */
function understood(): { seen: GlobalOptions[]; stdout: PassThrough; program: Command; run: (...words: string[]) => Promise<number> } {
  const seen: GlobalOptions[] = [];
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const perform = async (globals: GlobalOptions): Promise<typeof EXIT.done> => {
    seen.push(globals);
    return EXIT.done;
  };
  const { program, run } = createProgram({ texts: cliTexts('en'), stdout, stderr, perform });
  return { seen, stdout, program, run: async (...words) => await run(words) };
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

describe('the command line', () => {
  test('has all the verbs', () => {
    const names = understood().program.commands.map((command) => command.name());
    expect(names).toEqual([
      'setup',
      'run',
      'prove',
      'self-test',
      'status',
      'kit',
      'people',
      'restore-source',
      'undo',
      'cancel',
      'keep',
      'unkeep',
      'vendor-update',
      'maintain',
      'attack',
      'lost',
      'recover',
      'serve',
      'init',
      'backup',
      'snapshots',
      'ls',
      'find',
      'diff',
      'dump',
      'restore',
      'check',
      'stats',
      'copy',
      'forget',
      'prune',
      'repair',
      'key',
      'unlock',
      'version',
    ]);
  });

  test('explains every command, every option and every operand', () => {
    for (const command of allCommands(understood().program)) {
      expect(command.description()).not.toBe('');
      for (const { flags, description } of command.options) expect([command.name(), flags, description]).not.toContain('');
      for (const argument of command.registeredArguments) expect(argument.description).not.toBe('');
    }
  });

  test('options of every command stand before or behind its name, and the last counts', async () => {
    const { seen, run } = understood();
    await run('-r', 'a', '--json', 'snapshots', '-r', 'b', '--no-lock');
    await run('--quiet', 'key', '-r', 'c', 'list', '--retry-lock', '2m');
    await run('-r', 'a', 'check');
    expect(seen[0]).toMatchObject({ repo: 'b', json: true, lock: false });
    expect(seen[1]).toMatchObject({ repo: 'c', quiet: true, retryLock: 120_000 });
    expect(seen[2]).toEqual({ repo: 'a' });
    await run('--no-cache', '--limit-upload', '512', 'backup', '/srv', '--connections', '3');
    expect(seen[3]).toEqual({ cache: false, limitUpload: 512, connections: 3 });
  });

  test('refuses what excludes each other or does not parse', async () => {
    const { seen, run } = understood();
    await expect(run('check', '--read-data', '--read-data-subset', '1/2')).rejects.toThrow('cannot be used with');
    await expect(run('prune', '--no-lock')).rejects.toThrow('unknown option');
    await expect(run('restore', 'latest')).rejects.toThrow('--target');
    await expect(run('snapshots', '-p', 'x', '--password-command', 'y')).rejects.toThrow('cannot be used with');
    await expect(run('prune', '--max-repack-size', 'big')).rejects.toMatchObject({
      code: 'value-invalid',
      data: { name: '--max-repack-size' },
    });
    expect(seen).toEqual([]);
  });

  test('its help names first steps and exit codes and fits eighty columns', async () => {
    const { stdout, run } = understood();
    await run();
    const help = await text(stdout.end());
    expect(help).toContain('First steps:');
    expect(help).toContain('130  interrupted');
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('help of a command has examples', async () => {
    const { stdout, run } = understood();
    await expect(run('forget', '--help')).rejects.toMatchObject({ exitCode: 0 });
    expect(await text(stdout.end())).toMatch(/Examples:\n {2}lifeboat forget --keep-daily 14/);
  });
});
