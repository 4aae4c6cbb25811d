import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppOptions, openApp } from '../app.ts';
import { profileAt } from '../profile/index.ts';
import { connectFace } from '../web/index.ts';
import { Installation } from './installation/installation.ts';
import { ownApp } from './installation/own-app.ts';

/** The installation of a profile. Where a background owner is installed, no process of a person's becomes the owner. */
export function installationOf(options: AppOptions): Installation {
  const profile = profileAt(options.folder);
  return new Installation({
    own: async () => await ownApp(async () => await openApp(options)),
    connect: async () => await connectFace(profile),
    mayOwn: () => options.isBackground === true || !existsSync(profile.faceKey),
    wait: async (milliseconds) => await pause(milliseconds),
  });
}
