import { answerFact } from '../facts/index.ts';

/** What a question gave: rows of cells, of which only a single one counts. */
export type Answer = readonly (readonly unknown[])[];

/** What begins a statement that reads. */
const READS = /^(select|with|values|table)\b/i;
/** Words that begin or make a change in SQL Server's language, where one batch may hold several statements without a sign between. */
const CHANGES = new Set(
  (
    'insert update delete merge truncate drop alter create into exec execute grant revoke deny commit rollback begin save set use backup ' +
    'restore dbcc kill shutdown declare waitfor bulk writetext updatetext openrowset openquery opendatasource reconfigure enable disable print if while'
  ).split(' '),
);

/** A question without its last semicolon; undefined if it does not begin as something that reads, or has a second statement. */
export function readingQuestion(sql: string): string | undefined {
  const text = sql.trim().replace(/;\s*$/, '');
  const bare = withoutQuoted(text).trim();
  return READS.test(bare) && !bare.includes(';') ? text : undefined;
}

/** As {@link readingQuestion}, for a server without read-only transactions: no word that changes something either. */
export function harmlessQuestion(sql: string): string | undefined {
  const text = readingQuestion(sql);
  if (text === undefined) return undefined;
  const words =
    withoutQuoted(text)
      .toLowerCase()
      .match(/[\p{L}_@#][\p{L}\p{N}_@#$]*/gu) ?? [];
  return words.some((word) => CHANGES.has(word) || word.startsWith('sp_') || word.startsWith('xp_')) ? undefined : text;
}

/** The one value of an answer: a number or a date. Undefined: it is empty. Throws a TypeError if it is anything else. */
export function singleValue(answer: Answer): string | number | undefined {
  const [row, ...more] = answer;
  if (row === undefined) return undefined;
  if (more.length > 0 || row.length !== 1) throw new TypeError('more than one value');
  const [cell] = row;
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === 'number') return cell;
  if (cell instanceof Date) return cell.toISOString();
  const fact = answerFact('', cell);
  // Never text: a name must not get into a witness.
  if (fact?.value === undefined) throw new TypeError('neither a number nor a date');
  return fact.value;
}

/** The text with what is in quotes, brackets and comments taken out. */
function withoutQuoted(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
}
