import { setTimeout as pause } from 'node:timers/promises';
import { markShortcut } from '../adapters/shortcut.ts';
import { startMenuShortcut } from '../start-menu.ts';
import { installBackground, removeBackground } from '../background/install.ts';
import { runTool } from '../background/tools.ts';
import { profileAt } from '../../profile/index.ts';
import { connectFace } from '../../web/index.ts';
import { ownerOptions, type StartNeeds } from './needs.ts';

/** The installer's switches. Exit code 0: done; 1: not done, and the program says why. */
export async function startRegistering(needs: StartNeeds): Promise<void> {
  const { app, start, environment } = needs;
  const profile = profileAt(ownerOptions(needs).folder);
  const background = {
    profile,
    program: process.execPath,
    run: runTool,
    platform: process.platform,
    wait: async (milliseconds: number) => await pause(milliseconds),
    isOwned: async () => {
      const face = await connectFace(profile);
      face?.close();
      return face !== undefined;
    },
  };
  try {
    if (start.mode === 'install-background' && process.platform === 'win32' && !markShortcut(startMenuShortcut(environment)))
      // Messages come nevertheless; only old ones in Windows' list cannot be clicked.
      process.stdout.write('shortcut-not-marked\n');
    const how = start.mode === 'install-background' ? await installBackground(background) : await removeBackground(background);
    process.stdout.write(`${how ?? 'removed'}\n`);
    app.exit(how === undefined || how === 'installed' ? 0 : 1);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  }
}
