import { isLifeboatError } from '../../../shared/errors/index.ts';
import type { Clock } from '../../../shared/model/clock.ts';
import type { Question } from '../../../shared/model/source.ts';
import type { WitnessFact } from '../../../shared/model/witness.ts';
import { answerFact, isPrivateName } from '../facts/index.ts';

/** A table and what of it tells how new it is. */
export interface WitnessTable {
  /** As it is called in a witness: without the schema everybody uses. */
  label: string;
  schema: string;
  name: string;
  bytes: number;
  dates: DateColumn[];
}

/** A column with dates, in the order of the table. */
export interface DateColumn {
  name: string;
  type: string;
  /** An index begins with it, so that its newest value costs nothing. */
  isIndexed: boolean;
}

/** How a product is asked. Limits are milliseconds; a result of undefined means that it took longer or was refused. */
export interface FactReader {
  /** The largest first. */
  tables(): Promise<WitnessTable[]>;
  count(table: WitnessTable, limit: number): Promise<number | undefined>;
  newest(table: WitnessTable, column: DateColumn, limit: number): Promise<{ value: string | undefined } | undefined>;
  /** The one value of a question; throws if there is none to get. */
  ask(question: Question, limit: number): Promise<string | number | undefined>;
}

/** How much is asked: as much as a server in use can bear, or everything, of a copy that nobody works with. */
export type Thoroughness = 'bearable' | 'whole';

export interface Facts {
  facts: WitnessFact[];
  /** Names of questions that got no answer. */
  failedQuestions: string[];
}

const LARGEST = 12;
/** Columns asked per table; a fixed choice, so that a copy is asked for at least what the original was. */
const DATES_PER_TABLE = 3;
/** Reading a table of this size to its end takes no time worth speaking of. */
const SMALL = 64 * 1024 * 1024;
const EACH = 5000;
const TOGETHER = 30_000;
/** For one statement on a private copy: long enough for any table. */
const UNHURRIED = 60 * 60 * 1000;

/**
 * Row counts, newest dates and the answers to the pharmacy's questions. On a server in use the questions come first, then the largest
 * twelve tables as far as half a minute reaches; a `whole` look has at least the facts of every bearable one.
 */
export async function readFacts(
  reader: FactReader,
  questions: readonly Question[],
  how: Thoroughness,
  clock: Clock,
  only: (table: WitnessTable) => boolean = () => true,
): Promise<Facts> {
  const limit = how === 'whole' ? () => UNHURRIED : withinHalfAMinute(clock);
  const { facts, failedQuestions } = await askAll(reader, questions, limit);
  const tables = (await reader.tables()).filter(only);
  for (const table of how === 'whole' ? tables : tables.slice(0, LARGEST)) facts.push(...(await factsOf(reader, table, how, limit)));
  return { facts, failedQuestions };
}

async function askAll(reader: FactReader, questions: readonly Question[], limit: () => number): Promise<Facts> {
  const facts: WitnessFact[] = [];
  const failedQuestions: string[] = [];
  for (const question of questions) {
    const fact = await answered(reader, question, limit());
    if (fact === undefined) failedQuestions.push(question.name);
    else facts.push(fact);
  }
  return { facts, failedQuestions };
}

async function answered(reader: FactReader, question: Question, limit: number): Promise<WitnessFact | undefined> {
  try {
    return answerFact(question.name, await reader.ask(question, limit));
  } catch (error) {
    if (isLifeboatError(error, 'database-unreachable') || isLifeboatError(error, 'aborted')) throw error;
    return undefined;
  }
}

async function factsOf(reader: FactReader, table: WitnessTable, how: Thoroughness, limit: () => number): Promise<WitnessFact[]> {
  const facts: WitnessFact[] = [];
  const rows = limit() > 0 ? await reader.count(table, limit()) : undefined;
  if (rows !== undefined) facts.push({ kind: 'count', subject: `rows:${table.label}`, value: rows });
  for (const column of table.dates.filter(({ name }) => !isPrivateName(name)).slice(0, DATES_PER_TABLE)) {
    const isAffordable = how === 'whole' || column.isIndexed || table.bytes <= SMALL;
    const newest = isAffordable && limit() > 0 ? await reader.newest(table, column, limit()) : undefined;
    if (newest === undefined) continue;
    const subject = `newest:${table.label}.${column.name}`;
    facts.push({ kind: 'date', subject, ...(newest.value !== undefined && { value: newest.value }) });
  }
  return facts;
}

function withinHalfAMinute(clock: Clock): () => number {
  const end = clock.uptime() + TOGETHER;
  return () => Math.max(0, Math.min(EACH, end - clock.uptime()));
}
