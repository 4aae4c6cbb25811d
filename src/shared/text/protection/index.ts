import type { Coverage, Disaster, ProtectionState, Reason, Space, ThreeTwoOne } from '../../model/protection.ts';
import type { Language } from '../language.ts';
import { englishProtection } from './en.ts';
import { spanishProtection } from './es.ts';
import type { DisasterLine, ProtectionSentences } from './sentences.ts';
import { dayWords, lengthWords, minutesWords, momentWords } from './words.ts';

export type { DisasterLine } from './sentences.ts';
export { ageWords, calendarDayWords, dayWords, daysWords, lengthWords, minutesWords, momentWords, nearMomentWords } from './words.ts';

const SENTENCES: Readonly<Record<Language, ProtectionSentences>> = { en: englishProtection, es: spanishProtection };
const DAY = 24 * 60;

/** How things are called on this screen, and on which clock. */
export interface ProtectionVoice {
  language: Language;
  /** IANA name. */
  timeZone: string;
  /** What can be done there: a window has buttons and pages, a terminal has commands. A window unless it says otherwise. */
  face?: 'screen' | 'terminal';
  /** The name of a source; undefined: it is not known any more. */
  sourceName: (source: string) => string | undefined;
  /** The name of a destination, with its disk's label. */
  placeName: (destination: string, disk?: string) => string | undefined;
}

/** `Protected`, `Needs attention`, `Not protected`. */
export function headline(state: ProtectionState, language: Language): string {
  return SENTENCES[language].headline[state];
}

/** What is the matter, and the one next step. */
export function reasonText(reason: Reason, voice: ProtectionVoice): { what: string; next: string } {
  const sentences = SENTENCES[voice.language];
  const { what, next: onScreen } = sentences.reasons[reason.code];
  const next = (voice.face === 'terminal' ? sentences.terminal[reason.code] : undefined) ?? onScreen;
  const words = {
    source: capital((reason.source !== undefined && voice.sourceName(reason.source)) || sentences.yourData),
    place: placeOf(reason, voice),
    at: reason.at === undefined ? undefined : momentWords(reason.at, voice.language, voice.timeZone),
    value: reason.value ?? 0,
  };
  return { what: capital(what(words)), next: next(words) };
}

/** One of the three lines that must be true. */
export function disasterText(disaster: Disaster, voice: ProtectionVoice): DisasterLine {
  const sentences = SENTENCES[voice.language];
  const title = sentences.disasters[disaster.disaster];
  if (disaster.destination === undefined) return { title, ...sentences.nothingLeft };
  const minutes = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : minutesWords(value, voice.language);
  const day = (at: string | undefined): string | undefined => (at === undefined ? undefined : dayWords(at, voice.language, voice.timeZone));
  const line = sentences.disaster({
    place: placeOf(disaster, voice),
    lose: minutes(disaster.loseMinutes),
    back: disaster.backInMinutes === undefined ? undefined : lengthWords(disaster.backInMinutes * 60, voice.language),
    measuredBy: disaster.measuredBy,
    measuredAt: day(disaster.measuredAt),
    isProven: disaster.isProven,
    lockedUntil: day(disaster.lockedUntil),
  });
  return { title, ...line };
}

/** The words beside a mark of the grid. */
export function markText(mark: Coverage['mark'], language: Language): string {
  return SENTENCES[language].marks[mark];
}

export function threeTwoOneText(rule: ThreeTwoOne, language: Language): string {
  return SENTENCES[language].threeTwoOne(rule.isMet, rule);
}

/** When a place will be full. */
export function spaceText({ fullInDays }: Space, language: Language): string {
  return SENTENCES[language].fullIn(fullInDays === undefined ? undefined : minutesWords(Math.max(1, fullInDays) * DAY, language));
}

function placeOf({ destination, disk }: { destination?: string | undefined; disk?: string | undefined }, voice: ProtectionVoice): string {
  const name = destination === undefined ? undefined : voice.placeName(destination, disk);
  return name ?? SENTENCES[voice.language].yourPlace;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
