import type { Page } from 'playwright-core';
import { type ThemeName, THEMES } from './browser.ts';

/** What the browser says by itself of a line and a server that are gone. */
export const NOBODY_THERE =
  /^error: (WebSocket connection to 'ws:\/\/127\.0\.0\.1:\d+\/rpc\?key=[\w-]+' failed|Failed to load resource: net::ERR_CONNECTION_REFUSED)/;

/** Whether a pharmacy is set up decides which screens there are. */
const FRAME: ReadonlySet<string> = new Set(['/setup/state', '/status/alive', '/status/changes']);

/** Whether a question is a screen's own, not the frame's. */
export const ofScreen = (path: string): boolean => !FRAME.has(path);

/** Addresses of the page by what stands there. */
export type Addresses = Readonly<Record<string, string>>;

/** Opens every address as somebody does who types it, and looks at what stands there. */
export async function each(addresses: Addresses, port: number, page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(`http://127.0.0.1:${port}/#${address}`);
    await page.reload();
    await look(name);
  }
}

/** The grey shape of what is on its way. */
export const skeleton = (page: Page) => page.getByRole('progressbar', { name: 'One moment…' }).first();
/** An answer that a screen shows did not come. */
export const failure = (page: Page) => page.getByText('This cannot be shown now.').first();
/** Nobody answers. */
export const banner = (page: Page) => page.getByText('Lifeboat is not running at the moment.').first();

/** Of many screens that wait and fail by the same parts each is looked at in one theme, the next one in the next. */
export function themesOf(name: string): readonly ThemeName[] {
  if (!/^(settings|setup)-/.test(name)) return THEMES;
  return THEMES.filter((_, at) => at === name.length % THEMES.length);
}
