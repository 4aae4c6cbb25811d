import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'high-contrast': withSystemLinks(teamsHighContrastTheme),
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

/** With forced colours the ground is the system's, light or dark: a link takes the system's colour for links. */
function withSystemLinks(theme: Theme): Theme {
  const color = 'LinkText';
  return { ...theme, colorBrandForegroundLink: color, colorBrandForegroundLinkHover: color, colorBrandForegroundLinkPressed: color };
}
