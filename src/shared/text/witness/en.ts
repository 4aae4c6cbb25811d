import type { WitnessSentences } from './sentences.ts';

/** What was read from the data, in English. */
export const englishWitness: WitnessSentences = {
  files: (count) => `${count} ${count === '1' ? 'file' : 'files'}`,
  bytes: (size) => size,
  rows: (table, count) => `${count} ${count === '1' ? 'row' : 'rows'} in ${table}`,
  newestFile: (moment) => `newest file: ${moment}`,
  newest: (subject, moment) => `newest ${subject}: ${moment}`,
  answer: (question, value) => `${question}: ${value}`,
  in: (folder, what) => `${folder}: ${what}`,
  other: (subject, value) => `${subject}: ${value}`,
  nothing: 'none',
};
