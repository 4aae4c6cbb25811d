import type { Page } from 'playwright-core';
import { type AxeRules, violationsOn } from './axe.ts';
import { show, type ShownPage } from './ways.ts';

/** Pixels of the most common back-office screen. */
export const BACK_OFFICE = { width: 1366, height: 768 };

export const THEMES = ['light', 'dark', 'high-contrast'] as const;
export type ThemeName = (typeof THEMES)[number];

/** So many pictures in a row in which nothing moves are the last ones. */
const STILL_FRAMES = 4;

/** axe's rules that do not hold here, with the reason. */
const EXCEPTIONS = [
  // Fluent's focus traps have a hidden first and last element that sends the focus round.
  { rule: 'aria-hidden-focus', within: '[data-tabster-dummy]' },
] as const;

/** A page in a real Chromium, or in the app's window, that tells everything that went wrong on it. */
export class PageOnTest {
  readonly page: Page;
  private readonly shown: ShownPage;
  private readonly problems: string[] = [];

  private constructor(shown: ShownPage) {
    const { page } = shown;
    this.shown = shown;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`exception: ${error.message}`));
  }

  static async open(link: string, { viewport = BACK_OFFICE, locale = 'en-US' } = {}): Promise<PageOnTest> {
    const opened = new PageOnTest(await show({ link, viewport, locale }));
    Object.assign(globalThis, { tellFailure: async (test: string) => await opened.tell(test) });
    return opened;
  }

  /** Says, for whoever looks for the reason of a failure that does not come again, where the page is and what stands on it. */
  private async tell(test: string): Promise<void> {
    const text = await this.page.evaluate(() => document.body.innerText).catch((error: unknown) => String(error));
    process.stderr.write(
      `The page as "${test}" failed, at ${this.page.url().replace(/^[^#]*/, '')}:\n${text}\n${this.problems.join('\n')}\n`,
    );
  }

  /** What went wrong since the last question: errors and warnings of the console (violations of the policy among them), exceptions. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  async useTheme(theme: ThemeName): Promise<void> {
    await this.page.emulateMedia({
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      forcedColors: theme === 'high-contrast' ? 'active' : 'none',
    });
    await this.page.locator(`[data-theme="${theme}"]`).waitFor();
    await this.page.evaluate(async () => {
      // Colours fade from one theme to the next, and what comes fades in: half-way they are nobody's. Some move for ever.
      const isEnding = ({ playState, effect }: Animation): boolean =>
        playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(isEnding)
          .map(async ({ finished }) => await finished),
      );
    });
  }

  /** Gives the page another size, and waits until it lies still in it: some parts measure themselves first. */
  async resize(size: { width: number; height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.evaluate(async (stillFrames) => {
      const root = document.documentElement;
      for (let still = 0, last = 0; still < stillFrames; still = root.scrollWidth === last ? still + 1 : 0) {
        last = root.scrollWidth;
        await new Promise(requestAnimationFrame);
      }
    }, STILL_FRAMES);
  }

  /** What axe finds on the page as it is now. */
  async accessibilityProblems(rules: AxeRules = 'all'): Promise<string[]> {
    return (await violationsOn(this.page, rules)).flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ html }) => !EXCEPTIONS.some(({ rule, within }) => rule === id && html.includes(within.slice(1, -1))))
        .map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }

  /** Elements that are cut off: the page itself must never scroll sideways, and no text may be clipped in its box. */
  async cutOff(): Promise<string[]> {
    return await this.page.evaluate(() => {
      const found: string[] = [];
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
      for (const element of document.querySelectorAll<HTMLElement>('main, main *, [role=dialog] *')) {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const isClipped = overflowX === 'hidden' || textOverflow === 'ellipsis';
        const isVisible = element.clientWidth > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (isVisible && isClipped && element.scrollWidth > element.clientWidth + 1 && element.innerText !== '') {
          found.push(`${element.tagName.toLowerCase()} "${element.innerText.slice(0, 60)}"`);
        }
        if (element.parentElement?.tagName === 'MAIN' && element.scrollHeight > element.clientHeight + 2) {
          found.push(`${element.className.split(' ')[0] ?? ''} is squeezed: "${element.innerText.slice(0, 60)}"`);
        }
        if (element.tagName === 'MAIN' && element.scrollWidth > element.clientWidth + 1) found.push('main scrolls sideways');
      }
      return found;
    });
  }

  /** A picture, for people, into the folder that LIFEBOAT_SCREENSHOTS names; without it nothing is made. */
  async picture(name: string): Promise<void> {
    const folder = process.env['LIFEBOAT_SCREENSHOTS'];
    if (folder !== undefined) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  /** The same of the whole screen, down to its end. */
  async wholePicture(name: string): Promise<void> {
    if (process.env['LIFEBOAT_SCREENSHOTS'] === undefined) return;
    const before = this.page.viewportSize() ?? BACK_OFFICE;
    const height = await this.page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
    await this.page.setViewportSize({ ...before, height: Math.max(before.height, height) });
    await this.picture(name);
    await this.page.setViewportSize(before);
  }

  async close(): Promise<void> {
    await this.shown.close();
  }
}
