import type { PaperTexts } from './texts.ts';

/** Typing what is printed on a recovery kit, in Spanish. */
export const spanishPaper: PaperTexts = {
  key: 'Clave de recuperación',
  keyHint: 'Siete grupos de cuatro, como en el papel. Se usa ahora y no se guarda en ningún sitio.',
  group: (group) => `Grupo ${group} de 7`,
  wrongCharacter: (group) => `El grupo ${group} tiene un carácter que ninguna clave tiene. Compárelo con el papel.`,
  wrongGroup: (group) => `El grupo ${group} no es como en el papel. Compárelo carácter por carácter.`,
  wrongSomewhere: 'Algo no es como en el papel. Compárelo grupo por grupo.',
  keyIsWhole: 'La clave está completa.',
  code: 'Código de acceso',
  codeHint: 'Lea el código cuadrado con un lector de mano, o escriba las líneas numeradas del papel, una debajo de otra.',
  wrongLine: (line, group) =>
    group === undefined ? `La línea ${line} no es como en el papel.` : `Línea ${line}: mire el grupo ${group}, no es como en el papel.`,
  shortLine: (line) => `La línea ${line} es demasiado corta.`,
  longLine: (line) => `La línea ${line} es demasiado larga.`,
  otherCode: 'No es el código de acceso de un kit de recuperación, o lo hizo un Lifeboat más nuevo.',
  linesRead: (read, all) => (all === undefined ? `${read} líneas correctas.` : `${read} de ${all} líneas correctas.`),
  codeIsWhole: 'El código de acceso está completo.',
};
