import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { type Autostart, SIGN_IN_WORDS } from './autostart.ts';

/** Where a Linux desktop looks for what starts at sign-in. */
export function autostartFile(environment: NodeJS.ProcessEnv, home = homedir()): string {
  const configured = environment.XDG_CONFIG_HOME;
  const folder = configured !== undefined && posix.isAbsolute(configured) ? configured : join(home, '.config');
  return join(folder, 'autostart', 'lifeboat.desktop');
}

/** The entry, in the format of freedesktop.org. */
export function autostartEntry(program: string): string {
  const quoted = `"${program.replaceAll(/["\\$`]/g, (sign) => `\\${sign}`).replaceAll('%', '%%')}"`;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Lifeboat',
    `Exec=${[quoted, ...SIGN_IN_WORDS].join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Starting at sign-in on a Linux desktop, which Electron does not do. */
export function desktopFileAutostart(file: string, program: string): Autostart {
  return {
    isOn: () => Promise.resolve(existsSync(file)),
    set: async (isOn) => {
      if (!isOn) return await rm(file, { force: true });
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, autostartEntry(program));
    },
  };
}
