import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has. */
const MOST = 250;

/** Somebody without a mouse: everything is reached by Tab and worked by keys. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on from stop to stop until the wanted one has the focus. */
  async to(wanted: Locator): Promise<void> {
    await wanted.waitFor();
    for (let stop = 0; stop < MOST; stop++) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(wanted)}.`);
  }

  /** Presses a button or follows a link. */
  async press(wanted: Locator): Promise<void> {
    await this.to(wanted);
    await this.page.keyboard.press('Enter');
  }

  /** Types over what stands in a field. */
  async type(field: Locator, text: string): Promise<void> {
    await this.to(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async tick(box: Locator): Promise<void> {
    await this.to(box);
    await this.page.keyboard.press('Space');
  }

  /** Chooses in a list by its words. */
  async pick(list: Locator, words: string): Promise<void> {
    await this.to(list);
    await this.page.keyboard.type(words);
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
