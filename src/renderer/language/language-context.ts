import { createContext, use } from 'react';
import { type Language, pickLanguage } from '../../shared/text/index.ts';

/** In which language the page speaks, and on which clock. */
export interface Voice {
  language: Language;
  /** IANA name: the pharmacy's, else the machine's. */
  timeZone: string;
}

/** What counts before a pharmacy is set up: what the system is set to. */
export function systemVoice(): Voice {
  return { language: pickLanguage(navigator.languages), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export const VoiceContext = createContext<Voice | undefined>(undefined);

export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (voice === undefined) throw new Error('There is no voice around this component.');
  return voice;
}
