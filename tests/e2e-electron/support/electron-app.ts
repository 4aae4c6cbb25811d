import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PACKAGE = join(ROOT, 'node_modules/electron');

/** Electron's program, where it was fetched; asking its package would start a download. */
export function electronProgram(): string | undefined {
  const named = join(PACKAGE, 'path.txt');
  if (!existsSync(named)) return undefined;
  const program = join(PACKAGE, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Why nothing of this can run here; undefined: it can. */
export function whyNotHere(): string | undefined {
  if (electronProgram() === undefined) return 'Electron’s program is not here (npx install-electron fetches it)';
  if (!existsSync(join(ROOT, 'dist/main/electron/entry.js'))) return 'the app is not built (npm run build)';
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasDisplay ? undefined : 'there is no display (xvfb-run gives one)';
}

/** Starts the built app as a person does. */
export async function launch(
  profile: string,
  words: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<ElectronApplication> {
  const executablePath = electronProgram() ?? '';
  return await _electron.launch({
    executablePath,
    args: [ROOT, `--profile=${profile}`, `--user-data-dir=${profile}-own`, ...words],
    chromiumSandbox: true,
    env: Object.fromEntries(
      Object.entries({ ...process.env, ...environment }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
}
