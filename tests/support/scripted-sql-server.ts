import type { Connect } from '../../src/main/sources/sqlserver/connection.ts';
import type { Row } from '../../src/main/sources/sqlserver/cell.ts';
import { HAS_DATABASE } from '../../src/main/sources/sqlserver/statements.ts';
import { MASTER, sqlserverError } from '../../src/main/sources/sqlserver/place.ts';

/** The statement `HOLD`. */
const HELD =
  /^DECLARE @answer int; EXECUTE @answer = master\.sys\.sp_getapplock @Resource = N'([^']+)', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = \d+; SELECT @answer$/;

/** What the server does at one statement. */
export interface Reaction {
  /** The whole statement, or a pattern for it. */
  statement: string | RegExp;
  rows?: readonly Row[] | ((match: RegExpExecArray) => readonly Row[]);
  /** The number of the server's error, or a code of the client's. */
  error?: number | string;
  /** What the server does beside answering, such as writing a file; it gets the pattern's match. */
  effect?: (match: RegExpExecArray) => void;
  /** In this database; without it in any. */
  database?: string;
  /** How often it may be asked; without it as often as somebody likes. */
  times?: number;
}

/** The edge of a SQL Server: answers by statement, and refuses a statement nobody foresaw. */
export class ScriptedSqlServer {
  /** Every statement, with its database, in order. */
  readonly log: { database: string; sql: string }[] = [];
  readonly unexpected: string[] = [];
  readonly #reactions: (Reaction & { left: number })[] = [];
  readonly #password: string;
  sessions = 0;
  /** Goes on with what it was asked, whatever becomes of whoever asked. */
  isStuck = false;
  /** Words that sessions hold on to. */
  readonly #held = new Set<string>();

  constructor(password: string) {
    this.#password = password;
  }

  /** The newest reaction that fits is taken. */
  on(...reactions: Reaction[]): this {
    this.#reactions.unshift(...reactions.map((reaction) => ({ ...reaction, left: reaction.times ?? Number.POSITIVE_INFINITY })));
    return this;
  }

  /** Statements that begin like this. */
  said(start: string): string[] {
    return this.log.filter(({ sql }) => sql.startsWith(start)).map(({ sql }) => sql);
  }

  readonly connect: Connect = async (place, signal) => {
    signal.throwIfAborted();
    await Promise.resolve();
    if (place.password !== this.#password || this.#cannotEnter(place.database)) throw sqlserverError({ code: 'ELOGIN' }, place);
    this.sessions += 1;
    let isOpen = true;
    const words = new Set<string>();
    return {
      query: async (sql) => {
        await Promise.resolve();
        signal.throwIfAborted();
        const word = HELD.exec(sql)?.[1];
        if (word !== undefined) return this.#hold(word, words);
        const { rows, error } = this.#react(place.database, sql);
        // Stopped while it ran: nobody hears how far that got.
        signal.throwIfAborted();
        if (error !== undefined) throw sqlserverError(typeof error === 'number' ? { number: error } : { code: error }, place);
        return [...rows];
      },
      end: async () => {
        await Promise.resolve();
        if (isOpen) this.sessions -= 1;
        isOpen = false;
        if (!this.isStuck) for (const word of words) this.#held.delete(word);
      },
    };
  };

  #cannotEnter(database: string): boolean {
    const answer = this.#reactions.find(({ statement }) => statement === HAS_DATABASE(database));
    return database !== MASTER && typeof answer?.rows !== 'function' && answer?.rows?.[0]?.[0] === null;
  }

  #hold(word: string, words: Set<string>): Row[] {
    if (this.#held.has(word) && !words.has(word)) return [[-1]];
    this.#held.add(word);
    words.add(word);
    return [[0]];
  }

  #react(database: string, sql: string): { rows: readonly Row[]; error: Reaction['error'] } {
    this.log.push({ database, sql });
    for (const reaction of this.#reactions) {
      if (reaction.left === 0 || (reaction.database !== undefined && reaction.database !== database)) continue;
      const match =
        typeof reaction.statement === 'string' ? (reaction.statement === sql ? /^[\s\S]*$/.exec(sql) : null) : reaction.statement.exec(sql);
      if (match === null) continue;
      reaction.left -= 1;
      reaction.effect?.(match);
      const { rows = [], error } = reaction;
      return { rows: typeof rows === 'function' ? rows(match) : rows, error };
    }
    this.unexpected.push(sql);
    throw new Error(`nobody foresaw: ${sql}`);
  }
}
