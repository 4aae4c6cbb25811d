import type { TiersFormTexts } from './texts.ts';

/** When backups run, in Spanish. */
export const spanishTiersForm: TiersFormTexts = {
  schedule: (tier) => `${tier}: cuándo`,
  about: {
    critical: 'Sin lo que no puede surtir una receta.',
    important: 'Lo que hace falta en un día.',
    standard: 'Lo que puede esperar unos días.',
  },
  everyWhileOpen: (minutes) => `${every(minutes)}, y al cerrar`,
  everyAlways: (minutes) => `${every(minutes)}, día y noche`,
  atClosing: 'Una vez al día, al cerrar',
  onceADay: 'Una vez al día, a medianoche',
  dayAndNight: 'También mientras está cerrado',
  atTimes: 'A horas fijas',
  times: 'Horas',
  timesHint: 'Como 12:30, 21:00.',
  days: (tier) => `${tier}: días`,
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
  profile: '¿Qué objetivos?',
  targets: {
    title: 'Objetivos',
    lead: 'Lo que Lifeboat se exige a sí mismo. Inicio avisa cuando no se cumple alguno.',
    tier: 'Nivel',
    lose: 'Trabajo perdido como mucho',
    back: 'De nuevo en marcha en',
    proof: 'Prueba de restauración',
    everyDays: (days) => (days === 1 ? 'cada día' : days === 7 ? 'cada semana' : `cada ${days} días`),
  },
  keep: {
    title: 'Qué se conserva',
    lead: 'Cuántos puntos de restauración se conservan: los más recientes, y uno por cada hora, día, semana, mes y año, contando hacia atrás desde hoy. El más reciente que está probado se conserva siempre.',
    tier: 'Nivel',
    spans: {
      last: 'Más recientes',
      hourly: 'Uno por hora',
      daily: 'Uno por día',
      weekly: 'Uno por semana',
      monthly: 'Uno por mes',
      yearly: 'Uno por año',
    },
    nothing: 'Algo tiene que conservarse.',
    suggested: 'Usar los números sugeridos',
  },
  cautions: {
    controlled: (tier, sources) =>
      `${tier}: ${sources} contiene registros de sustancias controladas. De ellos se conserva un punto de restauración por mes durante dos años como mínimo, sea cual sea el ajuste.`,
    underTwoYears: (tier) =>
      `${tier}: se conservarían menos de dos años. Los registros de sustancias controladas deben guardarse dos años: marque lo que los contiene en Qué se protege, y se conservará ese tiempo sea cual sea el ajuste.`,
    schedule: (tier, length) =>
      `${tier}: con este horario quedan hasta ${length} de trabajo entre dos copias. Haga copias más a menudo o admita una pérdida mayor.`,
    profile: (tier) => `${tier}: las cifras propuestas para HIPAA piden más de lo que se indica aquí, y valen mientras estén elegidas.`,
  },
};

function every(minutes: number): string {
  if (minutes < 60) return `Cada ${minutes} minutos`;
  return minutes === 60 ? 'Cada hora' : `Cada ${minutes / 60} horas`;
}
