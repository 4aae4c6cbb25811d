import { formatBytes, formatCount } from '../../format/index.ts';
import type { WitnessCell } from '../../model/witness-days.ts';
import type { Language } from '../language.ts';
import { isFolder, splitSubject } from '../split-subject.ts';
import { writtenDateWords } from '../written-date.ts';
import { englishComparing } from './en.ts';
import type { ComparingSentences } from './sentences.ts';
import { spanishComparing } from './es.ts';

const SENTENCES: Readonly<Record<Language, ComparingSentences>> = { en: englishComparing, es: spanishComparing };

export interface ComparingVoice {
  language: Language;
  timeZone: string;
}

/** A fact that is further on now than in a copy, or otherwise not the same. */
export interface Difference {
  subject: string;
  /** In the copy. */
  expected: string;
  /** Now; undefined where nothing can be read. */
  found?: string | undefined;
}

/** What a fact is about, such as `Rows in prescriptions`. */
export function witnessSubject(subject: string, language: Language): string {
  const words = SENTENCES[language];
  const { part, kind, name } = splitSubject(subject);
  const what = subjectWords(words, kind, name);
  return part === undefined ? what : words.of(part, what);
}

/** A value as a person reads it. */
export function witnessValue({ subject, kind, value }: WitnessCell, voice: ComparingVoice): string {
  if (value === undefined) return SENTENCES[voice.language].nothing;
  if (typeof value === 'string') return kind === 'date' ? dateWords(value, voice) : value;
  if (splitSubject(subject).kind === 'bytes') return formatBytes(value);
  return kind === 'count' ? formatCount(value) : String(value);
}

/**
 * What would be lost if a copy took the place of what is there now, such as `Last Rx number: 104233 to 104290`. Undefined if
 * the copy has at least as much of it.
 */
export function lostText({ subject, expected, found }: Difference, voice: ComparingVoice): string | undefined {
  const words = SENTENCES[voice.language];
  const { kind, name } = splitSubject(subject);
  if (found === undefined || kind === 'bytes') return undefined;
  const [copy, now] = [Number(expected), Number(found)];
  if (Number.isNaN(copy) || Number.isNaN(now)) return lostDate({ subject, expected, found }, voice);
  if (now <= copy) return undefined;
  if (kind === 'rows') return words.rowsLost(name, formatCount(now - copy), now - copy === 1);
  if (kind === 'question' && Number.isInteger(copy) && Number.isInteger(now)) {
    return words.numbersLost(name, String(copy + 1), String(now));
  }
  return differenceText({ subject, expected, found }, voice);
}

/** A fact that is not the same in a copy and now, whichever is further on. */
export function differenceText({ subject, expected, found }: Difference, voice: ComparingVoice): string {
  const [now, inCopy] = [notedValue(subject, found, voice), notedValue(subject, expected, voice)];
  return SENTENCES[voice.language].differs(witnessSubject(subject, voice.language), now, inCopy);
}

/** What a fact says, as it is noted where two are compared: a number or a date as text, `-` where there was nothing. */
export function notedValue(subject: string, noted: string | undefined, voice: ComparingVoice): string {
  if (noted === undefined || noted === '-') return SENTENCES[voice.language].nothing;
  const { kind } = splitSubject(subject);
  const number = Number(noted);
  if (Number.isNaN(number)) return dateWords(noted, voice);
  if (kind === 'bytes') return formatBytes(number);
  return kind === 'rows' || kind === 'files' ? formatCount(number) : noted;
}

function lostDate({ subject, expected, found }: Required<Difference>, voice: ComparingVoice): string | undefined {
  const words = SENTENCES[voice.language];
  if (found === '-' || (expected !== '-' && found !== undefined && found <= expected)) return undefined;
  const { name } = splitSubject(subject);
  return words.datesLost(name === '' ? words.newestFile : name, expected === '-' ? words.nothing : dateWords(expected, voice));
}

function dateWords(value: string, voice: ComparingVoice): string {
  return writtenDateWords(value, voice) ?? value;
}

function subjectWords(words: ComparingSentences, kind: string, name: string): string {
  if (kind === 'rows') return words.rows(name);
  if (kind === 'question') return name;
  const base = kind === 'newest' ? words.newestFile : kind === 'files' ? words.files : kind === 'bytes' ? words.bytes : kind;
  if (name === '') return base;
  return kind === 'newest' && !isFolder(name) ? words.newest(name) : words.of(name, base);
}
