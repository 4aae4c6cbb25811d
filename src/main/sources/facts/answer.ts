import type { WitnessFact } from '../../../shared/model/witness.ts';
import { writtenDate } from './dates.ts';

/** A pharmacy's own question and its answer as a fact. Undefined: the answer is neither a number nor a date, and is not kept. */
export function answerFact(name: string, answer: unknown): WitnessFact | undefined {
  const subject = `question:${name}`;
  if (answer === null || answer === undefined) return { kind: 'date', subject };
  const number = numberIn(answer);
  if (number !== undefined) return { kind: 'number', subject, value: number };
  const value = writtenDate(answer);
  return value === undefined ? undefined : { kind: 'date', subject, value };
}

/** A number, also one that came as text; longer ones than a double holds exactly are none. */
function numberIn(answer: unknown): number | undefined {
  if (typeof answer === 'bigint') return Number.isSafeInteger(Number(answer)) ? Number(answer) : undefined;
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : undefined;
  if (typeof answer !== 'string' || !/^-?\d{1,15}(\.\d{1,9})?$/.test(answer)) return undefined;
  return Number(answer);
}

/** The first word that counts, behind comments. */
const START = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(\w+)/;

/** Whether SQL at least begins as a question; what it does is up to the database's own read-only transaction. */
export function isQuestion(sql: string): boolean {
  return ['select', 'with', 'values'].includes(START.exec(sql)?.[1]?.toLowerCase() ?? '');
}
