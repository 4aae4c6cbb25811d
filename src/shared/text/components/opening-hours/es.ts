import type { OpeningHoursTexts } from './texts.ts';

/** Opening hours, in Spanish. */
export const spanishOpeningHours: OpeningHoursTexts = {
  title: 'Horario de apertura',
  hint: 'De él depende cuándo trabaja Lifeboat, cuándo le deja a usted la línea de internet y cuándo el silencio es motivo de alarma.',
  weekdays: {
    monday: 'Lunes',
    tuesday: 'Martes',
    wednesday: 'Miércoles',
    thursday: 'Jueves',
    friday: 'Viernes',
    saturday: 'Sábado',
    sunday: 'Domingo',
  },
  short: { monday: 'lun', tuesday: 'mar', wednesday: 'mié', thursday: 'jue', friday: 'vie', saturday: 'sáb', sunday: 'dom' },
  closed: 'cerrado',
  from: (day) => `${day}: abre a las`,
  to: (day) => `${day}: cierra a las`,
  until: 'a',
  addBreak: 'Agregar una pausa',
  removeBreak: 'Quitar la pausa',
  sameAs: (day) => `De lunes a viernes como el ${day.toLowerCase()}`,
  noneOpen: 'Ningún día está abierto: Lifeboat tratará entonces la farmacia como abierta a todas horas.',
  endBeforeStart: 'Cada hora debe ser posterior a la anterior.',
};
