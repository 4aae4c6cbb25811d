import { app, BrowserWindow, nativeTheme, screen, session, type WebContents } from 'electron';
import { guardContents, guardSession } from '../window/guard.ts';
import type { WindowFace } from '../window/main-window.ts';
import { windowOptions } from '../window/options.ts';

/** Refuses, for every page that will ever be there, what no page of ours does. Before a window is made. */
export function guardEverything(): void {
  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents: WebContents) => guardContents(contents));
  guardSession(session.defaultSession);
}

export interface SystemWindow {
  face: WindowFace;
  /** The window itself, for what belongs to windows only. */
  window: BrowserWindow;
}

/** Makes the window, hidden. */
export function createWindow(files: { preload: string; icon?: string | undefined }): SystemWindow {
  const { workAreaSize } = screen.getPrimaryDisplay();
  const window = new BrowserWindow(windowOptions({ ...files, isDark: nativeTheme.shouldUseDarkColors, workArea: workAreaSize }));
  window.removeMenu();
  return { face: faceOf(window), window };
}

function faceOf(window: BrowserWindow): WindowFace {
  return {
    load: (address) => void window.loadURL(address).catch(() => undefined),
    present: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    hide: () => window.hide(),
    onReady: (hear) => void window.once('ready-to-show', hear),
    onClose: (mayClose) =>
      void window.on('close', (event) => {
        if (!mayClose()) event.preventDefault();
      }),
    onGone: (hear) => void window.webContents.on('render-process-gone', (_event, { reason }) => hear(reason)),
  };
}
