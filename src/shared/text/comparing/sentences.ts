/** One language's words for what is counted in the data. Names of tables and columns are the database's own. */
export interface ComparingSentences {
  files: string;
  bytes: string;
  newestFile: string;
  rows: (table: string) => string;
  newest: (column: string) => string;
  /** A fact of one part or one folder: `Scans: files`. */
  of: (part: string, what: string) => string;
  /** Numbers that came after the copy: the first and the last of them. */
  numbersLost: (name: string, first: string, last: string) => string;
  rowsLost: (table: string, count: string, isOne: boolean) => string;
  datesLost: (column: string, after: string) => string;
  differs: (what: string, now: string, inCopy: string) => string;
  nothing: string;
}
