import type { Page } from 'playwright-core';

/** How long a person waits until what was typed is on the screen, in milliseconds. */
export interface Typing {
  keys: number;
  /** The browser tells only of those that took longer than a frame; the others count as one. */
  percentile95: number;
  longest: number;
}

/** A frame; the browser's Event Timing tells of nothing shorter. */
const FRAME = 16;
/** Milliseconds between two keys of somebody who types fast. */
const PACE = 60;
const WORDS = 'Corner Pharmacy of the old market square ';

/** Types into a field until `isOver`, and asks the browser how long each key took until it was painted. */
export async function typeMeanwhile(page: Page, field: string, isOver: () => boolean): Promise<Typing> {
  await page.evaluate((frame) => {
    const slow: number[] = [];
    Object.assign(globalThis, { slow });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown' || entry.name === 'input') slow.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: frame } as PerformanceObserverInit);
  }, FRAME);
  await page.getByLabel(field).first().click();
  let keys = 0;
  for (; !isOver(); keys++) await page.keyboard.press(keyOf(keys), { delay: PACE });
  // The last entries come after the next frames.
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => (globalThis as unknown as { slow: number[] }).slow);
  return typingOf(keys, slow);
}

/** Every word is typed and taken back, so that the field stays short. */
function keyOf(count: number): string {
  const at = count % (WORDS.length * 2);
  const letter = WORDS[at] ?? 'Backspace';
  return letter === ' ' ? 'Space' : letter;
}

/** Each key gives two events, of which the slower counts. */
export function typingOf(keys: number, slow: readonly number[]): Typing {
  const all = [...slow, ...Array.from({ length: Math.max(0, keys * 2 - slow.length) }, () => FRAME)].sort((a, b) => a - b);
  const at = (share: number): number => all[Math.min(all.length - 1, Math.ceil(all.length * share) - 1)] ?? Number.NaN;
  return { keys, percentile95: at(0.95), longest: at(1) };
}
