import type { Row } from '../../src/main/sources/sqlserver/cell.ts';
import { FOLDERS, TABLES, ENVIRONMENT, DATE_COLUMNS, MAY_CREATE, ORPHANS } from '../../src/main/sources/sqlserver/statements.ts';
import type { ScriptedSqlServer } from './scripted-sql-server.ts';

interface Entry {
  id: number;
  state: 'ONLINE' | 'RESTORING';
}

/** The databases of a scripted server: what making, restoring, renaming and dropping does to them. Names have nothing to quote. */
export class SqlServerCatalog {
  readonly #entries = new Map<string, Entry>();
  #newestId = 4;
  /** What is left of the next restore. */
  restoresTo: Entry['state'] = 'ONLINE';

  constructor(server: ScriptedSqlServer) {
    server.on(
      { statement: /^SELECT DB_ID\(N'(.+)'\)$/, rows: this.#cell((entry) => entry?.id ?? null) },
      { statement: /^SELECT state_desc FROM sys\.databases WHERE name = N'(.+)'$/, rows: this.#cell((entry) => entry?.state ?? null) },
      { statement: /^CREATE DATABASE \[(.+)\]$/, effect: ([, name = '']) => this.make(name) },
      {
        statement: /^RESTORE DATABASE \[(.+?)\] FROM DISK/,
        effect: ([, name = '']) => this.make(name, this.restoresTo),
      },
      { statement: /^ALTER DATABASE \[(.+)\] MODIFY NAME = \[(.+)\]$/, effect: ([, from = '', to = '']) => this.rename(from, to) },
      { statement: /^IF DB_ID\(N'(.+?)'\) IS NOT NULL .* DROP DATABASE/, effect: ([, name = '']) => this.drop(name) },
      { statement: /^RESTORE FILELISTONLY/, rows: [['Data', 'X:\\old.mdf', 'D']] },
      { statement: FOLDERS, rows: [['E:\\', 'F:\\', '']] },
      { statement: /^SELECT COUNT\(\*\) FROM sys\.dm_exec_sessions/, rows: [[0]] },
      { statement: /^SELECT SUSER_SNAME/, rows: [['shop']] },
      { statement: /^ALTER AUTHORIZATION ON DATABASE/ },
      { statement: ENVIRONMENT, rows: [['15.0.2000.5', 'Express Edition (64-bit)', 'Latin1_General_CI_AS', 'SIMPLE']] },
      { statement: MAY_CREATE, rows: [[1]] },
      ...[TABLES, DATE_COLUMNS, ORPHANS].map((statement) => ({ statement })),
    );
  }

  /** Names with their numbers: a database keeps its number under another name. */
  get databases(): Record<string, number> {
    return Object.fromEntries([...this.#entries].map(([name, { id }]) => [name, id] as const));
  }

  make(name: string, state: Entry['state'] = 'ONLINE'): void {
    if (this.#entries.has(name)) throw new Error(`there is ${name} already`);
    this.#newestId += 1;
    this.#entries.set(name, { id: this.#newestId, state });
  }

  rename(from: string, to: string): void {
    const entry = this.#entries.get(from);
    if (entry === undefined || this.#entries.has(to)) throw new Error(`cannot rename ${from} to ${to}`);
    this.#entries.delete(from);
    this.#entries.set(to, entry);
  }

  drop(name: string): void {
    this.#entries.delete(name);
  }

  #cell(from: (entry: Entry | undefined) => Row[number]): (match: RegExpExecArray) => readonly Row[] {
    return ([, name = '']) => [[from(this.#entries.get(name))]];
  }
}
