import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowSetup {
  /** The built preload. */
  preload: string;
  /** The window's picture. */
  icon?: string | undefined;
  /** Whether the system shows dark colours now; the first paint must not flash. */
  isDark: boolean;
  /** What the screen has room for. */
  workArea: { width: number; height: number };
}

const WIDTH = 1180;
const HEIGHT = 780;
/** The smallest size at which nothing is cut off. */
const LEAST = { width: 800, height: 560 };
/** Fluent UI's page colours. */
const BACKGROUND = { light: '#ffffff', dark: '#292929' };

/** Options of the window. What makes the page safe is said out loud, whatever Electron's defaults are or become. */
export function windowOptions({ preload, icon, isDark, workArea }: WindowSetup): BrowserWindowConstructorOptions {
  return {
    title: 'Lifeboat',
    width: Math.min(WIDTH, workArea.width),
    height: Math.min(HEIGHT, workArea.height),
    minWidth: Math.min(LEAST.width, workArea.width),
    minHeight: Math.min(LEAST.height, workArea.height),
    show: false,
    backgroundColor: isDark ? BACKGROUND.dark : BACKGROUND.light,
    autoHideMenuBar: true,
    ...(icon !== undefined && { icon }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
