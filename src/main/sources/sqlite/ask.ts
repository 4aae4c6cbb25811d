import { LifeboatError } from '../../../shared/errors/index.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import { answerFact } from '../facts/index.ts';
import type { SourceWarningCode } from '../kind.ts';
import { openDatabase } from './database-thread.ts';

/** Milliseconds a question may take. */
const QUESTION_LIMIT = 30_000;

/** Asks a copy of ours. A question that takes too long is given up; its thread ends when SQLite lets it. `question-refused`, `aborted`. */
export async function askCopy(path: string, question: Question, signal: AbortSignal, limit = QUESTION_LIMIT): Promise<unknown> {
  return await ask(path, question, signal, { mode: 'own', limit });
}

interface Asking {
  mode: 'own' | 'live';
  limit: number;
}

async function ask(path: string, question: Question, signal: AbortSignal, { mode, limit }: Asking): Promise<unknown> {
  const late = AbortSignal.timeout(limit);
  try {
    const database = await openDatabase(path, mode, AbortSignal.any([signal, late]));
    try {
      return await database.do('ask', question);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (late.aborted && !signal.aborted) throw new LifeboatError('question-refused', { name: question.name }, { cause: error });
    throw error;
  }
}

/** Facts of all questions, and a warning for each that has no answer that may be kept. */
export async function askAll(
  path: string,
  questions: readonly Question[],
  signal: AbortSignal,
  asking: Asking = { mode: 'own', limit: QUESTION_LIMIT },
): Promise<{ facts: WitnessFact[]; warnings: { code: SourceWarningCode; detail: string }[] }> {
  const facts: WitnessFact[] = [];
  const warnings: { code: SourceWarningCode; detail: string }[] = [];
  for (const question of questions) {
    const fact = await factOf(path, question, signal, asking);
    if (fact === undefined) warnings.push({ code: 'question-failed', detail: question.name });
    else facts.push(fact);
  }
  return { facts, warnings };
}

async function factOf(path: string, question: Question, signal: AbortSignal, asking: Asking): Promise<WitnessFact | undefined> {
  try {
    return answerFact(question.name, await ask(path, question, signal, asking));
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
