import { join } from 'node:path';

/** Where the tray's picture lies: for the colour of the taskbar, in the format of the system. macOS colours a template by itself. */
export function picturePath(folder: string, name: string, { platform, isDark }: { platform: NodeJS.Platform; isDark: boolean }): string {
  if (platform === 'darwin') return join(folder, 'template', `${name}Template.png`);
  return join(folder, isDark ? 'dark' : 'light', `${name}.${platform === 'win32' ? 'ico' : 'png'}`);
}
