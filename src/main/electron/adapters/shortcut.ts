import { shell } from 'electron';
import { APP_ID, TOAST_ACTIVATOR } from '../app-id.ts';

/**
 * Writes into the shortcut at `path` by what name Windows knows the program and what it starts at a click on an old message of it;
 * installers of electron-builder write only the first. Whether Windows took it.
 */
export function markShortcut(path: string): boolean {
  return shell.writeShortcutLink(path, 'update', {
    target: process.execPath,
    appUserModelId: APP_ID,
    toastActivatorClsid: TOAST_ACTIVATOR,
  });
}
