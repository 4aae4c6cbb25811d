import { isOurs, ORIGIN } from '../address.ts';

interface Preventable {
  preventDefault(): void;
}

/** What is needed of a page's contents to keep it where it is. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', hear: (event: Preventable & { url: string }) => void): unknown;
  on(event: 'will-attach-webview', hear: (event: Preventable) => void): unknown;
  setWindowOpenHandler(answer: () => { action: 'deny' }): void;
}

/** What is needed of a session to refuse what a page may ask of the operating system. */
export interface GuardedSession {
  on(event: 'will-download', hear: (event: Preventable, download: GuardedDownload) => void): unknown;
  setPermissionRequestHandler(answer: (contents: unknown, permission: string, callback: (isGranted: boolean) => void) => void): void;
  setPermissionCheckHandler(answer: (contents: unknown, permission: string) => boolean): void;
  setDevicePermissionHandler(answer: () => boolean): void;
}

/** A file that somebody wants to save, as Electron has it before anything is written. */
export interface GuardedDownload {
  getURL(): string;
  getMimeType(): string;
  hasUserGesture(): boolean;
}

/** What the page may do: put text into the clipboard when a person clicks. Reading it, or anything else, it may not. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Keeps contents on the page's own addresses: no other page, no new window, no embedded browser. */
export function guardContents(contents: GuardedContents): void {
  const stay = (event: Preventable & { url: string }): void => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Refuses camera, microphone, place, devices and all else; Electron grants everything unasked. */
export function guardSession(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(GRANTED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, download) => {
    if (!isPaperOfOurs(download)) event.preventDefault();
  });
}

/** A document that the page has made itself and a person clicked. Where it goes that person says, in the system's own dialog. */
function isPaperOfOurs(download: GuardedDownload): boolean {
  const url = download.getURL();
  return url.startsWith(`blob:${ORIGIN}/`) && download.getMimeType() === 'application/pdf' && download.hasUserGesture();
}
