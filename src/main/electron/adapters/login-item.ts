import { app } from 'electron';
import { type Autostart, SIGN_IN_WORDS } from '../autostart/autostart.ts';

/** Starting at sign-in on Windows and macOS. */
export function loginItem(): Autostart {
  const args = [...SIGN_IN_WORDS];
  return {
    isOn: () => Promise.resolve(app.getLoginItemSettings({ args }).openAtLogin),
    set: (openAtLogin) => Promise.resolve(app.setLoginItemSettings({ openAtLogin, args })),
  };
}
