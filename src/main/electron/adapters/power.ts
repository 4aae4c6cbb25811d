import { type BrowserWindow, powerMonitor, powerSaveBlocker } from 'electron';
import type { PowerFace } from '../power/power-face.ts';

/** The system's power events; `window` hears those that Windows tells windows only. After Electron is ready. */
export function powerFace(window: BrowserWindow | undefined): PowerFace {
  return {
    onWake: (hear) => {
      powerMonitor.on('resume', () => hear('resume'));
      powerMonitor.on('unlock-screen', () => hear('unlock'));
    },
    onShutdown: (work) => {
      let isDone = false;
      powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
        if (isDone) return;
        event?.preventDefault();
        const end = (): void => {
          isDone = true;
          process.exit(0);
        };
        void work().then(end, end);
      });
    },
    onSessionQuery: (hear) => void window?.on('query-session-end', () => hear()),
    onSessionEnd: (hear) => void window?.on('session-end', () => hear()),
    keepAwake: () => {
      const id = powerSaveBlocker.start('prevent-app-suspension');
      return () => powerSaveBlocker.stop(id);
    },
  };
}
