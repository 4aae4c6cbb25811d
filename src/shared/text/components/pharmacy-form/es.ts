import type { PharmacyFormTexts } from './texts.ts';

/** Where a pharmacy is and what it speaks, in Spanish. */
export const spanishPharmacyForm: PharmacyFormTexts = {
  language: 'Idioma',
  languages: { en: 'English', es: 'Español' },
  timeZone: 'Zona horaria',
  timeZoneHint: 'Donde está la farmacia: los horarios y las horas la siguen.',
  usual: 'Estados Unidos',
  others: 'Otros lugares',
  zones: {
    'America/New_York': 'Hora del Este (Nueva York)',
    'America/Chicago': 'Hora del Centro (Chicago)',
    'America/Denver': 'Hora de la Montaña (Denver)',
    'America/Phoenix': 'Arizona (Phoenix)',
    'America/Los_Angeles': 'Hora del Pacífico (Los Ángeles)',
    'America/Anchorage': 'Alaska (Anchorage)',
    'Pacific/Honolulu': 'Hawái (Honolulu)',
    'America/Puerto_Rico': 'Puerto Rico',
  },
};
