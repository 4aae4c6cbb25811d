import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { guardContents, type GuardedSession, guardSession } from '../../../../../src/main/electron/window/guard.ts';

class Contents extends EventEmitter {
  answer: (() => { action: string }) | undefined;
  setWindowOpenHandler(answer: () => { action: 'deny' }): void {
    this.answer = answer;
  }
  /** Whether what would happen is held back. */
  prevents(event: string, url: string): boolean {
    let isPrevented = false;
    this.emit(event, { url, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  }
}

describe('the contents of a page', () => {
  const contents = new Contents();
  guardContents(contents);

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stay on the page at %s', (event) => {
    expect(contents.prevents(event, 'app://lifeboat/#/runs/1')).toBe(false);
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'app://lifeboat.evil.example/', 'javascript:alert(1)']) {
      expect(contents.prevents(event, url)).toBe(true);
    }
  });

  it('open no window and embed no browser', () => {
    expect(contents.answer?.()).toEqual({ action: 'deny' });
    expect(contents.prevents('will-attach-webview', '')).toBe(true);
  });
});

describe('the session of a page', () => {
  type Ask = (contents: unknown, permission: string, callback: (isGranted: boolean) => void) => void;
  let hearDownload: Parameters<GuardedSession['on']>[1] = () => undefined;
  const handlers: { ask?: Ask; check?: (contents: unknown, permission: string) => boolean; device?: () => boolean } = {};
  guardSession({
    setPermissionRequestHandler: (answer) => void (handlers.ask = answer),
    setPermissionCheckHandler: (answer) => void (handlers.check = answer),
    setDevicePermissionHandler: (answer) => void (handlers.device = answer),
    on: (_event, hear) => void (hearDownload = hear),
  });

  const paper = { url: 'blob:app://lifeboat/3f2a', type: 'application/pdf', isClicked: true };
  function isSaved({ url, type, isClicked }: typeof paper): boolean {
    let isPrevented = false;
    const download = { getURL: () => url, getMimeType: () => type, hasUserGesture: () => isClicked };
    hearDownload({ preventDefault: () => (isPrevented = true) }, download);
    return !isPrevented;
  }

  it('lets a person save a document that the page has made', () => expect(isSaved(paper)).toBe(true));

  it.each([
    ['of another origin', { url: 'blob:https://evil.example/3f2a' }],
    ['of an origin that only looks like ours', { url: 'blob:app://lifeboat.evil.example/3f2a' }],
    ['from the network', { url: 'https://evil.example/paper.pdf' }],
    ['of the program itself', { url: 'app://lifeboat/assets/index.js' }],
    ['that is a program', { type: 'application/x-msdownload' }],
    ['that nobody clicked', { isClicked: false }],
  ])('saves no file %s', (_what, change) => expect(isSaved({ ...paper, ...change })).toBe(false));

  it.each(['media', 'geolocation', 'notifications', 'display-capture', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'anything'])(
    'grants no %s',
    (permission) => {
      const answers: boolean[] = [];
      handlers.ask?.(undefined, permission, (isGranted) => answers.push(isGranted));
      expect(answers).toEqual([false]);
      expect(handlers.check?.(undefined, permission)).toBe(false);
    },
  );

  it('lets a person copy text, and no device be used', () => {
    expect(handlers.check?.(undefined, 'clipboard-sanitized-write')).toBe(true);
    expect(handlers.device?.()).toBe(false);
  });
});
