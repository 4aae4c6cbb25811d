import { describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { openProfile, profileAt, profileFolder, restrictToOwner } from '../../../../src/main/profile/index.ts';
import { socketPath } from '../../../../src/main/profile/socket-path.ts';
import { withScratch } from '../../../support/scratch.ts';

const posixIt = process.platform === 'win32' ? it.skip : it;

describe('where the profile is', () => {
  it.each([
    ['linux', {}, '/home/ana/.local/state/lifeboat'],
    ['linux', { XDG_STATE_HOME: '/state' }, '/state/lifeboat'],
    ['linux', { XDG_STATE_HOME: 'state' }, '/home/ana/.local/state/lifeboat'],
    ['linux', { LIFEBOAT_PROFILE: '/mine/./x' }, '/mine/x'],
    ['darwin', {}, '/home/ana/Library/Application Support/Lifeboat'],
    ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Lifeboat'],
    ['win32', {}, 'C:\\ProgramData\\Lifeboat'],
  ] as const)('on %s with %j', (platform, environment, expected) => {
    expect(profileFolder({ platform, environment, home: '/home/ana' })).toBe(expected);
    expect(profileFolder({ flag: '/flag', platform: 'linux', environment, home: '/home/ana' })).toBe('/flag');
  });
});

describe('the profile folder', () => {
  posixIt('is made private with everything in it, and made private again', async () => {
    await withScratch(async (root) => {
      const folder = join(root, 'deep', 'profile');
      const profile = await openProfile(folder);
      expect(profile).toEqual(profileAt(folder));
      chmodSync(folder, 0o755);
      await openProfile(folder);
      for (const path of [folder, profile.scratch, profile.kept, profile.logs, profile.cache])
        expect(statSync(path).mode & 0o777).toBe(0o700);
    });
  });

  posixIt.each([0o720, 0o702])('is refused when others can write it (%o)', async (mode) => {
    await withScratch(async (folder) => {
      chmodSync(folder, mode);
      await expect(openProfile(folder)).rejects.toMatchObject({
        code: 'profile-unsafe',
        data: { path: folder, reason: 'writable-by-others' },
      });
      expect(existsSync(join(folder, 'scratch'))).toBe(false);
    });
  });

  posixIt('is refused when it is a file, or when a part of it leads elsewhere', async () => {
    await withScratch(async (root) => {
      writeFileSync(join(root, 'file'), '');
      await expect(openProfile(join(root, 'file'))).rejects.toMatchObject({ data: { reason: 'not-a-folder' } });
      await expect(openProfile(join(root, 'file', 'x'))).rejects.toMatchObject({ data: { reason: 'not-a-folder' } });
      mkdirSync(join(root, 'elsewhere'));
      mkdirSync(join(root, 'profile'), { mode: 0o700 });
      symlinkSync(join(root, 'elsewhere'), join(root, 'profile', 'scratch'));
      await expect(openProfile(join(root, 'profile'))).rejects.toMatchObject({ data: { reason: 'not-a-folder' } });
    });
  });
});

describe('the owner’s socket', () => {
  it('is in the profile, or under a short name that depends on the profile alone', () => {
    expect(socketPath('/var/lib/lifeboat', 'linux', 7)).toBe('/var/lib/lifeboat/owner.sock');
    const long = `/home/${'ä'.repeat(50)}`;
    expect(socketPath(long, 'linux', 7)).toMatch(/^\/tmp\/lifeboat-7-[0-9a-f]{20}\/owner\.sock$/);
    expect(socketPath(long, 'linux', 7)).toBe(socketPath(`${long}/`, 'linux', 7));
    expect(socketPath(long, 'linux', 7)).not.toBe(socketPath(`${long}x`, 'linux', 7));
    expect(socketPath('C:\\ProgramData\\Lifeboat', 'win32')).toMatch(/^\\\\\.\\pipe\\lifeboat-[0-9a-f]{20}$/);
    expect(socketPath('c:\\programdata\\lifeboat\\', 'win32')).toBe(socketPath('C:\\ProgramData\\Lifeboat', 'win32'));
  });

  posixIt('can be listened on, in a private folder, however long the profile’s path is', async () => {
    await withScratch(async (root) => {
      const profile = await openProfile(join(root, 'x'.repeat(120)));
      const server = createServer();
      try {
        await new Promise<void>((resolve, reject) => server.once('error', reject).listen(profile.socket, resolve));
        expect(statSync(dirname(profile.socket)).mode & 0o777).toBe(0o700);
      } finally {
        await new Promise((resolve) => server.close(resolve));
        rmSync(dirname(profile.socket), { recursive: true, force: true });
      }
    });
  });
});

describe('keeping other accounts of a Windows PC out', () => {
  it('names this account, the system and administrators by their ids, and nobody else', async () => {
    const calls: (readonly string[])[] = [];
    const runTool = async (tool: string, args: readonly string[]) => {
      calls.push([tool, ...args]);
      return await Promise.resolve({ stdout: tool === 'whoami' ? '"pc\\ana","S-1-5-21-1-2-3-1001"\r\n' : '' });
    };
    expect(await restrictToOwner('C:\\Data dir', { platform: 'win32', runTool })).toEqual({});
    const rights = ['*S-1-5-18', '*S-1-5-32-544', '*S-1-5-21-1-2-3-1001'].map((who) => `${who}:(OI)(CI)F`);
    expect(calls[1]).toEqual(['icacls', 'C:\\Data dir', '/inheritance:r', '/grant:r', ...rights, '/q']);
  });

  it('says why it failed, and goes on', async () => {
    const failing = async () => await Promise.reject(Object.assign(new Error('no'), { code: 5 }));
    expect(await restrictToOwner('C:\\x', { platform: 'win32', runTool: failing })).toEqual({ failed: '5' });
    const silent = async () => await Promise.resolve({ stdout: '' });
    expect(await restrictToOwner('C:\\x', { platform: 'win32', runTool: silent })).toEqual({ failed: 'whoami' });
    expect(await restrictToOwner('/x', { platform: 'linux', runTool: failing })).toEqual({});
  });
});
