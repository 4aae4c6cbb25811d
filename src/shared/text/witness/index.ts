import { formatBytes, formatCount } from '../../format/index.ts';
import type { WitnessFact } from '../../model/witness.ts';
import type { Language } from '../language.ts';
import { momentWords } from '../protection/words.ts';
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

/** One fact in words, such as `40 rows in prescriptions` or `Last Rx number: 104290`. */
export function witnessFactText(fact: WitnessFact, { language, timeZone }: WitnessVoice): string {
  const words = SENTENCES[language];
  const [, kind = '', , subject = ''] = /^([a-z]+)(:(.*))?$/s.exec(fact.subject) ?? [];
  const value = valueWords(fact, { language, timeZone }) ?? words.nothing;
  if (kind === 'question') return words.answer(subject, value);
  if (kind === 'rows') return words.rows(subject, value);
  if (kind === 'newest') return subject === '' ? words.newestFile(value) : words.newest(subject, value);
  if (kind === 'files' && subject === '') return words.files(value);
  if (kind === 'bytes' && subject === '' && typeof fact.value === 'number') return words.bytes(formatBytes(fact.value));
  return words.other(fact.subject, value);
}

/** The facts a person recognises first: the pharmacy's own questions, then files and sizes, then the largest tables. */
export function witnessLines(facts: readonly WitnessFact[], voice: WitnessVoice): string[] {
  const rank = ({ subject }: WitnessFact): number => (subject.startsWith('question:') ? 0 : subject.includes(':') ? 2 : 1);
  return facts
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN)
    .map((fact) => witnessFactText(fact, voice));
}

function valueWords(fact: WitnessFact, { language, timeZone }: WitnessVoice): string | undefined {
  if (fact.kind === 'count') return formatCount(fact.value);
  if (fact.kind === 'number') return String(fact.value);
  if (fact.value === undefined) return undefined;
  // A date as the database writes it stays as it is.
  return /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(fact.value) ? momentWords(fact.value, language, timeZone) : fact.value;
}
