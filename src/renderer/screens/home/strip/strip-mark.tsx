import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BarLook } from './strip-of.ts';

/** Width and height of a day's place in the picture. */
export const CELL = 28;

// A picture's colours are not forced: on a system's light ground the theme's white ones would not be seen.
const forced = { '@media (forced-colors: active)': { fill: 'CanvasText' } };

const useStyles = makeStyles({
  good: { fill: tokens.colorStatusSuccessForeground1, ...forced },
  warning: { fill: tokens.colorStatusWarningForeground3, ...forced },
  bad: { fill: tokens.colorStatusDangerForeground1, ...forced },
  quiet: { fill: tokens.colorNeutralForeground3, ...forced },
});

/** Each look has a shape of its own: a full bar, a triangle, a cross, a low line. */
const SHAPES: Readonly<Record<BarLook, string>> = {
  good: 'M7 3 h14 v22 h-14 z',
  warning: 'M14 5 l10 20 h-20 z',
  bad: 'M5 8 l3 -3 l6 6 l6 -6 l3 3 l-6 6 l6 6 l-3 3 l-6 -6 l-6 6 l-3 -3 l6 -6 z',
  quiet: 'M7 21 h14 v4 h-14 z',
};

/** What the runs of a day look like, at a place of the picture. */
export function StripMark({ look, x = 0 }: { look: BarLook; x?: number }): ReactNode {
  const styles = useStyles();
  return <path d={SHAPES[look]} transform={`translate(${x} 0)`} className={styles[look]} />;
}
