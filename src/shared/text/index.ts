export { type CliTexts, cliTexts } from './cli/index.ts';
export { LANGUAGES, type Language, pickLanguage } from './language.ts';
export type { CommandHelp } from './cli/en/help.ts';
export { type Message, type MessageSpec, messageText, shortText } from './notifications/index.ts';
export { differenceText, lostText, witnessSubject, witnessValue } from './comparing/index.ts';
export { jobWarningSentence } from './job-warning.ts';
export { type AreaName, pageTexts } from './page/index.ts';
export {
  type DisasterLine,
  disasterText,
  headline,
  markText,
  minutesWords,
  momentWords,
  type ProtectionVoice,
  reasonText,
  spaceText,
  threeTwoOneText,
} from './protection/index.ts';
export { jobAtWorkText, jobText, runWords, type RunWords, skippedText } from './runs/index.ts';
export { planSentence, type PlanWords, restoringTexts } from './restoring/index.ts';
export { sentence, waitingSentence, warningSentence } from './sentence.ts';
export { sourceWarningSentence } from './source-warnings/index.ts';
export { profileText, retentionText, scheduleText, tierName } from './tiers/index.ts';
export { type Note, type TrayTexts, trayTexts } from './tray/index.ts';
export { type FieldProblem, formTexts } from './components/form/index.ts';
export { openingHoursTexts } from './components/opening-hours/index.ts';
export { setupFrameTexts } from './screens/setup/frame/index.ts';
export { folderPickerTexts } from './components/folder-picker/index.ts';
export { witnessFactText, witnessLines } from './witness/index.ts';
export { sourceFormTexts } from './components/source-form/index.ts';
export { FORGOTTEN, type Forgotten, setupWhatTexts } from './screens/setup/what/index.ts';
