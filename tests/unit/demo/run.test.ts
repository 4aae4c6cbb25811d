import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { withScratch } from '../../support/scratch.ts';

const script = join(import.meta.dirname, '../../../demo/run.ts');

/** Runs the demo with a small pharmacy and `temporary` as the system's temporary folder. */
function demo(temporary: string, args: string[], path = process.env['PATH'] ?? ''): { code: number | null; output: string } {
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, PATH: path };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--size', '2', ...args], { env, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

describe('npm run demo', () => {
  test('tells the story to its good end and leaves nothing behind', async () => {
    await withScratch((temporary) => {
      const { code, output } = demo(temporary, []);
      expect(output).toContain('every byte, name, time and mode is as it was');
      expect(output).toContain('Everything came back.');
      // No colour and no moving line without a terminal.
      expect(output).not.toContain('\x1b');
      expect(code).toBe(0);
      expect(readdirSync(temporary)).toEqual([]);
    });
  });

  test('leaves pharmacy and repository with --keep, and never works in a folder that has something in it', async () => {
    await withScratch((temporary) => {
      const kept = join(temporary, 'kept');
      expect(demo(temporary, ['--keep', kept]).code).toBe(0);
      expect(readdirSync(kept).sort()).toEqual(['pharmacy-pc', 'usb-disk']);
      const again = demo(temporary, ['--keep', kept]);
      expect(again.code).toBe(1);
      expect(again.output).toContain('is not empty');
      expect(readdirSync(kept).sort()).toEqual(['pharmacy-pc', 'usb-disk']);
    });
  });

  (process.platform === 'win32' ? test.skip : test)('fails when restic finds fault, and still cleans up', async () => {
    await withScratch((scratch) => {
      const [bin, temporary] = [join(scratch, 'bin'), join(scratch, 'tmp')];
      for (const folder of [bin, temporary]) mkdirSync(folder);
      writeFileSync(join(bin, 'restic'), '#!/bin/sh\n[ "$1" = version ] && echo "restic 0.14.0" && exit\necho "pack is broken"; exit 1\n', {
        mode: 0o755,
      });
      const { code, output } = demo(temporary, [], `${bin}:${process.env['PATH']}`);
      expect(code).toBe(1);
      expect(output).toContain('pack is broken');
      expect(output).toContain('restic 0.14.0 finds fault with the repository.');
      expect(output).not.toContain('Everything came back');
      expect(readdirSync(temporary)).toEqual([]);
    });
  });

  test('explains itself', async () => {
    await withScratch((temporary) => {
      const { code, output } = demo(temporary, ['--help']);
      expect(code).toBe(0);
      expect(output).toContain('--keep [FOLDER]');
    });
  });
});
