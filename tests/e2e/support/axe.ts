import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules about everything, or only those about what is seen: colours and sizes, the only things in which one theme differs from another. */
export type AxeRules = 'all' | 'looks';
const RULES: Readonly<Record<AxeRules, string[] | axe.RunOnly>> = {
  all: TAGS,
  looks: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] },
};

/** What axe finds wrong on a page as it is now. A page reads axe once: it is as large as the page itself. */
export async function violationsOn(page: Page, rules: AxeRules): Promise<axe.Result[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE);
  }
  return await page.evaluate(async (runOnly) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // All that is sound is not written down; there is nothing to load for the rules about films and rotated screens.
    const { violations } = await inPage.run(document, { runOnly, resultTypes: ['violations'], preload: false });
    return violations;
  }, RULES[rules]);
}
