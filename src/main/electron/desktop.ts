import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../shared/model/clock.ts';
import { asLifeboatError } from '../../shared/errors/index.ts';
import { type Language, pickLanguage, sentence } from '../../shared/text/index.ts';
import { openApp } from '../app.ts';
import type { StartHost } from '../engine-host/index.ts';
import { profileAt } from '../profile/index.ts';
import { connectFace, openFaceSocket } from '../web/index.ts';
import type { DesktopApp } from './desktop-app.ts';
import { Installation } from './installation/installation.ts';
import { ownApp } from './installation/own-app.ts';
import { answerPage } from './line/answer-page.ts';
import type { Asker } from './line/page-port.ts';
import { MainWindow, type WindowFace } from './window/main-window.ts';

/** What a person's app is made with: Electron's side of it, and this machine. */
export interface DesktopNeeds {
  app: DesktopApp;
  createWindow: () => WindowFace;
  listenForPages: (hear: (asker: Asker) => void) => void;
  startHost: StartHost;
  /** The profile's folder. */
  folder: string;
  /** The built page, for browsers. */
  pageFolder: string;
  environment: NodeJS.ProcessEnv;
  clock: Clock;
  isHidden: boolean;
}

/** Runs a person's app: tray and window, and the owner process where no other one is. Electron must be ready. */
export async function runDesktop(needs: DesktopNeeds): Promise<void> {
  const { app, folder, pageFolder, clock, environment, startHost } = needs;
  const { socket } = profileAt(folder);
  const installation = new Installation({
    own: async () => await ownApp(async () => await openApp({ folder, pageFolder, clock, environment, startHost })),
    connect: async () => await connectFace(socket),
    mayOwn: () => true,
    wait: async (milliseconds) => await pause(milliseconds),
  });
  const window = new MainWindow(needs.createWindow(), { onHide: () => undefined });
  app.onOtherStart(({ isHidden }) => (isHidden ? undefined : window.open()));
  app.onQuit(async () => {
    window.end();
    await installation.close();
  });
  // The page loads while the owner comes up; its first question waits for that.
  const begun = installation.begin();
  needs.listenForPages((asker) =>
    answerPage(asker, async () => {
      await begun;
      return await openFaceSocket(socket);
    }),
  );
  if (!needs.isHidden) window.open();
  await begun.catch((error: unknown) => {
    app.tell('Lifeboat', sentence(asLifeboatError(error).report(), languageOf(app)));
    app.exit(1);
  });
}

function languageOf(app: DesktopApp): Language {
  return pickLanguage(app.languages());
}
