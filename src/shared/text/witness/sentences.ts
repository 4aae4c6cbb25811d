/** One language's words for what was read from the data. */
export interface WitnessSentences {
  files: (count: string) => string;
  bytes: (size: string) => string;
  rows: (table: string, count: string) => string;
  newestFile: (moment: string) => string;
  newest: (subject: string, moment: string) => string;
  /** A question of the pharmacy's own and its answer. */
  answer: (question: string, value: string) => string;
  /** Of one of several folders. */
  in: (folder: string, what: string) => string;
  other: (subject: string, value: string) => string;
  nothing: string;
}
