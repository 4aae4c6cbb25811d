/** The adapters of Electron, and what a person and the system do to them, for the promises of tests/contract/electron. */
import { app, BrowserWindow, type Menu, MessageChannelMain, powerMonitor, powerSaveBlocker } from 'electron';
import { createNotices } from '../../../src/main/electron/adapters/notices.ts';
import { desktopApp } from '../../../src/main/electron/adapters/desktop-app.ts';
import { launchEngine } from '../../../src/main/electron/adapters/engine-process.ts';
import { loginItem } from '../../../src/main/electron/adapters/login-item.ts';
import { pagePort } from '../../../src/main/electron/adapters/page-port.ts';
import { powerFace } from '../../../src/main/electron/adapters/power.ts';
import { createTray } from '../../../src/main/electron/adapters/tray.ts';
import { createWindow } from '../../../src/main/electron/adapters/window.ts';
import type { AutostartOnTrial } from '../../contract/electron/autostart.ts';
import type { ChildOnTrial } from '../../contract/electron/engine-process.ts';
import type { NoticesOnTrial } from '../../contract/electron/notices.ts';
import type { PortsOnTrial } from '../../contract/electron/page-port.ts';
import type { PowerOnTrial } from '../../contract/electron/power.ts';
import type { ProgramOnTrial } from '../../contract/electron/program.ts';
import type { TrayOnTrial } from '../../contract/electron/tray.ts';
import type { WindowOnTrial } from '../../contract/electron/window.ts';

export function windowOnTrial(preload: string): WindowOnTrial {
  const { face, window } = createWindow({ preload });
  const come = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
  });
  return {
    face,
    isVisible: () => window.isVisible(),
    isThere: () => !window.isDestroyed(),
    address: () => window.webContents.getURL(),
    pageComes: async () => await come,
    pageDies: () => window.webContents.forcefullyCrashRenderer(),
    personCloses: () => window.close(),
    end: () => window.destroy(),
  };
}

export function trayOnTrial(pictures: string): TrayOnTrial {
  const { face, tray } = createTray(pictures);
  let menu: Menu | undefined;
  const give = tray.setContextMenu.bind(tray);
  tray.setContextMenu = (next) => {
    menu = next ?? undefined;
    give(next);
  };
  return {
    face,
    menu: () =>
      menu?.items
        .filter(({ type }) => type !== 'separator')
        .map((item) => ({
          // As the system draws it: a doubled ampersand is one.
          text: item.label.replaceAll('&&', '&'),
          isEnabled: item.enabled,
          isOn: item.type === 'checkbox' ? item.checked : undefined,
          choose: item.click as () => void,
        })),
    personClicks: () => void tray.emit('click'),
    isThere: () => !tray.isDestroyed(),
    end: () => (tray.isDestroyed() ? undefined : tray.destroy()),
  };
}

export function noticesOnTrial(): NoticesOnTrial {
  const { face, shown } = createNotices();
  return {
    face,
    personClicks: (key) => shown.get(key)?.emit('click') === true,
    isRefused: (key, why) => void shown.get(key)?.emit('failed', {}, why),
    isShown: (key) => void shown.get(key)?.emit('show', {}),
    end: () => {
      for (const notice of shown.values()) notice.close();
    },
  };
}

export function powerOnTrial(): PowerOnTrial {
  const window = new BrowserWindow({ show: false });
  const [start, exit] = [powerSaveBlocker.start.bind(powerSaveBlocker), process.exit.bind(process)];
  const held: number[] = [];
  powerSaveBlocker.start = (kind) => {
    const id = start(kind);
    held.push(id);
    return id;
  };
  let hasEnded = false;
  process.exit = () => {
    hasEnded = true;
    return undefined as never;
  };
  return {
    face: powerFace(window),
    wakesUp: () => void powerMonitor.emit('resume'),
    isUnlocked: () => void powerMonitor.emit('unlock-screen'),
    isShutDown: () => isHeldBack((event) => powerMonitor.emit('shutdown', event)),
    hasEnded: () => hasEnded,
    sessionMayEnd: () => void window.emit('query-session-end', { preventDefault: () => undefined }),
    sessionEnds: () => void window.emit('session-end', {}),
    isKeptAwake: () => held.some((id) => powerSaveBlocker.isStarted(id)),
    end: () => {
      Object.assign(powerSaveBlocker, { start });
      Object.assign(process, { exit });
      for (const event of ['resume', 'unlock-screen', 'shutdown']) powerMonitor.removeAllListeners(event);
      window.destroy();
    },
  };
}

export function programOnTrial(): ProgramOnTrial {
  const quit = app.quit.bind(app);
  let quits = 0;
  app.quit = () => void (quits += 1);
  return {
    face: desktopApp({ isHidden: false }),
    isStartedAgain: (start) => void app.emit('second-instance', {}, [], '', start),
    isEnded: () => isHeldBack((event) => app.emit('will-quit', event)),
    quits: () => quits,
    end: () => {
      Object.assign(app, { quit });
      for (const event of ['second-instance', 'will-quit', 'window-all-closed']) app.removeAllListeners(event);
      // The next trial closes windows too; without a listener that ends the program.
      app.on('window-all-closed', () => undefined);
    },
  };
}

export function portsOnTrial(): PortsOnTrial {
  const { port1, port2 } = new MessageChannelMain();
  const heard: unknown[] = [];
  let isClosed = false;
  port2.on('message', ({ data }) => heard.push(data));
  port2.once('close', () => (isClosed = true));
  port2.start();
  return {
    face: pagePort(port1),
    page: {
      send: (data) => port2.postMessage(data),
      heard: () => heard,
      isClosed: () => isClosed,
      close: () => port2.close(),
    },
    end: () => port1.close(),
  };
}

export function childOnTrial(program: string): ChildOnTrial {
  const face = launchEngine(program);
  return { face, end: () => void face.kill() };
}

/** On Windows and macOS; Electron does not do it on Linux. */
export function autostartOnTrial(): AutostartOnTrial {
  const face = loginItem();
  return { face, end: async () => await face.set(false) };
}

function isHeldBack(emit: (event: { preventDefault: () => void }) => void): boolean {
  let isHeld = false;
  emit({ preventDefault: () => (isHeld = true) });
  return isHeld;
}
