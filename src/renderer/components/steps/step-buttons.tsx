import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { pageTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalM },
  why: { color: tokens.colorNeutralForeground2 },
});

export interface StepButtonsProps {
  onBack?: () => void;
  onNext: () => void;
  /** What the next step does, where `Next` says too little. */
  next?: string;
  /** Why it cannot go on yet; undefined: it can. */
  waitsFor?: string | undefined;
  isBusy?: boolean;
}

/** On and back. What is still missing is said beside the button, which stays where the keyboard finds it. */
export function StepButtons({ onBack, onNext, next, waitsFor, isBusy = false }: StepButtonsProps): ReactNode {
  const styles = useStyles();
  const texts = useTexts(pageTexts);
  const cannot = waitsFor !== undefined || isBusy;
  return (
    <div className={styles.row}>
      {onBack && <Button onClick={onBack}>{texts.back}</Button>}
      <Button appearance="primary" disabledFocusable={cannot} onClick={() => (cannot ? undefined : onNext())}>
        {next ?? texts.next}
      </Button>
      {waitsFor !== undefined && <output className={styles.why}>{waitsFor}</output>}
    </div>
  );
}
