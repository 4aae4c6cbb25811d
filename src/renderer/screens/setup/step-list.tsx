import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { SETUP_STEPS, type SetupStep } from '../../../shared/model/setup-progress.ts';
import { setupFrameTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalM}`,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '28px',
    color: tokens.colorNeutralForeground2,
    textDecoration: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  numberHere: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: '1px solid transparent',
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The eight steps; those that were reached can be gone back to. */
export function StepList({ current, reached }: { current: SetupStep; reached: SetupStep }): ReactNode {
  const texts = useTexts(setupFrameTexts);
  const styles = useStyles();
  return (
    <nav aria-label={texts.steps}>
      <ol className={styles.list}>
        {SETUP_STEPS.map((step, at) => (
          <li key={step}>
            <Step
              step={step}
              number={at + 1}
              isCurrent={step === current}
              isReached={at <= SETUP_STEPS.indexOf(reached)}
              isDone={at < SETUP_STEPS.indexOf(reached)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepProps {
  step: SetupStep;
  number: number;
  isCurrent: boolean;
  isReached: boolean;
  isDone: boolean;
}

function Step({ step, number, isCurrent, isReached, isDone }: StepProps): ReactNode {
  const texts = useTexts(setupFrameTexts);
  const styles = useStyles();
  const content = (
    <>
      <span className={mergeClasses(styles.number, isCurrent && styles.numberHere)}>
        {isDone && !isCurrent ? <CheckmarkFilled aria-hidden /> : number}
      </span>
      {texts.step[step]}
      {isDone && !isCurrent && <span className={styles.hidden}>{texts.done}</span>}
    </>
  );
  if (!isReached || isCurrent) {
    return (
      <span className={mergeClasses(styles.step, isCurrent && styles.current)} aria-current={isCurrent ? 'step' : undefined}>
        {content}
      </span>
    );
  }
  return (
    <Link href={`/setup/${step}`} className={styles.step}>
      {content}
    </Link>
  );
}
