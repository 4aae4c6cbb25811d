import { createDarkTheme, createLightTheme, type Theme, teamsHighContrastTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { brand } from './brand.ts';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: createLightTheme(brand),
  dark: readable(createDarkTheme(brand)),
  'high-contrast': teamsHighContrastTheme,
};

const DARK = '(prefers-color-scheme: dark)';
const FORCED = '(forced-colors: active)';

/** What the system is set to, kept up to date. */
export function useSystemTheme(): { name: ThemeName; theme: Theme } {
  const name = useSyncExternalStore(subscribe, themeName);
  return { name, theme: THEMES[name] };
}

function subscribe(listener: () => void): () => void {
  const queries = [DARK, FORCED].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

function themeName(): ThemeName {
  if (matchMedia(FORCED).matches) return 'high-contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** On dark ground the accent is taken from the light end, so that links and marks can be read. */
function readable(theme: Theme): Theme {
  return { ...theme, colorBrandForeground1: brand[120], colorBrandForeground2: brand[130], colorBrandForegroundLink: brand[130] };
}
