import electronUpdater from 'electron-updater';
import type { UpdateSource } from '../updates/update-source.ts';

/** electron-updater, doing nothing by itself: an installation while the PC shuts down destroys the app. */
export function updateSource(): UpdateSource {
  const { autoUpdater } = electronUpdater;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = null;
  return {
    check: async () => {
      const found = await autoUpdater.checkForUpdates();
      return found?.isUpdateAvailable === true ? found.updateInfo.version : undefined;
    },
    download: async (onPercent) => {
      const tell = ({ percent }: { percent: number }): void => onPercent(percent);
      autoUpdater.on('download-progress', tell);
      try {
        await autoUpdater.downloadUpdate();
      } finally {
        autoUpdater.off('download-progress', tell);
      }
    },
    install: () => autoUpdater.quitAndInstall(false, true),
  };
}
