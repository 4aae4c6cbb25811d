import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleHintRegular,
  ClockRegular,
  DismissCircleFilled,
  type FluentIcon,
  SubtractCircleRegular,
  WarningFilled,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useStateColors } from '../../theme/index.ts';

/** How something stands: as it should be, to be looked at, bad, at work, away or left out, or not known yet. */
export type Mark = 'good' | 'warning' | 'bad' | 'working' | 'away' | 'none';

const ICONS: Readonly<Record<Mark, FluentIcon>> = {
  good: CheckmarkCircleFilled,
  warning: WarningFilled,
  bad: DismissCircleFilled,
  working: ClockRegular,
  away: SubtractCircleRegular,
  none: CircleHintRegular,
};

const useStyles = makeStyles({
  icon: { flexShrink: 0, verticalAlign: 'text-bottom' },
  small: { fontSize: tokens.fontSizeBase400 },
  large: { fontSize: tokens.fontSizeHero800 },
});

/** A mark by shape and colour. It is for the eye only: the word stands beside it. */
export function StateIcon({ mark, size = 'small' }: { mark: Mark; size?: 'small' | 'large' }): ReactNode {
  const Icon = ICONS[mark];
  const styles = useStyles();
  const colors = useStateColors();
  const color = mark === 'good' || mark === 'warning' || mark === 'bad' ? colors[mark] : colors.quiet;
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[size], color)} />;
}
