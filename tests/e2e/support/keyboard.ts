import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST = 250;
/** More choices than any list that is picked from has. */
const MOST_CHOICES = 40;

/** Somebody without a mouse: everything is reached by Tab and worked by keys. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on from stop to stop until the wanted one has the focus; fails if the whole page has been gone round. */
  async reach(wanted: Locator): Promise<void> {
    await wanted.waitFor();
    for (let stop = 0; stop < MOST; stop++) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(wanted)}.`);
  }

  /** Presses a button or follows a link. */
  async press(wanted: Locator): Promise<void> {
    await this.reach(wanted);
    await this.page.keyboard.press('Enter');
  }

  /** Types over what stands in a field. */
  async type(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  /** Chooses in a list by how its words begin. */
  async pick(list: Locator, words: string): Promise<void> {
    await this.reach(list);
    // A choice may change how the list itself is called.
    const element = await list.elementHandle();
    await this.page.keyboard.press('Home');
    const chosen = async (): Promise<string> =>
      (await element?.evaluate((found) => (found as HTMLSelectElement).selectedOptions[0]?.text ?? '')) ?? '';
    for (let step = 0; step < MOST_CHOICES && !(await chosen()).startsWith(words); step++) await this.page.keyboard.press('ArrowDown');
  }

  /** Chooses one of a group: Tab leads into the group, arrows go through it. */
  async choose(wanted: Locator): Promise<void> {
    const group = wanted.locator('xpath=ancestor::*[@role="radiogroup"][1]');
    await wanted.waitFor();
    const isIn = async (): Promise<boolean> => await group.evaluate((element) => element.contains(document.activeElement));
    for (let stop = 0; stop < MOST && !(await isIn()); stop++) await this.page.keyboard.press('Tab');
    const isThere = async (): Promise<boolean> => await wanted.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 20 && !(await isThere()); step++) await this.page.keyboard.press('ArrowDown');
    if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
  }
}
