import { Body1, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { attackTexts } from '../../../shared/text/screens/attack/index.ts';
import { ConfirmButton } from '../../components/confirm/index.ts';
import { useFormStyles } from '../../components/form/index.ts';
import { Section } from '../../components/page/index.ts';
import { useTexts } from '../../language/index.ts';
import { useClock } from '../../time/index.ts';
import { momentOf, type Since } from './since.ts';

const CHOICES: readonly Since[] = ['now', 'today', 'yesterday', 'week'];

/** What to do by hand, what Lifeboat does, and the button for it. */
export function BeforeAttack({ onSuspect }: { onSuspect: (since: string) => Promise<unknown> }): ReactNode {
  const texts = useTexts(attackTexts);
  const styles = useFormStyles();
  const clock = useClock();
  const [since, setSince] = useState<Since>('today');
  return (
    <>
      <Section title={texts.first.title}>
        <ol className={styles.list}>
          {texts.first.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section title={texts.does.title}>
        <ul className={styles.list}>
          {texts.does.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Body1>{texts.does.undo}</Body1>
      </Section>
      <Field label={texts.since.label} hint={texts.since.hint}>
        <RadioGroup value={since} onChange={(_event, { value }) => setSince(value as Since)}>
          {CHOICES.map((choice) => (
            <Radio key={choice} value={choice} label={texts.since.choices[choice]} />
          ))}
        </RadioGroup>
      </Field>
      <div>
        <ConfirmButton
          appearance="primary"
          label={texts.begin}
          {...texts.confirm}
          onConfirm={async () => await onSuspect(momentOf(since, clock.now()))}
        />
      </div>
    </>
  );
}
