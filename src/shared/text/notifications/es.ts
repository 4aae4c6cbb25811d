import type { MessageSentences } from './sentences.ts';

/** Messages in Spanish. */
export const spanishMessages: MessageSentences = {
  causes: {
    'attack-suspected': { now: () => 'Alguien en la farmacia cree que la están atacando.', over: 'sospecha de ataque' },
    'never-backed-up': { now: (count) => `Algo todavía no tiene copia${things(count)}.`, over: 'primera copia pendiente' },
    'backup-failing': { now: (count) => `Las copias están fallando${things(count)}.`, over: 'copias con fallos' },
    'backup-overdue': { now: (count) => `No se hizo una copia prevista${things(count)}.`, over: 'copia atrasada' },
    'too-old': {
      now: (count) => `La copia más reciente es más antigua de lo prometido${things(count)}.`,
      over: 'copias demasiado antiguas',
    },
    'source-not-moving': {
      now: (count) => `Las copias se hacen, pero no ha entrado nada nuevo desde el último día de apertura${things(count)}.`,
      over: 'datos sin nada nuevo',
    },
    'source-shrunk': {
      now: (count) => `En la copia más reciente hay mucho menos que antes${things(count)}.`,
      over: 'datos que disminuyeron',
    },
    'vendor-file-old': {
      now: () => 'El archivo de copia del propio programa de la farmacia es antiguo.',
      over: 'archivo de copia antiguo del programa de la farmacia',
    },
    'not-proven-on-site': {
      now: () => 'No se ha comprobado que se restaure ninguna copia de la farmacia.',
      over: 'copias de la farmacia sin comprobar',
    },
    'not-proven-off-site': {
      now: () => 'No se ha comprobado que se restaure ninguna copia de fuera de la farmacia.',
      over: 'copias de fuera de la farmacia sin comprobar',
    },
    'proof-failed': { now: (count) => `Falló una prueba de restauración${things(count)}.`, over: 'prueba de restauración fallida' },
    'proof-overdue': { now: () => 'Hay una prueba de restauración atrasada.', over: 'prueba de restauración atrasada' },
    'no-off-site-copy': { now: () => 'No hay ninguna copia fuera de la farmacia.', over: 'falta de copia fuera de la farmacia' },
    'off-site-behind': { now: () => 'La copia de fuera de la farmacia va atrasada.', over: 'copia atrasada fuera de la farmacia' },
    'destination-failing': { now: (count) => `Un lugar de copias no recibe ninguna${places(count)}.`, over: 'lugar que no recibía copias' },
    'place-not-opened': {
      now: (count) => `La clave de este equipo no abre un lugar de copias${places(count)}.`,
      over: 'lugar que no se abría',
    },
    'disk-away-too-long': {
      now: (count) => `Un disco de copias lleva demasiado tiempo fuera${places(count)}.`,
      over: 'disco que estaba fuera',
    },
    'destination-nearly-full': { now: (count) => `Un lugar de copias está casi lleno${places(count)}.`, over: 'lugar casi lleno' },
    'damage-found': { now: (count) => `Se encontraron copias dañadas${places(count)}.`, over: 'copias dañadas' },
    'credential-expires-soon': { now: () => 'El acceso a un lugar de copias termina pronto.', over: 'acceso a punto de terminar' },
    'credential-expired': { now: () => 'El acceso a un lugar de copias ha terminado.', over: 'acceso terminado' },
    'kit-test-overdue': {
      now: () => 'Conviene probar el kit de recuperación de la caja fuerte.',
      over: 'prueba atrasada del kit de recuperación',
    },
    'vault-missing': { now: () => 'No se puede leer la clave de este equipo; no se puede hacer ninguna copia.', over: 'clave ilegible' },
    'clock-not-trusted': { now: () => 'El reloj del equipo dio un salto. Compruebe la fecha y la hora.', over: 'salto del reloj' },
    'engine-not-running': { now: () => 'La parte de Lifeboat que hace las copias no está en marcha.', over: 'copias detenidas' },
    'other-installation-writes': {
      now: () => 'Otro equipo escribe en un lugar de copias con las claves de esta farmacia.',
      over: 'otro equipo que escribía copias',
    },
    'self-check-failed': {
      now: () => 'Falló la comprobación que Lifeboat hace de sí mismo tras una actualización.',
      over: 'comprobación propia fallida',
    },
  },
  subjects: {
    red: 'Lifeboat: sin protección',
    amber: 'Lifeboat: requiere atención',
    escalation: 'Lifeboat: sigue sin protección',
    workingAgain: 'Lifeboat: vuelve a funcionar',
    well: 'Lifeboat: todo va bien',
    notWell: 'Lifeboat: informe semanal',
    code: 'Lifeboat: su código',
    test: 'Lifeboat: mensaje de prueba',
  },
  red: 'La farmacia no está protegida ahora:',
  amber: 'Algo le necesita, aunque no en este minuto:',
  escalation: 'Nadie ha mirado esto en todo un día de apertura, así que se avisa a todos:',
  workingAgain: 'Esto ya pasó:',
  left: (count) => (count === 1 ? 'Otra cosa sigue requiriendo atención.' : `Otras ${count} cosas siguen requiriendo atención.`),
  well: 'Lifeboat está en marcha, las copias se hacen y se comprueban. No hay nada que hacer.',
  notWell: 'Lifeboat está en marcha, y algo requiere atención.',
  code: (code, minutes) =>
    `Su código es ${code}. Escríbalo en Lifeboat antes de ${minutes} minutos para confirmar esta dirección.\n\nSi no lo pidió, no haga caso de este mensaje.`,
  test: 'Esto es una prueba. Los mensajes de Lifeboat llegan aquí.',
  next: 'Abra Lifeboat en el equipo de la oficina; allí se dice qué hacer.',
  footer: 'Este mensaje no nombra pacientes, archivos ni personas, a propósito.',
};

function things(count: number): string {
  return count > 1 ? ` (${count} afectados)` : '';
}

function places(count: number): string {
  return count > 1 ? ` (${count} lugares)` : '';
}
