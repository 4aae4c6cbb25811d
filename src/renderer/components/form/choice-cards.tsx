import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  choice: { display: 'flex', flexDirection: 'column' },
  about: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '65ch',
  },
});

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** What choosing it means. */
  about?: string;
}

export interface ChoiceCardsProps<T extends string> {
  label: string;
  hint?: string;
  choices: readonly Choice<T>[];
  /** Undefined: nothing is chosen yet. */
  value: T | undefined;
  onChange: (value: T) => void;
  problem?: string | undefined;
  required?: boolean;
}

/** One of a few, each with a sentence of its own. */
export function ChoiceCards<T extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
  problem,
  required,
}: ChoiceCardsProps<T>): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} hint={hint ?? null} validationMessage={problem ?? null} required={required === true}>
      <RadioGroup className={styles.group} value={value ?? ''} onChange={(_event, data) => onChange(data.value as T)}>
        {choices.map(({ value: one, label: name, about }) => (
          <Radio
            key={one}
            value={one}
            label={
              <span className={styles.choice}>
                <span>{name}</span>
                {about !== undefined && <span className={styles.about}>{about}</span>}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
