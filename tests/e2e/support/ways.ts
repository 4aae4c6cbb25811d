import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { profileAt } from '../../../src/main/profile/index.ts';
import { launch, whyNotHere } from '../../e2e-electron/support/electron-app.ts';

/** Who shows the page: a browser, Chromium as the app's window has it, or the app's window in real Electron. */
export type Way = 'browser' | 'window' | 'electron';

/** The same tests run each way: `LIFEBOAT_E2E=electron npm run jest -- tests/e2e`. */
export const WAY = wayOf(process.env['LIFEBOAT_E2E']);

export interface ShownPage {
  page: Page;
  close: () => Promise<void>;
}

export interface ShowOptions {
  /** Signs in, and says by its port which app is meant. */
  link: string;
  viewport: { width: number; height: number };
  locale: string;
}

const ZONE = 'America/Chicago';
/** Milliseconds that anything may take to come, on every page. A machine that does other work too is several times slower than one at rest. */
const PATIENCE = 180_000;

/** Profiles of the apps that are served, by their ports: the window finds its owner process by the profile. */
const served = new Map<string, string>();

export function rememberServed(link: string, profile: string): void {
  served.set(new URL(link).port, profile);
}

/** Shows the page of the app that the link leads to. */
export async function show(options: ShowOptions): Promise<ShownPage> {
  return WAY === 'electron' ? await inElectron(options) : await inChromium(options);
}

async function inChromium({ link, viewport, locale }: ShowOptions): Promise<ShownPage> {
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const context = await browser.newContext({ viewport, locale, timezoneId: ZONE });
  context.setDefaultTimeout(PATIENCE);
  if (WAY === 'window') await context.addInitScript(bridgeInPage);
  const page = await context.newPage();
  await page.goto(link);
  return {
    page,
    close: async () => {
      await context.close();
      await browser.close();
    },
  };
}

/** What preload and main process do for the window's page, in the page: it gets a port that speaks with the owner. */
function bridgeInPage(): void {
  const connect = (): void => {
    const { port1, port2 } = new MessageChannel();
    const socket = new WebSocket(`ws://${location.host}/rpc`);
    let isOpen = false;
    socket.addEventListener('open', () => {
      isOpen = true;
      port1.postMessage({ line: 'open' });
      port1.addEventListener('message', ({ data }) => socket.send(data as string));
      port1.start();
    });
    socket.addEventListener('message', ({ data }) => port1.postMessage(data));
    socket.addEventListener('close', () => {
      if (!isOpen) port1.postMessage({ line: 'none', problem: undefined });
      port1.close();
    });
    window.postMessage({ type: 'lifeboat-port' }, location.origin, [port2]);
  };
  Object.assign(window, { lifeboat: { connect } });
}

/** The app's own window, as a face of the app that is served. */
async function inElectron({ link, viewport, locale }: ShowOptions): Promise<ShownPage> {
  const why = whyNotHere();
  if (why !== undefined) throw new Error(`LIFEBOAT_E2E=electron, and ${why}.`);
  const profile = served.get(new URL(link).port) ?? '';
  const { faces, faceKey } = profileAt(profile);
  // With a key there the window never takes the owner's place while a test has that stopped.
  mkdirSync(faces, { recursive: true });
  if (!existsSync(faceKey)) writeFileSync(faceKey, 'key');
  const app = await launch(profile, [`--lang=${locale}`], { TZ: ZONE });
  const page = await app.firstWindow();
  page.context().setDefaultTimeout(PATIENCE);
  await page.setViewportSize(viewport);
  goAsABrowserDoes(page);
  return { page, close: async () => await app.close() };
}

/** Addresses of the browser's page lead to the same places of the window's; nobody signs in there. */
function goAsABrowserDoes(page: Page): void {
  page.goto = async (address) => {
    const { hash } = new URL(address, 'app://lifeboat/');
    if (hash === '') await page.reload();
    else await page.evaluate((to) => (location.hash = to), hash);
    return null;
  };
}

function wayOf(name = 'browser'): Way {
  if (name === 'browser' || name === 'window' || name === 'electron') return name;
  throw new Error(`LIFEBOAT_E2E is browser, window or electron, not ${name}.`);
}
