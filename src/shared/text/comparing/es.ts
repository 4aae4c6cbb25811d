import type { ComparingSentences } from './sentences.ts';

/** Words for what is counted in the data, in Spanish. */
export const spanishComparing: ComparingSentences = {
  files: 'Archivos',
  bytes: 'Tamaño',
  newestFile: 'Archivo más reciente',
  rows: (table) => `Filas en ${table}`,
  newest: (column) => `Lo más reciente en ${column}`,
  of: (part, what) => `${part}: ${what}`,
  numbersLost: (name, first, last) => (first === last ? `${name}: ${first}` : `${name}: del ${first} al ${last}`),
  rowsLost: (table, count, isOne) => `${count} ${isOne ? 'fila' : 'filas'} en ${table}`,
  datesLost: (column, after) => `todo lo de ${column} posterior a ${after}`,
  differs: (what, now, inCopy) => `${what}: ${now} ahora, ${inCopy} en la copia`,
  nothing: 'nada',
};
