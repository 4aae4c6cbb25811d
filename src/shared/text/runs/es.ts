import { countOf, formatCount } from '../../format/index.ts';
import type { RunWords } from './words.ts';

/** Words about runs and their jobs, in Spanish. */
export const spanishRuns: RunWords = {
  atWork: {
    backup: ({ source, place }) => `Copiando ${source ?? 'sus datos'}${to(place)}`,
    copy: ({ source, place }) => `Llevando la copia de ${source ?? 'sus datos'}${to(place)}`,
    proof: ({ source, place }) => `Comprobando si ${source ?? 'sus datos'} se puede recuperar${from(place)}`,
    check: ({ place }) => `Buscando daños en ${place ?? 'un lugar'}`,
    maintenance: ({ place }) => `Ordenando las copias antiguas de ${place ?? 'un lugar'}`,
    seal: ({ place }) => `Guardando la configuración de Lifeboat${to(place)}`,
    restore: ({ source, place }) => `Recuperando ${source ?? 'sus datos'}${from(place)}`,
    undo: ({ source }) => `Deshaciendo una recuperación de ${source ?? 'sus datos'}`,
    'key-removal': ({ place }) => `Quitando la clave del PC perdido en ${place ?? 'un lugar'}`,
    renewal: ({ place }) => `Empezando copias nuevas en ${place ?? 'un lugar'}`,
    probe: ({ place }) => `Probando ${place ?? 'un lugar'}`,
    'self-check': () => 'Lifeboat se está comprobando a sí mismo',
  },
  kinds: {
    backup: ({ source }) => `Copia de ${source ?? 'sus datos'}`,
    copy: ({ source }) => `Traslado de la copia de ${source ?? 'sus datos'}`,
    proof: ({ source }) => `Prueba de recuperación de ${source ?? 'sus datos'}`,
    check: () => 'Búsqueda de daños',
    maintenance: () => 'Orden de las copias antiguas',
    seal: () => 'Configuración de Lifeboat',
    restore: ({ source }) => `Recuperación de ${source ?? 'sus datos'}`,
    undo: ({ source }) => `Deshacer una recuperación de ${source ?? 'sus datos'}`,
    'key-removal': () => 'Retirada de la clave del PC perdido',
    renewal: () => 'Copias nuevas tras filtrarse una clave',
    probe: () => 'Prueba del lugar',
    'self-check': () => 'Comprobación propia',
  },
  phases: {
    opening: 'Abriendo el lugar',
    locking: 'Esperando a otro trabajo en este lugar',
    'loading-snapshots': 'Viendo lo que hay',
    'loading-index': 'Viendo lo que hay',
    scanning: 'Viendo lo que hay que hacer',
    reading: 'Leyendo y guardando',
    finishing: 'Terminando',
    planning: 'Planificando',
    restoring: 'Recuperando',
    metadata: 'Poniendo fechas y permisos',
    verifying: 'Comparando',
    'checking-structure': 'Comprobando que todo está',
    'checking-data': 'Leyendo todo de nuevo',
    repacking: 'Haciendo sitio',
    'writing-index': 'Terminando',
    deleting: 'Quitando lo que no hace falta',
    'reading-packs': 'Leyendo todo de nuevo',
    searching: 'Buscando',
    comparing: 'Comparando',
    counting: 'Contando',
    copying: 'Copiando',
    repairing: 'Buscando lo que está dañado',
    'putting-back': 'Ya está en este equipo. Poniéndolo en su base de datos',
  },
  statuses: {
    scheduled: 'En espera',
    running: 'En marcha',
    completed: 'Terminado',
    'completed-with-warnings': 'Terminado, con avisos',
    failed: 'Falló',
    skipped: 'Omitido',
    interrupted: 'Interrumpido',
  },
  triggers: {
    scheduled: 'Según lo previsto',
    'catch-up': 'Recuperado de un turno perdido',
    manual: 'Iniciado a mano',
    'device-attached': 'Se conectó un disco',
    'follow-up': 'Por el propio Lifeboat',
  },
  skipped: {
    'destination-away': (place) => `${place} no estaba conectado. Recibirá lo que le falta cuando vuelva.`,
    'destination-unreachable': (place) => `No se pudo llegar a ${place}. Recibirá lo que le falta cuando vuelva.`,
    paused: () => 'Las copias estaban en pausa.',
    'quiet-hours': (place) => `En las horas de silencio no se envía nada a ${place}. Se hará después.`,
    superseded: () => 'Otro trabajo más nuevo hace lo mismo.',
    'nothing-new': () => 'No había nada nuevo.',
    'no-room': (place) => `${place} no tiene más espacio. Consiga un disco más grande o conserve menos copias antiguas.`,
    'credential-expired': (place) =>
      `El acceso a ${place} ha caducado o falta. Pida a su técnico que introduzca uno nuevo en la configuración.`,
    'removal-not-permitted': (place) =>
      `Este equipo no puede borrar nada en ${place}, lo que protege las copias. Las antiguas se quedan por ahora.`,
    'clock-not-trusted': () => 'El reloj de este equipo saltó. No se borra nada hasta que vuelva a ir bien.',
    parked: () => 'Cedió el paso a otro trabajo y volverá a hacerse.',
    'deletions-held': () => 'Durante un tiempo no se borra nada: este equipo sustituyó a otro o alguien teme un ataque.',
    'attack-suspected': (place) => `Alguien teme un ataque y ${place} podría destruirse desde este PC: no se escribió nada allí.`,
    'new-repository-waits': (place) => `Se filtró una clave y ${place} todavía no tiene copias nuevas. Las empieza cuando vuelva.`,
    'earlier-step-failed': () => 'El paso anterior falló, así que no había con qué seguir.',
  },
  progress: {
    now: 'Ahora:',
    of: (done, all) => `${done} de ${all}`,
    files: (count) => countOf(count, 'archivo', 'archivos'),
    filesOf: (done, all) => `${formatCount(done)} de ${countOf(all, 'archivo', 'archivos')}`,
    left: (length) => `quedan unos ${length}`,
    lastMinute: 'queda menos de un minuto',
    step: (number, all) => `Paso ${number} de ${all}`,
    starting: 'Esperando su turno…',
    stop: 'Detener',
    stopping: 'Deteniendo. Lo que está terminado se conserva.',
    line: (what, details) => (details.length === 0 ? `${what}.` : `${what}: ${details.join(', ')}.`),
  },
  interrupted: 'Alguien lo detuvo, o Lifeboat terminó mientras tanto. Lo que estaba terminado se conserva.',
  yourData: 'sus datos',
  yourPlace: 'El lugar',
};

function to(place: string | undefined): string {
  return place === undefined ? '' : ` a ${place}`;
}

function from(place: string | undefined): string {
  return place === undefined ? '' : ` desde ${place}`;
}
