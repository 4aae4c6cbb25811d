import type { HomeTexts } from './texts.ts';

/** Home, in English. */
export const englishHome: HomeTexts = {
  title: 'Home',
  reasons: 'What to do next',
  disasters: 'If it happened now',
  copies: 'Copies',
};
