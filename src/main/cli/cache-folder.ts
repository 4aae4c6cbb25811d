import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder for what can be lost without harm, as the operating system wants it. */
export function cacheFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'lifeboat', 'cache');
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lifeboat');
}
