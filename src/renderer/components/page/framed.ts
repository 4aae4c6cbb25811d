import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** One of several things below each other, with a frame around it; for `makeStyles`, where more may be said of it. */
export const framed = {
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalM,
  padding: tokens.spacingHorizontalL,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusLarge,
  minWidth: 0,
} as const satisfies GriffelStyle;
