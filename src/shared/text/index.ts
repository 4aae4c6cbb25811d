export { type CliTexts, cliTexts } from './cli/index.ts';
export { LANGUAGES, type Language, pickLanguage } from './language.ts';
export type { CommandHelp } from './cli/en/help.ts';
export { type Message, type MessageSpec, messageText, shortText } from './notifications/index.ts';
export { type AreaName, pageTexts } from './page/index.ts';
export {
  type DisasterLine,
  disasterText,
  headline,
  markText,
  momentWords,
  type ProtectionVoice,
  reasonText,
  spaceText,
  threeTwoOneText,
} from './protection/index.ts';
export { sentence, waitingSentence, warningSentence } from './sentence.ts';
export { sourceWarningSentence } from './source-warnings/index.ts';
export { profileText, retentionText, scheduleText, tierName } from './tiers/index.ts';
export { type Note, type TrayTexts, trayTexts } from './tray/index.ts';
