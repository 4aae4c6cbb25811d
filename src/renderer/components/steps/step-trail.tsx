import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3Selected,
  },
});

/** Which steps there are, and at which one somebody is. */
export function StepTrail({ label, steps, current }: { label: string; steps: readonly string[]; current: number }): ReactNode {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step}
          className={mergeClasses(styles.step, at === current && styles.current)}
          aria-current={at === current ? 'step' : undefined}
        >
          <span aria-hidden>{at + 1}.</span> {step}
        </li>
      ))}
    </ol>
  );
}
