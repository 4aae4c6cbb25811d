import { win32 } from 'node:path';

/** Where the installer puts the program's shortcut into the Start menu of everybody at this PC. */
export function startMenuShortcut(environment: NodeJS.ProcessEnv): string {
  return win32.join(environment.ProgramData || 'C:\\ProgramData', 'Microsoft', 'Windows', 'Start Menu', 'Programs', 'Lifeboat.lnk');
}
