import type { WitnessSentences } from './sentences.ts';

/** What was read from the data, in Spanish. */
export const spanishWitness: WitnessSentences = {
  files: (count) => `${count} ${count === '1' ? 'archivo' : 'archivos'}`,
  bytes: (size) => size,
  rows: (table, count) => `${count} ${count === '1' ? 'fila' : 'filas'} en ${table}`,
  newestFile: (moment) => `archivo más reciente: ${moment}`,
  newest: (subject, moment) => `${subject} más reciente: ${moment}`,
  answer: (question, value) => `${question}: ${value}`,
  in: (folder, what) => `${folder}: ${what}`,
  other: (subject, value) => `${subject}: ${value}`,
  nothing: 'ninguno',
};
