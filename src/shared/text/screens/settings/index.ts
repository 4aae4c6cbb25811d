import type { Language } from '../../language.ts';
import { englishSettings } from './en.ts';
import { spanishSettings } from './es.ts';
import type { SettingsTexts } from './texts.ts';

export { type PlaceStateName, SETTINGS_AREAS, type SettingsArea, type SettingsTexts } from './texts.ts';

const TEXTS: Readonly<Record<Language, SettingsTexts>> = { en: englishSettings, es: spanishSettings };

/** The words of the settings. */
export function settingsTexts(language: Language): SettingsTexts {
  return TEXTS[language];
}
