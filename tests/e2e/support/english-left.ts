import type { Page } from 'playwright-core';
import type { Language } from '../../../src/shared/text/index.ts';

/** The texts of a part of the page, by language. */
type Texts = (language: Language) => object;

/** Stands where a sentence takes a name or a number. */
const HOLE = '\u00A7';
/** From this many letters on a piece of a sentence cannot be Spanish by accident. */
const TELLING = 14;

/** Languages are called in their own words everywhere. */
const LANGUAGES = new Set(['English', 'Español']);

/** English that is still on a page that should speak Spanish, in what is read and in what is heard. */
export class EnglishLeft {
  /** Words and sentences that stand by themselves. */
  private readonly whole = new Set<string>();
  /** Pieces of sentences, long enough to tell. */
  private readonly pieces = new Set<string>();

  constructor(parts: readonly Texts[]) {
    for (const texts of parts) this.compare(texts('en'), texts('es'));
  }

  /** What of it is on the page now. */
  async on(page: Page): Promise<string[]> {
    const shown = await page.evaluate(() => {
      const roots = document.querySelectorAll('main, [role=dialog], nav');
      const elements = [...roots].flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
      const own = (element: HTMLElement): string[] => [
        ...[...element.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [])),
        ...['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) => element.getAttribute(name) ?? []),
      ];
      // Time zones have names of their own.
      const names = 'option[value*="/"]';
      return elements.filter((element) => !element.matches(names)).flatMap(own);
    });
    const texts = shown.map((text) => text.trim()).filter((text) => text !== '');
    const whole = texts.filter((text) => this.whole.has(text));
    const parts = [...this.pieces].filter((piece) => texts.some((text) => text.includes(piece)));
    return [...new Set([...whole, ...parts])];
  }

  private compare(english: unknown, spanish: unknown): void {
    if (typeof english === 'string' && english !== spanish && !LANGUAGES.has(english)) this.add(english, String(spanish));
    else if (typeof english === 'function') this.compare(filled(english), filled(spanish));
    else if (typeof english === 'object' && english !== null) {
      for (const [name, value] of Object.entries(english)) this.compare(value, (spanish as Record<string, unknown>)[name]);
    }
  }

  private add(english: string, spanish: string): void {
    const pieces = english.split(HOLE).map((piece) => piece.trim());
    if (pieces.length === 1) this.whole.add(english);
    for (const piece of pieces) if (piece.length >= TELLING && !spanish.includes(piece)) this.pieces.add(piece);
  }
}

/** A sentence with holes in it; undefined where it needs more than names and numbers. */
function filled(sentence: unknown): unknown {
  try {
    const text: unknown = (sentence as (...words: string[]) => unknown)(HOLE, HOLE, HOLE);
    return typeof text === 'string' ? text.replaceAll('undefined', HOLE).replaceAll('NaN', HOLE) : text;
  } catch {
    return undefined;
  }
}
