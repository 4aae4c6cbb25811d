import { formatCount } from '../../format/index.ts';
import type { RestoringTexts } from './texts.ts';
import { fullStop } from '../full-stop.ts';

/** Words for a restore, in Spanish. */
export const spanishRestoring: RestoringTexts = {
  beside: ({ what, when, from }) =>
    `${what} vuelve tal como estaba el ${when}, desde ${from}, al lado de lo que hay ahora y con un nombre propio.`,
  folder: ({ what, when, from }, path) => `${what} vuelve tal como estaba el ${when}, desde ${from}, a la carpeta ${path}.`,
  newDatabase: ({ what, when, from }, name) =>
    `${what} vuelve tal como estaba el ${when}, desde ${from}, como una base de datos nueva llamada ${name}.`,
  inPlaceEmpty: ({ what, when, from }) => `${what} vuelve tal como estaba el ${when}, desde ${from}, a su sitio. Ahora no hay nada allí.`,
  inPlaceReplacing: ({ what, when, from }) =>
    `${what} vuelve tal como estaba el ${when}, desde ${from}, a su sitio. Sustituye lo que hay ahora.`,
  proven: 'Demostrado con una restauración de prueba.',
  notProven: 'Todavía no se ha probado con una restauración de prueba. Se comprueba al volver.',
  nothingReplaced: 'No se cambia nada de lo que hay ahora.',
  undoable: (days) => `Lo que sustituye se guarda ${days} días. Con Deshacer vuelve.`,
  someOf: (source, count, names) => `${count === 1 ? '1 archivo o carpeta' : `${count} archivos o carpetas`} de ${source} (${names})`,
  files: (fresh, replaced, unchanged) => `Archivos: ${fresh} faltan ahora, ${replaced} se sustituyen, ${unchanged} ya son iguales.`,
  bytes: (bytes) => `${bytes} por recuperar.`,
  free: (bytes) => `${bytes} de espacio allí.`,
  freeUnknown: 'No se ha podido saber cuánto espacio hay.',
  noRoom: 'No hay bastante espacio allí. Elija otro sitio o haga espacio antes.',
  live: {
    healthy: 'La base de datos que hay ahora se abre y está sana.',
    damaged: 'La base de datos que hay ahora está dañada o no se abre.',
    missing: 'Ahora no hay ninguna base de datos.',
    inUse: 'Alguien la está usando. Cierre el programa de la farmacia en todos los equipos antes de restaurar en su sitio.',
  },
  thrownAway: 'Si vuelve a su sitio, usted perdería:',
  thrownAwayConsent: 'Perderlo de todos modos. Se guarda 30 días y con Deshacer vuelve.',
  lookAgain: 'Mirar de nuevo',
  running: { title: 'Recuperando', lead: 'Puede salir de esta página: la restauración continúa y se ve en Inicio.' },
  gone: { title: 'Esta restauración no se conoce', body: 'Es más antigua que el historial, o se hizo en otro equipo.' },
  report: {
    title: {
      done: 'Ya ha vuelto',
      partly: 'No ha vuelto todo',
      failed: 'No ha vuelto',
      cancelled: 'La restauración se detuvo',
    },
    lead: {
      done: (minutes) => `Todo lo que pidió ha vuelto y se ha comprobado. Tardó ${minutes}.`,
      partly: 'Aquí está lo que ha vuelto, y también lo que no y por qué.',
      failed: 'No se ha cambiado nada de lo que había. Abajo está el motivo y lo que puede hacer.',
      cancelled: 'Alguien la detuvo, o Lifeboat terminó antes de que todo hubiera vuelto. Abajo se dice cómo está cada cosa ahora.',
      brokenOff: 'Se interrumpió mientras sustituía algo. Abajo se dice cómo está ahora y cómo vuelve lo que había.',
    },
    stopped: {
      notBegun: 'No había empezado: todo está como estaba.',
      nothingReplaced:
        'No se sustituyó nada de lo que había. Los archivos que ya habían vuelto están completos y se quedan donde se pusieron.',
      replaced: 'No se terminó: puede que una parte ya esté sustituida. Lo sustituido se guarda y con Deshacer vuelve.',
    },
    place: {
      beside: (place) => `Al lado de lo anterior: ${place}`,
      folder: (place) => `En la carpeta: ${place}`,
      'new-database': (place) => `Como base de datos nueva: ${place}`,
      'in-place': (place) => `En su sitio: ${place}`,
    },
    asOf: (when) => `Tal como estaba el ${fullStop(when)}`,
    files: (count, verified) =>
      count === 1
        ? '1 archivo escrito, leído de nuevo y comparado.'
        : `${formatCount(count)} archivos escritos; ${verified} de ellos leídos de nuevo y comparados.`,
    compared: (agreeing, compared) =>
      agreeing === compared
        ? `Abierto y contado: los ${compared} números y fechas son los de cuando se copió.`
        : `Abierto y contado: ${agreeing} de ${compared} números y fechas son los de cuando se copió.`,
    notCompared: 'No había cuentas con las que compararlo.',
    differences: 'No es como cuando se copió:',
    kept: (place) => `Lo que sustituyó está guardado: ${place}`,
    took: (minutes, bytes) => `${bytes} en ${minutes}.`,
    warnings: 'Conviene mirarlo:',
    nextTitle: 'Qué hacer ahora',
    next: {
      start: 'Abra el programa de la farmacia primero en un solo equipo y mire las recetas más recientes antes de que entren todos.',
      check: 'Compare el último número de receta con sus etiquetas más recientes o con su registro en papel.',
      reenter: (when) =>
        `Vuelva a introducir lo que se hizo después del ${when}: recetas dispensadas, entregas, pagos. Están en su registro en papel y en la caja.`,
      vendor:
        'Pregunte al proveedor de su programa de farmacia si hay que hacer algo después de una restauración, como rehacer el día o registrar de nuevo el equipo.',
      lookAtFiles: 'Abra lo que ha vuelto y mire si es lo que necesita.',
      openBeside: 'Abra lo que ha vuelto y mire si tiene lo que necesita. Los datos en uso no se han tocado.',
      compare: 'Si es lo que busca, puede volver aquí y ponerlo en su sitio.',
      moveBack: 'Copie desde allí lo que necesite a donde debe estar.',
      tryAgain: 'Arregle lo que se indica arriba y empiece la restauración de nuevo. Las copias están intactas.',
      beginAgain: 'Si todavía lo necesita, empiece la restauración de nuevo. Las copias están intactas.',
      undoFirst: 'Antes de que alguien trabaje con lo que no se terminó, deshágalo o empiece la restauración de nuevo.',
    },
    undo: 'Deshacer esta restauración',
    undoUntil: (when) => `Se puede hasta el ${fullStop(when)}`,
    undoQuestion: (source) => `¿Deshacer la restauración de ${source}?`,
    undoBody: (source, when) =>
      `${source} vuelve a ser lo que era antes de la restauración del ${fullStop(when)} Lo que se haya cambiado desde entonces se pierde. Cierre antes el programa de la farmacia en todos los equipos.`,
    undone: (when) => `Deshecha el ${when}: vuelve a ser lo que era antes de la restauración.`,
    undoOver: 'Lo que sustituyó ya no se guarda, así que no se puede deshacer.',
    notUndone: 'No se ha deshecho, o no del todo. Puede intentarlo otra vez.',
    whyNotUndone: 'Qué ha pasado',
    home: 'Ir a Inicio',
    another: 'Restaurar otra cosa',
  },
};
