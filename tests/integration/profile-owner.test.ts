import { describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openProfile, openScratch } from '../../src/main/profile/index.ts';
import { openStore, takeOwnership } from '../../src/main/store/index.ts';
import { ManualTime } from '../support/manual-time.ts';
import { program } from '../support/program.ts';
import { withScratch } from '../support/scratch.ts';

describe('the owner of a profile', () => {
  it('is one process; when it is killed the next one takes over, finds what it wrote and wipes what it left', async () => {
    await withScratch(async (root) => {
      const profile = await openProfile(join(root, 'profile'));
      const owner = start(profile.folder);
      try {
        expect(await firstLine(owner)).toBe('owned');
        expect(takeOwnership(profile)).toBeUndefined();
        const second = start(profile.folder);
        expect(await firstLine(second)).toBe('refused');
        await ended(second);
      } finally {
        owner.kill('SIGKILL');
        await ended(owner);
      }
      const ownership = takeOwnership(profile);
      expect(ownership).toBeDefined();
      expect(takeOwnership(profile)).toBeUndefined();
      expect(readdirSync(profile.scratch)).toHaveLength(1);
      expect(await openScratch(profile, new ManualTime()).sweep()).toEqual({ removed: 1, left: [] });
      expect(readdirSync(profile.scratch)).toEqual([]);
      const { store, state } = openStore(profile.database, new ManualTime());
      expect([state, store.sources.get('written')?.id, store.history.job('j1')?.status]).toEqual(['opened', 'written', 'running']);
      store.close();
      ownership?.release();
      ownership?.release();
      takeOwnership(profile)?.release();
    });
  });

  it('gives the profile back when it ends', async () => {
    await withScratch(async (root) => {
      const owner = start(join(root, 'profile'));
      expect(await firstLine(owner)).toBe('owned');
      owner.stdin?.end();
      await ended(owner);
      const ownership = takeOwnership(await openProfile(join(root, 'profile')));
      expect(ownership).toBeDefined();
      ownership?.release();
    });
  });

  it('can be taken though something wrote into the lock’s file', async () => {
    await withScratch(async (root) => {
      const profile = await openProfile(join(root, 'profile'));
      writeFileSync(profile.ownerLock, 'not a database, but long enough to be looked at '.repeat(100));
      const ownership = takeOwnership(profile);
      expect(ownership).toBeDefined();
      expect(takeOwnership(profile)).toBeUndefined();
      ownership?.release();
    });
  });
});

function start(folder: string): ChildProcess {
  return spawn(process.execPath, [program('own-profile'), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
