/** Where a pharmacy is and what it speaks. */
export { WhereAndLanguage, type WhereAndLanguageProps } from './where-and-language.tsx';
