import { makeStyles, tokens } from '@fluentui/react-components';

/** Colours of good, warning and bad, as text and as a quiet ground. Always beside a shape or a word, never alone. */
export const useStateColors = makeStyles({
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  goodGround: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  warningGround: { backgroundColor: tokens.colorStatusWarningBackground1 },
  badGround: { backgroundColor: tokens.colorStatusDangerBackground1 },
});
