/** Time zones of most pharmacies, from east to west. */
export const USUAL_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
] as const;

/** One language's words of where a pharmacy is and what it speaks. */
export interface PharmacyFormTexts {
  language: string;
  languages: { en: string; es: string };
  timeZone: string;
  timeZoneHint: string;
  usual: string;
  others: string;
  zones: Readonly<Record<(typeof USUAL_ZONES)[number], string>>;
}
