import type { TierSentences } from './sentences.ts';

/** Words for tiers, schedules and retention, in Spanish. */
export const spanishTiers: TierSentences = {
  tiers: { critical: 'Crítico', important: 'Importante', standard: 'Normal' },
  weekdays: {
    monday: 'los lunes',
    tuesday: 'los martes',
    wednesday: 'los miércoles',
    thursday: 'los jueves',
    friday: 'los viernes',
    saturday: 'los sábados',
    sunday: 'los domingos',
  },
  and: 'y',
  every: (minutes) => {
    if (minutes === 60) return 'cada hora';
    if (minutes % 60 === 0) return `cada ${minutes / 60} horas`;
    return minutes > 60 ? `cada ${Math.floor(minutes / 60)} h ${minutes % 60} min` : `cada ${minutes} minutos`;
  },
  everyWhileOpen: (interval) => `${interval} mientras está abierto, y al cerrar`,
  everyAlways: (interval) => `${interval}, día y noche`,
  atClosing: 'al cerrar, todos los días de apertura',
  onceADay: 'una vez al día, a medianoche',
  at: (times, days) => (days === undefined ? `todos los días a las ${times}` : `${days} a las ${times}`),
  keep: {
    last: (count) => (count === 1 ? 'la más reciente' : `las ${count} más recientes`),
    hourly: (count) => `una por hora de las últimas ${count} horas con copia`,
    daily: (count) => `una por día durante ${count} días`,
    weekly: (count) => `una por semana durante ${count} semanas`,
    monthly: (count) => `una por mes durante ${count} meses`,
    yearly: (count) => `una por año durante ${count} ${count === 1 ? 'año' : 'años'}`,
  },
  kept: (parts) => `Se guardan: ${parts}.`,
  profiles: {
    standard: { name: 'Normal', about: 'Objetivos adecuados para una sola farmacia.' },
    'hipaa-proposal': {
      name: 'Cifras propuestas para HIPAA',
      about:
        'Sigue cifras que se propusieron en enero de 2025 y que no están en vigor: copias de 48 horas como mucho, volver a trabajar en 72 horas, una prueba de restauración al mes. Esto no es asesoramiento jurídico.',
    },
  },
};
