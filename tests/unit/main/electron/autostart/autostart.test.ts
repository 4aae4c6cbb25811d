import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { autostartEntry, autostartFile, desktopFileAutostart } from '../../../../../src/main/electron/autostart/desktop-file.ts';
import { startAtSignInOnce } from '../../../../../src/main/electron/autostart/first-time.ts';
import { withScratch } from '../../../../support/scratch.ts';

describe('starting at sign-in on Linux', () => {
  it('lies where the desktop looks', () => {
    expect(autostartFile({}, '/home/ana')).toBe('/home/ana/.config/autostart/lifeboat.desktop');
    expect(autostartFile({ XDG_CONFIG_HOME: '/conf' }, '/home/ana')).toBe('/conf/autostart/lifeboat.desktop');
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/ana')).toBe('/home/ana/.config/autostart/lifeboat.desktop');
  });

  it('goes into the tray, with every sign of the path kept', () => {
    expect(autostartEntry('/opt/Lifeboat/lifeboat')).toContain('\nExec="/opt/Lifeboat/lifeboat" --hidden\n');
    expect(autostartEntry('/opt/a"b$c%d/lifeboat')).toContain('Exec="/opt/a\\"b\\$c%%d/lifeboat" --hidden');
  });

  it('is switched on and off', async () => {
    await withScratch(async (root) => {
      const file = join(root, 'autostart', 'lifeboat.desktop');
      const autostart = desktopFileAutostart(file, '/opt/lifeboat');
      expect(await autostart.isOn()).toBe(false);
      await autostart.set(true);
      expect(await autostart.isOn()).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain('[Desktop Entry]');
      await autostart.set(false);
      await autostart.set(false);
      expect(existsSync(file)).toBe(false);
    });
  });
});

describe('the first start', () => {
  it('turns it on once; whoever turns it off is not overruled', async () => {
    await withScratch(async (root) => {
      let isOn = false;
      const autostart = { isOn: () => Promise.resolve(isOn), set: (next: boolean) => Promise.resolve(void (isOn = next)) };
      const mark = join(root, 'own', 'starts-at-sign-in');
      await startAtSignInOnce(autostart, mark);
      expect(isOn).toBe(true);
      isOn = false;
      await startAtSignInOnce(autostart, mark);
      expect(isOn).toBe(false);
    });
  });
});
