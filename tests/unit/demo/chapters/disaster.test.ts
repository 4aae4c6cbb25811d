import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Cast } from '../../../../demo/chapters/cast.ts';
import { compare, type Memory, remember, strike } from '../../../../demo/chapters/disaster.ts';
import { DemoFailure } from '../../../../demo/chapters/failure.ts';
import { fingerprint } from '../../../../demo/fingerprint.ts';
import { paperOn } from '../../../../demo/paper.ts';
import { createPharmacy, databaseFile } from '../../../../demo/sample-pharmacy/index.ts';
import { withScratch } from '../../../support/scratch.ts';

type Scene = Pick<Cast, 'paper' | 'places'>;

/** A small pharmacy, what is remembered of it, and the lines written about it. */
async function withScene(use: (scene: Scene, before: Memory, lines: string[]) => void): Promise<void> {
  await withScratch((root) => {
    const lines: string[] = [];
    const pc = join(root, 'pc');
    const places = { root, pc, pharmacy: join(pc, 'pharmacy'), repository: join(root, 'repository') };
    createPharmacy(places.pharmacy, { size: 1_000_000 });
    const scene = { places, paper: paperOn({ write: (line) => lines.push(line) }, false) };
    use(scene, remember(scene), lines);
  });
}

describe('compare', () => {
  test('is content with what did not change', async () => {
    await withScene((scene, before, lines) => {
      compare(scene, before);
      expect(lines.join('')).toContain('every byte, name, time and mode is as it was');
      expect(lines.join('')).not.toContain('✗');
    });
  });

  test('fails over one byte more in a log and names the file', async () => {
    await withScene((scene, before, lines) => {
      appendFileSync(join(scene.places.pharmacy, 'claims/2026/claims-2026-11.log'), '\n');
      expect(() => compare(scene, before)).toThrow(DemoFailure);
      expect(lines.join('')).toContain('✗ claims/2026/claims-2026-11.log: other content');
    });
  });

  test('fails over the database saying something else, even if the files were taken for the same', async () => {
    await withScene((scene, before, lines) => {
      const db = new Database(join(scene.places.pharmacy, databaseFile));
      db.exec('DELETE FROM fills WHERE id = (SELECT max(id) FROM fills)');
      db.close();
      const prints = fingerprint(scene.places.pharmacy);
      expect(() => compare(scene, { ...before, prints })).toThrow('does not say what it said before');
      expect(lines.join('')).toMatch(/✗ Fills today: \d+ before, \d+ now/);
    });
  });
});

describe('strike', () => {
  test('takes the whole PC away', async () => {
    await withScene((scene) => {
      strike(scene);
      expect(existsSync(scene.places.pc)).toBe(false);
      expect(existsSync(scene.places.root)).toBe(true);
    });
  });
});
