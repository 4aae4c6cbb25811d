import type { HomeTexts } from './texts.ts';

/** Home, in Spanish. */
export const spanishHome: HomeTexts = {
  title: 'Inicio',
  reasons: 'Qué hacer ahora',
  disasters: 'Si ocurriera ahora',
  copies: 'Copias',
};
