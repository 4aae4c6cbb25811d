import type { Page } from 'playwright-core';

/** A page has fewer stops than these. */
const MOST_STOPS = 120;

/** Somebody without a mouse. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with Tab until the focus is on it; fails if the whole page has been gone round. */
  async to(role: 'button' | 'radio' | 'checkbox' | 'textbox' | 'searchbox' | 'combobox', name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, { name }).and(this.page.locator(':focus'));
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if ((await wanted.count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not get to the ${role} "${String(name)}".`);
  }
}
