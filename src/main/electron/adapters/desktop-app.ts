import { app, dialog } from 'electron';
import { APP_ID, TOAST_ACTIVATOR } from '../app-id.ts';
import type { DesktopApp } from '../desktop-app.ts';

interface OtherStart {
  isHidden: boolean;
}

/** Electron's app. */
export function desktopApp({ isHidden }: { isHidden: boolean }): DesktopApp {
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  if (process.platform === 'win32') app.setToastActivatorCLSID(TOAST_ACTIVATOR);
  // It lives in the tray.
  app.on('window-all-closed', () => undefined);
  const mine: OtherStart = { isHidden };
  return {
    ready: async () => await app.whenReady(),
    isFirst: () => app.requestSingleInstanceLock({ ...mine }),
    // Arguments come in another order here; what is meant travels beside them.
    onOtherStart: (hear) =>
      void app.on('second-instance', (_event, _words, _folder, other) =>
        hear({ isHidden: (other as OtherStart | null)?.isHidden === true }),
      ),
    onQuit: (work) => {
      let isDone = false;
      app.on('will-quit', (event) => {
        if (isDone) return;
        event.preventDefault();
        const again = (): void => {
          isDone = true;
          app.quit();
        };
        void work().then(again, again);
      });
    },
    quit: () => app.quit(),
    exit: (code) => app.exit(code),
    languages: () => app.getPreferredSystemLanguages(),
    ownFolder: () => app.getPath('userData'),
    tell: (title, text) => dialog.showErrorBox(title, text),
  };
}
