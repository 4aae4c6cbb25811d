import type { TiersFormTexts } from './texts.ts';

/** When backups run, in Spanish. */
export const spanishTiersForm: TiersFormTexts = {
  schedule: (tier) => `${tier}: cuándo`,
  about: {
    critical: 'Sin lo que no puede dispensar una receta.',
    important: 'Lo que hace falta en un día.',
    standard: 'Lo que puede esperar unos días.',
  },
  everyWhileOpen: (minutes) =>
    `${minutes < 60 ? `Cada ${minutes} minutos` : minutes === 60 ? 'Cada hora' : `Cada ${minutes / 60} horas`}, y al cerrar`,
  atClosing: 'Una vez al día, al cerrar',
  atTimes: 'Todos los días a horas fijas',
  times: 'Horas',
  timesHint: 'Como 12:30, 21:00.',
  lose: (length) => `Se podrían perder como mucho ${length} de trabajo.`,
  proof: (days) => `Una prueba de restauración ${days === 1 ? 'cada día' : days === 7 ? 'cada semana' : `cada ${days} días`}.`,
  nothingInIt: 'No hay nada en este nivel.',
  week: {
    title: 'Su semana',
    open: 'abierto',
    table: 'Lo mismo como tabla',
    day: 'Día',
    runs: (count) => `${count} ${count === 1 ? 'copia' : 'copias'}`,
    none: 'ninguna',
  },
  bandwidth: {
    title: 'Línea de internet',
    about: 'Cuánto de la línea pueden ocupar las subidas, en megabits por segundo. Déjelo vacío para usar toda la que haya.',
    whileOpen: 'Mientras está abierto',
    whileClosed: 'Mientras está cerrado',
    hint: 'Mbit/s',
  },
  profile: 'Objetivos',
};
