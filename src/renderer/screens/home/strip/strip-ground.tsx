import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CELL } from './strip-mark.tsx';

const useStyles = makeStyles({
  open: { fill: 'transparent' },
  closed: {
    fill: tokens.colorNeutralBackground3,
    stroke: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'GrayText' },
  },
});

/** What a day's mark stands on: days on which the pharmacy is closed are told apart. */
export function StripGround({ isOpen, x = 0 }: { isOpen: boolean; x?: number }): ReactNode {
  const styles = useStyles();
  return <rect x={x + 1} y={1} width={CELL - 2} height={CELL - 2} rx={4} className={isOpen ? styles.open : styles.closed} />;
}
