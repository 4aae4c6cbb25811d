import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bootstrap, openBootstrap, profileAt, setAsideBootstrap } from '../../../../src/main/profile/index.ts';
import { ManualTime } from '../../../support/manual-time.ts';
import { withScratch } from '../../../support/scratch.ts';

const time = new ManualTime({ wall: '2026-03-01T08:00:00Z' });
const open = (folder: string): Bootstrap => openBootstrap(profileAt(folder), time);

describe('the start-up file', () => {
  it('knows the installation, its places and its sealed credentials over a restart', async () => {
    await withScratch((folder) => {
      const made = open(folder);
      made.locations.write('usb/a', '/media/a');
      made.wrapped.write('z', 'c2VhbGVk');
      made.wrapped.write('destination:azure', 'c2VhbGVkMg==');
      made.wrapped.write('gone', 'x');
      made.wrapped.remove('gone');
      made.wrapped.remove('never there');
      const again = open(folder);
      expect([made.state, again.state]).toEqual(['created', 'opened']);
      expect(again.installationId).toMatch(/^[0-9a-f-]{36}$/);
      expect([again.installationId, again.createdAt]).toEqual([made.installationId, '2026-03-01T08:00:00.000Z']);
      expect(again.wrapped.names()).toEqual(['destination:azure', 'z']);
      expect([again.wrapped.read('z'), again.wrapped.read('gone'), again.wrapped.read('toString')]).toEqual([
        'c2VhbGVk',
        undefined,
        undefined,
      ]);
      expect([again.locations.names(), again.locations.read('usb/a')]).toEqual([['usb/a'], '/media/a']);
      expect(readdirSync(folder).sort()).toEqual(['bootstrap.json', 'bootstrap.previous.json']);
      if (process.platform !== 'win32')
        for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    });
  });

  it.each(['bootstrap', 'bootstrapPrevious'] as const)('is whole when one of its copies (%s) is damaged, old or gone', async (which) => {
    await withScratch((folder) => {
      const path = profileAt(folder)[which];
      const made = open(folder);
      made.wrapped.write('a', 'AAAA');
      const old = readFileSync(path);
      made.wrapped.write('a', 'BBBB');
      const flipped = readFileSync(path, 'utf8').replace('BBBB', 'BBBC');
      for (const damage of [
        () => writeFileSync(path, old),
        () => writeFileSync(path, flipped),
        () => writeFileSync(path, ''),
        () => rmSync(path),
      ]) {
        damage();
        const mended = open(folder);
        expect([mended.state, mended.installationId, mended.wrapped.read('a')]).toEqual(['mended', made.installationId, 'BBBB']);
        expect(open(folder).state).toBe('opened');
      }
    });
  });

  it('does not begin a new installation because both copies are damaged, unless it is asked to', async () => {
    await withScratch((folder) => {
      const profile = profileAt(folder);
      const { installationId } = open(folder);
      writeFileSync(profile.bootstrap, '{');
      writeFileSync(profile.bootstrapPrevious, '');
      expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'bootstrap-damaged' }));
      rmSync(profile.bootstrap);
      expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'bootstrap-damaged' }));
      setAsideBootstrap(profile, time);
      expect(open(folder).installationId).not.toBe(installationId);
      expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1);
    });
  });

  it('survives a write that was cut off', async () => {
    await withScratch((folder) => {
      const profile = profileAt(folder);
      const { installationId } = open(folder);
      writeFileSync(`${profile.bootstrap}.new`, '{"half');
      const again = open(folder);
      again.wrapped.write('a', 'AAAA');
      expect([again.installationId, open(folder).wrapped.read('a')]).toEqual([installationId, 'AAAA']);
    });
  });
});
