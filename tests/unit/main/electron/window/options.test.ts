import { describe, expect, it } from '@jest/globals';
import { windowOptions } from '../../../../../src/main/electron/window/options.ts';

const SETUP = { preload: '/app/preload/index.cjs', isDark: false, workArea: { width: 1920, height: 1040 } };

describe('the window', () => {
  it('is sandboxed, isolated and without Node, whatever the defaults are', () => {
    expect(windowOptions(SETUP).webPreferences).toEqual({
      preload: '/app/preload/index.cjs',
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
    });
  });

  it('turns on no feature of Blink and has no other partition', () => {
    const { webPreferences = {} } = windowOptions(SETUP);
    for (const name of ['enableBlinkFeatures', 'disableBlinkFeatures', 'partition', 'session', 'devTools', 'additionalArguments']) {
      expect(webPreferences).not.toHaveProperty(name);
    }
  });

  it('fits on the smallest back-office screen', () => {
    const small = windowOptions({ ...SETUP, workArea: { width: 1366, height: 728 } });
    expect(small).toMatchObject({ width: 1180, height: 728, minHeight: 560 });
    expect(windowOptions({ ...SETUP, workArea: { width: 640, height: 480 } })).toMatchObject({ minWidth: 640, minHeight: 480 });
  });

  it('does not flash: it is shown when there is something, on the colour of the page', () => {
    expect(windowOptions(SETUP)).toMatchObject({ show: false, backgroundColor: '#ffffff' });
    expect(windowOptions({ ...SETUP, isDark: true, icon: '/app/icon.png' })).toMatchObject({
      backgroundColor: '#292929',
      icon: '/app/icon.png',
    });
  });
});
