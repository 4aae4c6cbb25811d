/**
 * A program for Electron: tries every promise of tests/contract/electron on the adapters themselves, prints how each was kept as
 * JSON, and ends with 0 if all were. Its words are the folder of the built app, and a program that says back what it hears.
 */
import { join } from 'node:path';
import { app } from 'electron';
import { declareScheme, servePage } from '../../../src/main/electron/adapters/page-protocol.ts';
import { guardEverything } from '../../../src/main/electron/adapters/window.ts';
import { autostartPromises } from '../../contract/electron/autostart.ts';
import { engineProcessPromises } from '../../contract/electron/engine-process.ts';
import { noticePromises } from '../../contract/electron/notices.ts';
import { pagePortPromises } from '../../contract/electron/page-port.ts';
import { powerPromises } from '../../contract/electron/power.ts';
import { programPromises } from '../../contract/electron/program.ts';
import { type Kept, tryPromises } from '../../contract/electron/promise.ts';
import { trayPromises } from '../../contract/electron/tray.ts';
import { windowPromises } from '../../contract/electron/window.ts';
import {
  autostartOnTrial,
  childOnTrial,
  noticesOnTrial,
  portsOnTrial,
  powerOnTrial,
  programOnTrial,
  trayOnTrial,
  windowOnTrial,
} from './on-trial.ts';

const [root = '', echo = ''] = process.argv.slice(-2);

async function tryAll(): Promise<Record<string, Kept[]>> {
  const doesSignIn = process.platform !== 'linux';
  return {
    program: await tryPromises(programPromises, programOnTrial),
    window: await tryPromises(windowPromises, () => windowOnTrial(join(root, 'dist/preload/index.cjs'))),
    tray: await tryPromises(trayPromises, () => trayOnTrial(join(root, 'assets/built/tray'))),
    notices: await tryPromises(noticePromises, noticesOnTrial),
    power: await tryPromises(powerPromises, powerOnTrial),
    'page-port': await tryPromises(pagePortPromises, portsOnTrial),
    'engine-process': await tryPromises(engineProcessPromises, () => childOnTrial(echo)),
    ...(doesSignIn && { autostart: await tryPromises(autostartPromises, autostartOnTrial) }),
  };
}

async function begin(): Promise<void> {
  await app.whenReady();
  guardEverything();
  servePage(join(root, 'dist/renderer'));
  const kept = await tryAll();
  const isWhole = Object.values(kept).every((list) => list.every(({ how }) => how === 'ok'));
  process.stdout.write(`${JSON.stringify(kept)}\n`, () => app.exit(isWhole ? 0 : 1));
}

app.on('window-all-closed', () => undefined);
declareScheme();
void begin();
