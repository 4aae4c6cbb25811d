/** How the page looks. */
export { useStateColors } from './state-colors.ts';
export { type ThemeName, useSystemTheme } from './system-theme.ts';
export { Themed } from './themed.tsx';
