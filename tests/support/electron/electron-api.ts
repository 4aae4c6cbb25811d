/**
 * As much of Electron's API as the adapters use, in plain Node and without a desktop, with the events in the order its documents
 * say. The program that tries the adapters' promises runs on it here, so that adapters and program are run at all; what Electron
 * itself does is seen where its program is.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

const PARENT_PORT = new URL('../../../../tests/support/electron/parent-port.js', import.meta.url);

interface Preventable {
  preventDefault: () => void;
}

class App extends EventEmitter {
  readonly isPackaged = false;
  enableSandbox(): void {}
  setAppUserModelId(): void {}
  setToastActivatorCLSID(): void {}
  async whenReady(): Promise<void> {}
  requestSingleInstanceLock(): boolean {
    return true;
  }
  quit(): void {}
  exit(code: number): void {
    process.exit(code);
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-US', 'es'];
  }
  getPath(): string {
    return tmpdir();
  }
}
export const app = new App();

class Session extends EventEmitter {
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
}
export const session = { defaultSession: new Session() };

class WebContents extends EventEmitter {
  url = '';
  setWindowOpenHandler(): void {}
  getURL(): string {
    return this.url;
  }
  forcefullyCrashRenderer(): void {
    setImmediate(() => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  private isShown = false;
  private isGone = false;

  constructor({ show = true }: { show?: boolean } = {}) {
    super();
    this.isShown = show;
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const isFirst = this.webContents.url === '';
    if (isFirst && protocol.handled.get(new URL(url).protocol) === undefined) throw new Error(`nobody serves ${url}`);
    await Promise.resolve();
    this.webContents.url = url;
    if (isFirst) setImmediate(() => this.emit('ready-to-show'));
  }

  removeMenu(): void {}
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  focus(): void {}
  show(): void {
    this.isShown = true;
  }
  hide(): void {
    this.isShown = false;
  }
  isVisible(): boolean {
    return this.isShown;
  }
  isDestroyed(): boolean {
    return this.isGone;
  }

  close(): void {
    let isHeld = false;
    this.emit('close', { preventDefault: () => (isHeld = true) } satisfies Preventable);
    if (!isHeld) this.destroy();
  }

  destroy(): void {
    this.isGone = true;
    this.isShown = false;
  }
}

class MenuItem {
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly click: () => void;
  constructor({ label = '', type = 'normal', enabled = true, checked = false, click = () => {} }: Partial<MenuItem>) {
    this.label = label;
    this.type = type;
    this.enabled = enabled;
    this.checked = checked;
    this.click = click;
  }
}

export class Menu {
  readonly items: MenuItem[];
  private constructor(items: MenuItem[]) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly Partial<MenuItem>[]): Menu {
    return new Menu(template.map((item) => new MenuItem(item)));
  }
}

export class Tray extends EventEmitter {
  private isGone = false;
  constructor(image: string) {
    super();
    this.setImage(image);
  }
  setImage(image: string): void {
    if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
  }
  setToolTip(): void {}
  setContextMenu(): void {}
  isDestroyed(): boolean {
    return this.isGone;
  }
  destroy(): void {
    this.isGone = true;
  }
}

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  show(): void {}
  close(): void {}
}

const started = new Set<number>();
export const powerSaveBlocker = {
  start(): number {
    const id = started.size + 1;
    started.add(id);
    return id;
  },
  stop: (id: number) => started.delete(id),
  isStarted: (id: number) => started.has(id),
};
export const powerMonitor = new EventEmitter();
export const ipcMain = new EventEmitter();
export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  shouldUseDarkColorsForSystemIntegratedUI: true,
});
export const screen = { getPrimaryDisplay: () => ({ workAreaSize: { width: 1366, height: 728 } }) };
export const dialog = { showErrorBox() {}, showMessageBox: async () => await Promise.resolve({ response: 1 }) };

export const protocol = {
  handled: new Map<string, unknown>(),
  registerSchemesAsPrivileged() {},
  handle(scheme: string, answer: unknown) {
    this.handled.set(`${scheme}:`, answer);
  },
};

class MessagePortMain extends EventEmitter {
  private readonly port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.port = port;
    port.once('close', () => this.emit('close'));
  }
  start(): void {
    this.port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }
  postMessage(data: unknown): void {
    this.port.postMessage(data);
  }
  close(): void {
    this.port.close();
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}

export const utilityProcess = {
  fork(program: string) {
    const child = fork(program, [], {
      execArgv: ['--import', PARENT_PORT.href],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    return {
      on: (_event: 'message', hear: (data: unknown) => void) => child.on('message', hear),
      once: (event: 'message' | 'exit', hear: (value: never) => void) => child.once(event, hear as () => void),
      postMessage: (data: unknown) => void child.send(data as object),
      kill: () => child.kill(),
      pid: child.pid,
    };
  },
};
