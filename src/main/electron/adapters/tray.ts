import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron';
import { picturePath } from '../tray/picture-path.ts';
import type { TrayFace } from '../tray/tray-icon.ts';
import type { MenuEntry, TrayCommand } from '../tray/tray-view.ts';

export interface SystemTray {
  face: TrayFace;
  /** The icon itself. */
  tray: Tray;
}

/** Makes the icon beside the clock. `pictures` is the folder of its drawings. */
export function createTray(pictures: string): SystemTray {
  let name = 'attention';
  const file = (): string =>
    picturePath(pictures, name, { platform: process.platform, isDark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI });
  const tray = new Tray(file());
  nativeTheme.on('updated', () => tray.setImage(file()));
  const face: TrayFace = {
    picture: (next) => {
      name = next;
      tray.setImage(file());
    },
    tooltip: (text) => tray.setToolTip(text),
    menu: (entries, choose) => tray.setContextMenu(Menu.buildFromTemplate(entries.map((entry) => itemOf(entry, choose)))),
    onClick: (hear) => void tray.on('click', hear),
    remove: () => tray.destroy(),
  };
  return { face, tray };
}

function itemOf(entry: MenuEntry, choose: (command: TrayCommand) => void): MenuItemConstructorOptions {
  if (entry.kind === 'line') return { type: 'separator' };
  // An ampersand would underline a letter.
  const label = entry.text.replaceAll('&', '&&');
  if (entry.kind === 'sentence') return { label, enabled: false };
  const { command, isEnabled: enabled, isOn } = entry;
  const click = (): void => choose(command);
  return isOn === undefined ? { label, enabled, click } : { label, enabled, click, type: 'checkbox', checked: isOn };
}
