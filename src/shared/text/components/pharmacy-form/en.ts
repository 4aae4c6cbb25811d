import type { PharmacyFormTexts } from './texts.ts';

/** Where a pharmacy is and what it speaks, in English. */
export const englishPharmacyForm: PharmacyFormTexts = {
  language: 'Language',
  languages: { en: 'English', es: 'Español' },
  timeZone: 'Time zone',
  timeZoneHint: 'Where the pharmacy is: schedules and times follow it.',
  usual: 'United States',
  others: 'Other places',
  zones: {
    'America/New_York': 'Eastern Time (New York)',
    'America/Chicago': 'Central Time (Chicago)',
    'America/Denver': 'Mountain Time (Denver)',
    'America/Phoenix': 'Arizona (Phoenix)',
    'America/Los_Angeles': 'Pacific Time (Los Angeles)',
    'America/Anchorage': 'Alaska (Anchorage)',
    'Pacific/Honolulu': 'Hawaii (Honolulu)',
    'America/Puerto_Rico': 'Puerto Rico',
  },
};
