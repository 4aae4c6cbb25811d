import { formatBytes, formatCount } from '../../format/index.ts';
import type { WitnessFact } from '../../model/witness.ts';
import type { Language } from '../language.ts';
import { isFolder, splitSubject } from '../split-subject.ts';
import { writtenDateWords } from '../written-date.ts';
import { englishWitness } from './en.ts';
import type { WitnessSentences } from './sentences.ts';
import { spanishWitness } from './es.ts';

const SENTENCES: Readonly<Record<Language, WitnessSentences>> = { en: englishWitness, es: spanishWitness };
/** A database has hundreds of tables; a person looks at a few. */
const SHOWN = 6;

interface WitnessVoice {
  language: Language;
  timeZone: string;
}

/** One fact in words, such as `40 rows in prescriptions` or `Last Rx number: 104290`; one of a group's part says which. */
export function witnessFactText(fact: WitnessFact, voice: WitnessVoice): string {
  const words = SENTENCES[voice.language];
  const { part } = splitSubject(fact.subject);
  const text = factWords(fact, voice);
  return part === undefined ? text : words.other(part, text);
}

/** The facts a person recognises first: the pharmacy's own questions, then files and sizes, then the largest tables. */
export function witnessLines(facts: readonly WitnessFact[], voice: WitnessVoice): string[] {
  return facts
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN)
    .map((fact) => witnessFactText(fact, voice));
}

function rank({ subject }: WitnessFact): number {
  const { kind, name } = splitSubject(subject);
  return kind === 'question' ? 0 : name === '' ? 1 : 2;
}

function factWords(fact: WitnessFact, voice: WitnessVoice): string {
  const words = SENTENCES[voice.language];
  const { kind, name } = splitSubject(fact.subject);
  const value = valueWords(fact, voice) ?? words.nothing;
  if (kind === 'question') return words.answer(name, value);
  if (kind === 'rows') return words.rows(name, value);
  const what = wordsOfFiles(fact, kind, value, words) ?? (kind === 'newest' ? words.newest(name, value) : undefined);
  if (what === undefined) return words.other(name === '' ? kind : `${kind}:${name}`, value);
  return isFolder(name) ? words.in(name, what) : what;
}

/** Of files, all of them or those of a folder; undefined: it is about something else. */
function wordsOfFiles(fact: WitnessFact, kind: string, value: string, words: WitnessSentences): string | undefined {
  const { name } = splitSubject(fact.subject);
  if (name !== '' && !isFolder(name)) return undefined;
  if (kind === 'newest') return words.newestFile(value);
  if (kind === 'files') return words.files(value);
  return kind === 'bytes' && typeof fact.value === 'number' ? words.bytes(formatBytes(fact.value)) : undefined;
}

function valueWords(fact: WitnessFact, { language, timeZone }: WitnessVoice): string | undefined {
  if (fact.kind === 'count') return formatCount(fact.value);
  if (fact.kind === 'number') return String(fact.value);
  if (fact.value === undefined) return undefined;
  return writtenDateWords(fact.value, { language, timeZone }) ?? fact.value;
}
