import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { desktopFileAutostart } from '../../src/main/electron/autostart/desktop-file.ts';
import { pagePortOf } from '../support/electron/message-port.ts';
import { StandInAutostart } from '../support/electron/stand-ins/autostart.ts';
import { StandInNotices } from '../support/electron/stand-ins/notices.ts';
import { StandInPower } from '../support/electron/stand-ins/power.ts';
import { StandInProgram } from '../support/electron/stand-ins/program.ts';
import { StandInTray } from '../support/electron/stand-ins/tray.ts';
import { StandInWindow } from '../support/electron/stand-ins/window.ts';
import { launchUtility } from '../support/electron/utility-process.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type AutostartOnTrial, autostartPromises } from './electron/autostart.ts';
import { type ChildOnTrial, engineProcessPromises } from './electron/engine-process.ts';
import { type NoticesOnTrial, noticePromises } from './electron/notices.ts';
import { type PortsOnTrial, pagePortPromises } from './electron/page-port.ts';
import { type PowerOnTrial, powerPromises } from './electron/power.ts';
import { type ProgramOnTrial, programPromises } from './electron/program.ts';
import { type AdapterPromise, tryPromises } from './electron/promise.ts';
import { type TrayOnTrial, trayPromises } from './electron/tray.ts';
import { type WindowOnTrial, windowPromises } from './electron/window.ts';

const ECHO = fileURLToPath(new URL('../support/electron/echo-child.js', import.meta.url));
const nothing = (): void => undefined;

function keeps<Subject extends { end: () => Promise<void> | void }>(
  promises: readonly AdapterPromise<Subject>[],
  make: () => Subject,
): void {
  it.each(promises.map((promise) => [promise.what, promise] as const))('%s', async (what, promise) => {
    expect(await tryPromises([promise], make)).toEqual([{ what, how: 'ok' }]);
  });
}

/** tests/e2e-electron tries the same promises on the adapters themselves, in real Electron. */
describe('what the adapters of Electron promise, of the stand-ins that tests use', () => {
  describe('the window', () =>
    keeps(windowPromises, (): WindowOnTrial => {
      const face = new StandInWindow();
      return {
        face,
        isVisible: () => face.isVisible,
        isThere: () => face.isThere,
        address: () => face.address,
        pageComes: async () => await Promise.resolve(face.pageComes()),
        pageDies: () => face.pageDies(),
        personCloses: () => face.personCloses(),
        end: nothing,
      };
    }));

  describe('the tray', () =>
    keeps(trayPromises, (): TrayOnTrial => {
      const face = new StandInTray();
      return { face, menu: () => face.shownMenu, personClicks: () => face.personClicks(), isThere: () => face.isThere, end: nothing };
    }));

  describe('messages', () =>
    keeps(noticePromises, (): NoticesOnTrial => {
      const face = new StandInNotices();
      return {
        face,
        personClicks: (key) => face.personClicks(key),
        isRefused: (key, why) => face.isRefused(key, why),
        isShown: (key) => face.isShown(key),
        end: nothing,
      };
    }));

  describe('power', () =>
    keeps(powerPromises, (): PowerOnTrial => {
      const face = new StandInPower();
      return {
        face,
        wakesUp: () => face.wakesUp(),
        isUnlocked: () => face.wakesUp('unlock'),
        isShutDown: () => face.isShutDown(),
        hasEnded: () => face.hasEnded,
        sessionMayEnd: () => face.sessionMayEnd(),
        sessionEnds: () => face.sessionEnds(),
        isKeptAwake: () => face.isKeptAwake,
        end: nothing,
      };
    }));

  describe('the program', () =>
    keeps(programPromises, (): ProgramOnTrial => {
      const face = new StandInProgram();
      return {
        face,
        isStartedAgain: (start) => face.isStartedAgain(start),
        isEnded: () => face.isEnded(),
        quits: () => face.quits,
        end: nothing,
      };
    }));

  describe('the page’s port', () =>
    keeps(pagePortPromises, (): PortsOnTrial => {
      const { port1, port2 } = new MessageChannel();
      const heard: unknown[] = [];
      let isClosed = false;
      port2.on('message', (data) => heard.push(data));
      port2.once('close', () => (isClosed = true));
      const page = {
        send: (data: unknown) => port2.postMessage(data),
        heard: () => heard,
        isClosed: () => isClosed,
        close: () => port2.close(),
      };
      return { face: pagePortOf(port1), page, end: () => port1.close() };
    }));

  describe('the engine’s process', () =>
    keeps(engineProcessPromises, (): ChildOnTrial => {
      const face = launchUtility(ECHO);
      return { face, end: () => void face.kill() };
    }));

  describe('starting at sign-in', () => keeps(autostartPromises, (): AutostartOnTrial => ({ face: new StandInAutostart(), end: nothing })));

  describe('starting at sign-in on a Linux desktop', () =>
    keeps(autostartPromises, (): AutostartOnTrial => {
      const scratch = scratchFolder();
      return { face: desktopFileAutostart(join(scratch.path, 'autostart', 'lifeboat.desktop'), '/opt/l'), end: () => scratch.remove() };
    }));
});
