import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noUpdates, type UpdateDesk } from '../../api/index.ts';
import { systemClock } from '../../clock.ts';
import { ask } from '../adapters/dialogs.ts';
import { loginItem } from '../adapters/login-item.ts';
import { createNotices } from '../adapters/notices.ts';
import { listenForPages } from '../adapters/page-port.ts';
import { servePage } from '../adapters/page-protocol.ts';
import { powerFace } from '../adapters/power.ts';
import { createTray } from '../adapters/tray.ts';
import { installed } from '../adapters/installed.ts';
import { createWindow, guardEverything } from '../adapters/window.ts';
import type { Autostart } from '../autostart/autostart.ts';
import { autostartFile, desktopFileAutostart } from '../autostart/desktop-file.ts';
import { startAtSignInOnce } from '../autostart/first-time.ts';
import { Desktop } from '../desktop.ts';
import { whyNot } from '../updates/possible.ts';
import { Updates } from '../updates/updates.ts';
import { every, ownerOptions, type StartNeeds } from './needs.ts';

/** A person's app: tray and window. */
export async function startWindow(needs: StartNeeds): Promise<void> {
  const { start, app, files, environment } = needs;
  const owner = ownerOptions(needs);
  guardEverything();
  servePage(files.page);
  const { face: window, window: made } = createWindow(files);
  const autostart = autostartOf(environment);
  if (autostart !== undefined) await startAtSignInOnce(autostart, join(app.ownFolder(), 'starts-at-sign-in')).catch(() => undefined);
  const updates = await updatesOf(() => desktop.isWorking);
  const desktop: Desktop = new Desktop({
    faces: {
      app,
      window,
      tray: createTray(files.tray).face,
      notices: createNotices().face,
      power: powerFace(made),
      autostart,
      ask,
      listenForPages,
      runProgram: promisify(execFile),
    },
    owner,
    updates,
    clock: owner.clock,
    isHidden: start.isHidden,
    every,
  });
  await desktop.run();
}

/** A folder of sources does not start at sign-in. */
function autostartOf(environment: NodeJS.ProcessEnv): Autostart | undefined {
  const { isPackaged, platform } = installed();
  if (!isPackaged) return undefined;
  return platform === 'linux' ? desktopFileAutostart(autostartFile(environment), process.execPath) : loginItem();
}

async function updatesOf(isWorking: () => boolean): Promise<UpdateDesk> {
  const reason = whyNot(installed());
  if (reason !== undefined) return noUpdates(reason);
  // Only then: the part takes a while to load.
  const { updateSource } = await import('../adapters/updater.ts');
  return new Updates({ source: updateSource(), isWorking, clock: systemClock });
}
