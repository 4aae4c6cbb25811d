import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { homeTexts } from '../../../../shared/text/screens/home/index.ts';
import { useTexts } from '../../../language/index.ts';
import { StripGround } from './strip-ground.tsx';
import { CELL, StripMark } from './strip-mark.tsx';
import type { BarLook } from './strip-of.ts';

const LOOKS: readonly BarLook[] = ['good', 'warning', 'bad', 'quiet'];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What the shapes mean. */
export function StripLegend(): ReactNode {
  const { strip } = useTexts(homeTexts);
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={strip.legend}>
      {LOOKS.map((look) => (
        <li key={look} className={styles.item}>
          <svg viewBox={`0 0 ${CELL} ${CELL}`} width={16} height={16} aria-hidden>
            <StripMark look={look} />
          </svg>
          <Caption1>{strip.looks[look]}</Caption1>
        </li>
      ))}
      <li className={styles.item}>
        <svg viewBox={`0 0 ${CELL} ${CELL}`} width={16} height={16} aria-hidden>
          <StripGround isOpen={false} />
        </svg>
        <Caption1>{strip.closed}</Caption1>
      </li>
    </ul>
  );
}
