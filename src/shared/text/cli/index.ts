import type { Language } from '../language.ts';
import { englishCli } from './en/index.ts';

/** Everything the terminal says that is neither an error nor a warning. */
export type CliTexts = typeof englishCli;

const TEXTS: Readonly<Partial<Record<Language, CliTexts>>> = { en: englishCli };

/** The terminal's texts in a language; English where a language has none yet. */
export function cliTexts(language: Language): CliTexts {
  return TEXTS[language] ?? englishCli;
}
