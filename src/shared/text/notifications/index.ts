import type { AnnouncedCode } from '../../model/protection.ts';
import type { Language } from '../language.ts';
import { englishMessages } from './en.ts';
import type { Cause, Message, MessageSentences, MessageSpec } from './sentences.ts';
import { spanishMessages } from './es.ts';

export type { Cause, Message, MessageSpec } from './sentences.ts';

const SENTENCES: Readonly<Record<Language, MessageSentences>> = { en: englishMessages, es: spanishMessages };

/** Lines that a notification on the desktop has room for. */
const LINES = 3;

/** A message in words, as plain text. */
export function messageText(spec: MessageSpec, language: Language): Message {
  const words = SENTENCES[language];
  const { subject, paragraphs } = compose(spec, words);
  return { subject, text: `${[...paragraphs, words.footer].join('\n\n')}\n` };
}

/** The same in a few lines, for a notification on the desktop. */
export function shortText(spec: MessageSpec, language: Language): { title: string; body: string } {
  const { subject, paragraphs } = compose(spec, SENTENCES[language]);
  const lines = (paragraphs.slice(0, 2).at(-1) ?? subject).split('\n').filter((line) => line !== '');
  const shown = lines.slice(0, LINES).map((line) => line.replace(/^- /, ''));
  return { title: subject, body: [...shown, ...(lines.length > LINES ? ['...'] : [])].join('\n') };
}

/** What was the matter, in a few words, for when it is over: `failing backups`. */
export function causeOver(code: AnnouncedCode, language: Language): string {
  return SENTENCES[language].causes[code].over;
}

interface Composed {
  subject: string;
  paragraphs: string[];
}

function compose(spec: MessageSpec, words: MessageSentences): Composed {
  const { subjects, next } = words;
  switch (spec.kind) {
    case 'alert': {
      const [subject, lead] = spec.isRed ? [subjects.red, words.red] : [subjects.amber, words.amber];
      return { subject, paragraphs: [lead, listNow(spec.causes, words), next] };
    }
    case 'escalation':
      return { subject: subjects.escalation, paragraphs: [words.escalation, listNow(spec.causes, words), next] };
    case 'working-again': {
      const over = spec.causes.map(({ code }) => `- ${words.causes[code].over}`).join('\n');
      return { subject: subjects.workingAgain, paragraphs: [words.workingAgain, over, ...(spec.left > 0 ? [words.left(spec.left)] : [])] };
    }
    case 'weekly':
      return spec.isWell
        ? { subject: subjects.well, paragraphs: [words.well] }
        : { subject: subjects.notWell, paragraphs: [words.notWell, next] };
    case 'code':
      return { subject: subjects.code, paragraphs: [words.code(spec.code, spec.minutes)] };
    default:
      return { subject: subjects.test, paragraphs: [words.test] };
  }
}

function listNow(causes: readonly Cause[], words: MessageSentences): string {
  return causes.map(({ code, count }) => `- ${words.causes[code].now(count)}`).join('\n');
}
