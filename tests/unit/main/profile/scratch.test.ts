import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openScratch, type Scratch } from '../../../../src/main/profile/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { withScratch } from '../../../support/scratch.ts';

const posixIt = process.platform === 'win32' ? it.skip : it;
const DAY = 24 * 60 * 60 * 1000;

const openIn = (root: string, time = new ManualTime()): Scratch =>
  openScratch({ scratch: join(root, 'scratch'), kept: join(root, 'kept') }, time);

describe('the scratch root', () => {
  it('gives folders of their own and wipes them after use', async () => {
    await withScratch(async (root) => {
      const scratch = openIn(root);
      const paths: string[] = [];
      const one = await scratch.folder('proof of ../../etc');
      const two = await scratch.folder('proof of ../../etc');
      writeFileSync(join(one.path, 'file'), 'x');
      paths.push(one.path, two.path);
      expect(new Set(paths).size).toBe(2);
      expect(paths.map(dirname)).toEqual([join(root, 'scratch'), join(root, 'scratch')]);
      if (process.platform !== 'win32') expect(statSync(one.path).mode & 0o777).toBe(0o700);
      // What `await using` does at the end of a block.
      for (const folder of [one, two]) await folder[Symbol.asyncDispose]();
      expect(paths.map(existsSync)).toEqual([false, false]);
      const third = await scratch.folder('x');
      expect([await third.remove(), await third.remove()]).toEqual([[], []]);
    });
  });

  it('names paths that stay inside it', async () => {
    await withScratch((root) => {
      const scratch = openIn(root);
      expect(scratch.pathFor('../../a:b\\c')).toBe(join(root, 'scratch', '-a-b-c'));
      expect(scratch.pathFor('..')).toBe(join(root, 'scratch', '-'));
      expect(scratch.pathFor('')).toBe(join(root, 'scratch', 'work'));
      expect(scratch.pathFor('job-1')).toBe(scratch.pathFor('job-1'));
    });
  });

  posixIt('is swept of everything: read-only, odd and badly named; what a link leads to stays', async () => {
    await withScratch(async (root) => {
      const scratch = openIn(root);
      const inside = join(root, 'scratch');
      mkdirSync(join(inside, 'locked', 'deep'), { recursive: true });
      writeFileSync(join(inside, 'locked', 'deep', 'file'), 'x', { mode: 0o400 });
      chmodSync(join(inside, 'locked', 'deep'), 0o500);
      chmodSync(join(inside, 'locked'), 0o000);
      writeFileSync(Buffer.concat([Buffer.from(`${inside}/`), Buffer.from([0xff, 0xfe])]), 'x');
      execFileSync('mkfifo', [join(inside, 'pipe')]);
      mkdirSync(join(root, 'outside'));
      writeFileSync(join(root, 'outside', 'precious'), 'x');
      symlinkSync(join(root, 'outside'), join(inside, 'link'));
      symlinkSync('nowhere', join(inside, 'dangling'));
      expect(await scratch.sweep()).toEqual({ removed: 5, left: [] });
      expect(readdirSync(inside)).toEqual([]);
      expect(readFileSync(join(root, 'outside', 'precious'), 'utf8')).toBe('x');
    });
  });

  it('keeps what restores replaced for thirty days, by the time in its name', async () => {
    await withScratch(async (root) => {
      const time = new ManualTime({ wall: '2026-03-01T08:00:00Z' });
      const scratch = openIn(root, time);
      const old = scratch.keptFor('job 1');
      expect(basename(old)).toBe('20260301T080000Z-job-1');
      time.jump(1000);
      const young = scratch.keptFor('job 2');
      for (const path of [old, young]) mkdirSync(join(path, 'data'), { recursive: true });
      const nameless = join(root, 'kept', 'by-hand');
      writeFileSync(nameless, '');
      utimesSync(nameless, time.now(), time.now());
      time.jump(30 * DAY - 500);
      expect((await scratch.sweep()).removed).toBe(0);
      expect((await scratch.sweepKept()).removed).toBe(1);
      expect([old, young, nameless].map(existsSync)).toEqual([false, true, true]);
      time.jump(1000);
      expect((await scratch.sweepKept()).removed).toBe(2);
    });
  });
});
