import { spanishReason } from '../reasons/es.ts';
import type { WarningSentences } from './sentences.ts';

/** Sentences about single entries, in Spanish. */
export const spanishWarnings: WarningSentences = {
  unreadable: (path, detail) => `No se pudo leer ${path} y no está en la copia${because(detail)}.`,
  'changed-while-read': (path) => `${path} cambió mientras se leía; la copia tiene lo que se leyó.`,
  'source-not-found': (path) => `${path} no existe y no está en la copia.`,
  vanished: (path) => `${path} se borró antes de poder leerlo y no está en la copia.`,
  'metadata-incomplete': (path, detail) =>
    `${path} está completo, pero faltan algunos de sus datos (dueño, fechas, atributos)${because(detail)}.`,
  'special-file': (path, detail) => `${path} es un archivo especial sin contenido${because(detail)}.`,
  'source-empty': (path) => `${path} está vacío, pero tenía archivos en la última copia. Compruebe que su disco está conectado.`,
  'not-restored': (path, detail) => `No se pudo restaurar ${path}${because(detail)}.`,
  'name-unsafe': (path) => `Se omitió ${path}: su nombre no puede existir aquí o saldría de la carpeta de destino.`,
  renamed: (path, name) => `${path} está ahí con ${anotherName(name)}, porque el suyo no se puede usar aquí.`,
  damaged: (path, detail) => `${path} está dañado en el repositorio${because(detail)}.`,
  'snapshot-unreadable': (path) => `No se puede leer la instantánea ${path}. Puede ser más reciente que la que se tomó como última.`,
};

function anotherName(name: string | undefined): string {
  return name === undefined ? 'otro nombre' : `el nombre ${name}`;
}

function because(detail: string | undefined): string {
  return detail === undefined || detail === '' ? '' : ` (${spanishReason(detail)})`;
}
