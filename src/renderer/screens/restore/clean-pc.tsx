import { Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { restoreTexts } from '../../../shared/text/screens/restore/index.ts';
import { StepButtons } from '../../components/steps/index.ts';
import { useTexts } from '../../language/index.ts';
import { Step } from './step.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: '80ch',
  },
});

/** After ransomware: nothing comes back to a computer that is not clean. */
export function CleanPc(): ReactNode {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { cleanPc } = useTexts(restoreTexts);
  const [isClean, setClean] = useState(false);
  return (
    <Step step="happened" title={cleanPc.title} lead={cleanPc.lead}>
      <ul className={styles.list}>
        {cleanPc.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>
          <Link href="#/attack" inline>
            {cleanPc.attack}
          </Link>
        </li>
      </ul>
      <Checkbox label={cleanPc.confirm} checked={isClean} onChange={(_, { checked }) => setClean(checked === true)} />
      <StepButtons
        onBack={() => navigate('/restore')}
        onNext={() => navigate('/restore/when')}
        waitsFor={isClean ? undefined : cleanPc.mustConfirm}
      />
    </Step>
  );
}
