import { expect } from '@jest/globals';
import { BACK_OFFICE, type PageOnTest, type ThemeName, THEMES } from './browser.ts';

export interface SoundScreenOptions {
  /** What the browser itself must say in this state, such as that nobody answers. */
  foreseen?: RegExp;
  /** All by default. */
  themes?: readonly ThemeName[];
}

/** What must hold of every screen as it is now: in every theme axe finds nothing, nothing is cut off at the common size nor at 200 % zoom, nothing went wrong. */
export async function expectSoundScreen(
  on: PageOnTest,
  name: string,
  { foreseen, themes = THEMES }: SoundScreenOptions = {},
): Promise<void> {
  for (const [at, theme] of themes.entries()) {
    await on.useTheme(theme);
    await on.picture(`${name}-${theme}`);
    expect({ name, theme, axe: await on.accessibilityProblems(at === 0 ? 'all' : 'looks') }).toEqual({ name, theme, axe: [] });
  }
  await on.useTheme('light');
  await on.wholePicture(`${name}-whole`);
  expect({ name, cutOff: await on.cutOff() }).toEqual({ name, cutOff: [] });
  // Zooming to 200 % halves the pixels a page has.
  await on.resize({ width: BACK_OFFICE.width / 2, height: BACK_OFFICE.height / 2 });
  await on.picture(`${name}-zoomed`);
  expect({ name, cutOffZoomed: await on.cutOff() }).toEqual({ name, cutOffZoomed: [] });
  await on.resize(BACK_OFFICE);
  const problems = on.takeProblems().filter((problem) => foreseen?.test(problem) !== true);
  expect({ name, problems }).toEqual({ name, problems: [] });
}
