import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What decides where Lifeboat's own data lies. */
export interface ProfileChoice {
  /** `--profile`, before everything else. */
  flag?: string | undefined;
  environment: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  home?: string;
}

/** The folder for Lifeboat's own data: as the person says (`--profile`, `LIFEBOAT_PROFILE`), else where the platform wants it. Absolute. */
export function profileFolder({ flag, environment, platform = process.platform, home = homedir() }: ProfileChoice): string {
  const folder = flag || environment.LIFEBOAT_PROFILE || defaultProfile(environment, platform, home);
  return platform === 'win32' ? win32.resolve(folder) : posix.resolve(folder);
}

/** Where the platform wants a program's own data that it keeps for a machine or an account. */
export function defaultProfile(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'win32') return win32.join(environment.ProgramData || 'C:\\ProgramData', 'Lifeboat');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Lifeboat');
  const state = environment.XDG_STATE_HOME;
  // The standard has relative ones ignored.
  return posix.join(state && posix.isAbsolute(state) ? state : posix.join(home, '.local', 'state'), 'lifeboat');
}
