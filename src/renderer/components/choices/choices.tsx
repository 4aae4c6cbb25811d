import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS, maxWidth: '80ch' },
  choice: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  chosen: { border: `1px solid ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorNeutralBackground2 },
  radio: { width: '100%' },
  label: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  about: { color: tokens.colorNeutralForeground2 },
  more: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}` },
});

export interface Choice<V extends string> {
  value: V;
  title: string;
  about?: ReactNode;
  isDisabled?: boolean;
  /** What has to be said or filled in once it is chosen. */
  more?: ReactNode;
}

export interface ChoicesProps<V extends string> {
  /** Said to those who hear the page; the heading says it to those who see it. */
  label: string;
  choices: readonly Choice<V>[];
  value: V | undefined;
  onChoose: (value: V) => void;
}

/** One of a few ways, each with a word on what it means. */
export function Choices<V extends string>({ label, choices, value, onChoose }: ChoicesProps<V>): ReactNode {
  const styles = useStyles();
  return (
    <RadioGroup aria-label={label} value={value ?? ''} onChange={(_, { value: chosen }) => onChoose(chosen as V)} className={styles.group}>
      {choices.map((choice) => (
        <div key={choice.value} className={mergeClasses(styles.choice, choice.value === value && styles.chosen)}>
          <Radio
            className={styles.radio}
            value={choice.value}
            disabled={choice.isDisabled === true}
            label={
              <span className={styles.label}>
                <span className={styles.title}>{choice.title}</span>
                {choice.about !== undefined && <span className={styles.about}>{choice.about}</span>}
              </span>
            }
          />
          {choice.value === value && choice.more !== undefined && <div className={styles.more}>{choice.more}</div>}
        </div>
      ))}
    </RadioGroup>
  );
}
