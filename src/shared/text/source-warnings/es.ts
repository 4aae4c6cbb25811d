import { formatDateTime } from '../../format/index.ts';
import type { SourceWarningSentences } from './sentences.ts';

/** Sentences about sources, in Spanish. `source` is the name a person gave it. */
export const spanishSourceWarnings: SourceWarningSentences = {
  'crash-consistent-only': (source, detail) =>
    `${source} se copió como archivos mientras una base de datos podía estar escribiendo en ellos${named(detail)}. Puede que esa copia no vuelva a abrirse. Proteja la base de datos como fuente propia.`,
  'tables-not-covered': (source, detail) =>
    `Algunas tablas de ${source} no mantienen un estado fijo mientras se copian${named(detail)}, así que sus filas pueden ser de momentos algo distintos. Su proveedor puede cambiar su tipo.`,
  'accounts-not-covered': (source) =>
    `No se pudieron leer las cuentas y permisos del servidor de ${source} y no están en la copia. Dé a la cuenta de Lifeboat permiso para leerlos o anótelos en otro lugar.`,
  'file-locked': (source, detail) =>
    `Otros programas tienen bloqueados archivos de ${source}, que no están en la copia: cada uno se nombra. ${whyNotFrozen(detail)} Cierre esos programas antes de la próxima copia o proteja como fuente propia aquello con lo que trabajan.`,
  'vendor-file-old': (source, detail) =>
    `La copia más reciente que hizo el sistema de la farmacia para ${source} es antigua${detail === undefined ? '' : `: es del ${when(detail)}`}. Compruebe que su propia copia sigue funcionando.`,
  'vendor-file-shrunk': (source) =>
    `La copia más reciente que hizo el sistema de la farmacia para ${source} es mucho más pequeña que las anteriores. Revísela y, en caso de duda, pregunte al proveedor.`,
  'vendor-file-growing': (source) =>
    `La copia de ${source} aún se estaba escribiendo cuando se copió, así que puede no estar completa. Haga que Lifeboat funcione más tarde que la copia propia del sistema de la farmacia.`,
  'vendor-file-unreadable': (source) =>
    `La copia más reciente que hizo el sistema de la farmacia para ${source} no se abre como lo que dice su nombre. Compruebe que su propia copia termina sin errores.`,
  'question-failed': (source, detail) =>
    `Una pregunta suya sobre ${source} no tuvo como respuesta ni un número ni una fecha${named(detail)}. Revise la pregunta.`,
  'database-left': (source, detail) =>
    `Una restauración de ${source} se interrumpió y dejó en su servidor una base de datos a medio llenar${named(detail)}. Nada la usa. Lifeboat intenta quitarla otra vez cada día y en su próximo inicio; o haga que la quiten a mano.`,
  'tool-older-than-server': (source, detail) =>
    `El programa que copia ${source} es más antiguo que su servidor de bases de datos${named(detail)}. Instale la versión propia del servidor.`,
};

/** Why they were not read from a frozen state of their drive; `detail` is the code of the error. */
function whyNotFrozen(detail: string | undefined): string {
  if (detail === 'permission-denied')
    return 'Windows solo deja que un administrador los lea aun así: puede hacerlo el programa en segundo plano que configura el instalador.';
  if (detail === 'no-space') return 'En la unidad no queda espacio para leerlos aun así.';
  if (detail === 'source-not-found') return 'En esta unidad no se pueden leer aun así.';
  return 'Windows no pudo hacer una instantánea de la unidad, de la que se podrían leer aun así.';
}

function named(detail: string | undefined): string {
  return detail === undefined || detail === '' ? '' : ` (${detail})`;
}

function when(moment: string): string {
  return formatDateTime(new Date(moment)) || moment;
}
