import type { ComparingSentences } from './sentences.ts';

/** Words for what is counted in the data, in English. */
export const englishComparing: ComparingSentences = {
  files: 'Files',
  bytes: 'Size',
  newestFile: 'Newest file',
  rows: (table) => `Rows in ${table}`,
  newest: (column) => `Newest ${column}`,
  of: (part, what) => `${part}: ${what}`,
  numbersLost: (name, first, last) => (first === last ? `${name}: ${first}` : `${name}: ${first} to ${last}`),
  rowsLost: (table, count, isOne) => `${count} ${isOne ? 'row' : 'rows'} in ${table}`,
  datesLost: (column, after) => `everything in ${column} after ${after}`,
  differs: (what, now, inCopy) => `${what}: ${now} now, ${inCopy} in the copy`,
  nothing: 'nothing',
};
