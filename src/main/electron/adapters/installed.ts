import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Installed } from '../updates/possible.ts';

/** What decides whether this build can update itself. */
export function installed(): Installed {
  return { isPackaged: app.isPackaged, platform: process.platform, configuration: readConfiguration() };
}

function readConfiguration(): string | undefined {
  try {
    return readFileSync(join(process.resourcesPath, 'app-update.yml'), 'utf8');
  } catch {
    return undefined;
  }
}
