import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ServedApp } from '../../tests/e2e/support/served-app.ts';
import { type Painted, watchPaint } from './watch-paint.ts';

/** What a person waits for on Home: the answer, and the whole of it. */
const HOME = { answer: 'main h1', whole: 'main [data-bar]' };

/** Milliseconds. */
export interface FirstPaint {
  /** From the program's start until it serves. */
  start: number;
  /** From the click on the sign-in link, in a browser that has never seen the page. */
  cold: Painted;
  /** From a click on "reload". */
  warm: Painted;
  /** From a click on Home, on another screen. */
  within: number;
}

/** Starts the app and looks at Home, once. */
export async function firstPaint(program: string, profile: string): Promise<FirstPaint> {
  const begun = performance.now();
  const app = await ServedApp.start({ profile, program });
  const start = performance.now() - begun;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    await context.addInitScript(watchPaint, HOME);
    const page = await context.newPage();
    await page.goto(app.link);
    const cold = await paintedOf(page);
    await page.reload();
    const warm = await paintedOf(page);
    return { start, cold, warm, within: await withinThePage(page) };
  } finally {
    await closeAll(browser);
    await app.stop();
  }
}

async function paintedOf(page: Page): Promise<Painted> {
  const all = Object.keys(HOME);
  await page.waitForFunction((names) => names.every((name) => name in (globalThis as unknown as { painted: object }).painted), all);
  return await page.evaluate(() => (globalThis as unknown as { painted: Painted }).painted);
}

/** From Settings to Home, in the page's own time. */
async function withinThePage(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  return await page.evaluate(
    async ([link, whole]) =>
      await new Promise<number>((resolve) => {
        const begun = performance.now();
        const look = new MutationObserver(() => {
          if (document.querySelector(whole) === null) return;
          look.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        });
        look.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>(link)?.click();
      }),
    ['nav a[href="#/"]', HOME.whole] as const,
  );
}

async function closeAll(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map(async (context: BrowserContext) => await context.close()));
  await browser.close();
}
