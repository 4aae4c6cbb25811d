/** The program in Electron: `electron dist/main/electron/entry.js`. Everything it starts by name lies at a fixed place beside it. */
import { fileURLToPath } from 'node:url';
import { desktopApp } from './adapters/desktop-app.ts';
import { declareScheme } from './adapters/page-protocol.ts';
import { readCommandLine, type StartMode } from './command-line.ts';
import { startBackground } from './start/start-background.ts';
import { startRegistering } from './start/start-registering.ts';
import { startSmokeTest } from './start/start-smoke-test.ts';
import { startWindow } from './start/start-window.ts';
import type { StartNeeds } from './start/needs.ts';

const STARTS: Readonly<Record<StartMode, (needs: StartNeeds) => Promise<void>>> = {
  window: startWindow,
  background: startBackground,
  'smoke-test': startSmokeTest,
  'install-background': startRegistering,
  'remove-background': startRegistering,
};

const inProgram = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const files = {
  page: inProgram('dist/renderer'),
  preload: inProgram('dist/preload/index.cjs'),
  engine: inProgram('dist/main/engine-host/child.js'),
  tray: inProgram('assets/built/tray'),
  icon: inProgram('assets/built/app/256x256.png'),
};

const start = readCommandLine(process.argv.slice(1));
const app = desktopApp(start);
declareScheme();

async function begin(): Promise<void> {
  await app.ready();
  await STARTS[start.mode]({ start, app, files, environment: process.env });
}

// A second window of this account only wakes the first. Not awaited at the top: Electron becomes ready only after this module
// has been evaluated.
if (start.mode !== 'window' || app.isFirst()) void begin();
else app.exit(0);
