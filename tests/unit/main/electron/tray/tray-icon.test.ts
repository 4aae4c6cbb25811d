import { describe, expect, it } from '@jest/globals';
import { picturePath } from '../../../../../src/main/electron/tray/picture-path.ts';
import { TrayIcon } from '../../../../../src/main/electron/tray/tray-icon.ts';
import type { TrayCommand, TrayView } from '../../../../../src/main/electron/tray/tray-view.ts';
import { StandInTray } from '../../../../support/electron/stand-ins/tray.ts';

const VIEW: TrayView = { picture: 'protected', tooltip: 'Lifeboat', menu: [{ kind: 'sentence', text: 'Protected' }] };

function made() {
  const face = new StandInTray();
  const chosen: TrayCommand[] = [];
  const ticks = new Set<() => void>();
  const icon = new TrayIcon(face, {
    choose: (command) => chosen.push(command),
    every: (_milliseconds, work) => {
      ticks.add(work);
      return () => ticks.delete(work);
    },
  });
  return { icon, seen: face.seen, chosen, ticks, click: () => face.personClicks(), tick: () => [...ticks].forEach((work) => work()) };
}

describe('the tray icon', () => {
  it('touches only what is different: an open menu would close', () => {
    const { icon, seen } = made();
    icon.show(VIEW);
    icon.show({ ...VIEW });
    icon.show({ ...VIEW, tooltip: 'Lifeboat: paused' });
    expect(seen).toEqual(['picture protected', 'tooltip Lifeboat', 'menu', 'tooltip Lifeboat: paused']);
  });

  it('moves while it works, and stands still afterwards', () => {
    const { icon, seen, ticks, tick } = made();
    icon.show({ ...VIEW, picture: 'working' });
    for (let frame = 0; frame < 8; frame++) tick();
    expect(seen.filter((what) => what.startsWith('picture'))).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 0].map((frame) => `picture working-${frame}`),
    );
    icon.show(VIEW);
    expect(ticks.size).toBe(0);
    icon.show({ ...VIEW, picture: 'working' });
    icon.remove();
    expect(ticks.size).toBe(0);
    expect(seen.at(-1)).toBe('removed');
  });

  it('opens the window at a click', () => {
    const { chosen, click } = made();
    click();
    expect(chosen).toEqual([{ do: 'open' }]);
  });

  it.each([
    ['win32', true, '/t/dark/working-3.ico'],
    ['linux', false, '/t/light/working-3.png'],
    ['darwin', true, '/t/template/working-3Template.png'],
  ] as const)('has its picture on %s (dark: %s) at %s', (platform, isDark, path) => {
    expect(picturePath('/t', 'working-3', { platform, isDark })).toBe(path);
  });
});
