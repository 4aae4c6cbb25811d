/** The program in Electron: `electron dist/main/electron/entry.js`. Everything it starts by name lies at a fixed place beside it. */
import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { utilityHost } from '../engine-host/index.ts';
import { profileFolder } from '../profile/index.ts';
import { desktopApp } from './adapters/desktop-app.ts';
import { launchEngine } from './adapters/engine-process.ts';
import { listenForPages } from './adapters/page-port.ts';
import { declareScheme, servePage } from './adapters/page-protocol.ts';
import { createWindow, guardEverything } from './adapters/window.ts';
import { readCommandLine } from './command-line.ts';
import { runDesktop } from './desktop.ts';

const inDist = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PAGE = inDist('renderer');
const PRELOAD = inDist('preload/index.cjs');
const ENGINE = inDist('main/engine-host/child.js');

const { isHidden, profile } = readCommandLine(process.argv.slice(1));
const { env: environment } = process;
const app = desktopApp({ isHidden });
declareScheme();

async function start(): Promise<void> {
  guardEverything();
  servePage(PAGE);
  await runDesktop({
    app,
    createWindow: () => createWindow({ preload: PRELOAD }).face,
    listenForPages,
    startHost: utilityHost(() => launchEngine(ENGINE)),
    folder: profileFolder({ flag: profile, environment }),
    pageFolder: PAGE,
    environment,
    clock: systemClock,
    isHidden,
  });
}

if (app.isFirst()) {
  // Not awaited at the top: Electron becomes ready only after this module has been evaluated.
  void app.ready().then(start);
} else app.exit(0);
