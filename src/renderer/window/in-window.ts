import { createContext, use } from 'react';

/** Whether this page is shown by the desktop app's window; else a browser shows it. */
export const InWindowContext = createContext(false);

/** The window opens no other one, so what a browser shows in a tab is saved as a file there; and nobody signs in to it. */
export function useIsInWindow(): boolean {
  return use(InWindowContext);
}
