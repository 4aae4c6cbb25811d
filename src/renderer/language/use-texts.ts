import type { Language } from '../../shared/text/index.ts';
import { useVoice } from './language-context.ts';

/** The words of a screen in the page's language: `useTexts(homeTexts)`. */
export function useTexts<T>(textsOf: (language: Language) => T): T {
  return textsOf(useVoice().language);
}
