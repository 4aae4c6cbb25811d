/** What is different in the desktop app's own window. */
export { InWindowContext, useIsInWindow } from './in-window.ts';
