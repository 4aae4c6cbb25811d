export { type CliTexts, cliTexts } from './cli/index.ts';
export { LANGUAGES, type Language, pickLanguage } from './language.ts';
export type { CommandHelp } from './cli/en/help.ts';
export { sentence, waitingSentence, warningSentence } from './sentence.ts';
