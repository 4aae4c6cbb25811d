import { type Language, notedValue, witnessSubject } from '../../../shared/text/index.ts';
import type { Invocation } from '../invocation.ts';

/** In whose language, and by which clock, a terminal says what was counted. */
export function voiceOf({ language }: Pick<Invocation, 'language'>): { language: Language; timeZone: string } {
  return { language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** What a fact that is not as it was noted is about, what it was, and what it is now; undefined: it is missing. */
export function comparedWords(
  { subject, expected, found }: { subject: string; expected: string; found?: string | undefined },
  voice: ReturnType<typeof voiceOf>,
): [subject: string, expected: string, found: string | undefined] {
  return [
    witnessSubject(subject, voice.language),
    notedValue(subject, expected, voice),
    found === undefined ? undefined : notedValue(subject, found, voice),
  ];
}
