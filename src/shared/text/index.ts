export { type CliTexts, cliTexts } from './cli/index.ts';
export { LANGUAGES, type Language, pickLanguage } from './language.ts';
export type { CommandHelp } from './cli/en/help.ts';
export { causeOver, type Message, type MessageSpec, messageText, shortText } from './notifications/index.ts';
export { differenceText, lostText, notedValue, witnessSubject, witnessValue } from './comparing/index.ts';
export { jobWarningSentence } from './job-warning.ts';
export { lossSteps, type LossTexts, lossTexts, readableText } from './loss/index.ts';
export { type AreaName, pageTexts } from './page/index.ts';
export {
  ageWords,
  calendarDayWords,
  daysWords,
  dayWords,
  type DisasterLine,
  disasterText,
  headline,
  markText,
  lengthWords,
  minutesWords,
  momentWords,
  nearMomentWords,
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
export { pharmacyFormTexts, USUAL_ZONES } from './components/pharmacy-form/index.ts';
export { openingHoursTexts } from './components/opening-hours/index.ts';
export { setupFrameTexts } from './screens/setup/frame/index.ts';
export { keepingTexts, type KeepingTexts } from './components/keeping/index.ts';
export { paperTexts } from './components/paper/index.ts';
export { folderPickerTexts } from './components/folder-picker/index.ts';
export { witnessFactText, witnessLines } from './witness/index.ts';
export { sourceFormTexts } from './components/source-form/index.ts';
export { FORGOTTEN, type Forgotten, setupWhatTexts } from './screens/setup/what/index.ts';
export { placeFormTexts, type RecipeStep } from './components/place-form/index.ts';
export { type RuleWords, threeTwoOneTexts } from './components/three-two-one/index.ts';
export { setupWhereTexts } from './screens/setup/where/index.ts';
export { tiersFormTexts } from './components/tiers-form/index.ts';
export { setupWhenTexts } from './screens/setup/when/index.ts';
export { mailFormTexts } from './components/mail-form/index.ts';
export { peopleFormTexts } from './components/people-form/index.ts';
export { kitFormTexts, type KitProblem } from './components/kit-form/index.ts';
export { setupEndTexts } from './screens/setup/end/index.ts';
