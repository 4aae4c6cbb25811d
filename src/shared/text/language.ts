/** Languages with complete sentences. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The first wish that names a language we speak, such as `es_MX.UTF-8` or `en-US`; English if none does.
 * Empty and missing wishes are passed over; `C` and `POSIX` mean English.
 */
export function pickLanguage(wishes: readonly (string | undefined)[]): Language {
  for (const wish of wishes) {
    if (wish === undefined || wish === '') continue;
    const code = wish.toLowerCase().split(/[-_.@:]/)[0];
    const known = LANGUAGES.find((language) => language === code);
    if (known !== undefined) return known;
    if (code === 'c' || code === 'posix') return 'en';
  }
  return 'en';
}
