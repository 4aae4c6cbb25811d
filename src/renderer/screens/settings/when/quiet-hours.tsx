import { Body1, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Settings } from '../../../../shared/model/installation.ts';
import { settingsTexts } from '../../../../shared/text/screens/settings/index.ts';
import { Section } from '../../../components/page/index.ts';
import { useTexts } from '../../../language/index.ts';
import { isSpan } from './quiet-hours-of.ts';

type Spans = Settings['quietHours'];

const useStyles = makeStyles({
  span: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  time: { width: '10em' },
});

/** Times of day in which nothing is sent outside. */
export function QuietHours({ value, onChange }: { value: Spans; onChange: (spans: Spans) => void }): ReactNode {
  const { when: texts } = useTexts(settingsTexts);
  const styles = useStyles();
  const put = (at: number, more: Partial<Spans[number]>): void =>
    onChange(value.map((span, index) => (index === at ? { ...span, ...more } : span)));
  return (
    <Section title={texts.quietHours}>
      <Body1>{texts.quietLead}</Body1>
      {value.map((span, at) => (
        // Spans have no name of their own; they only come at the end and keep their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.span}>
          <Field label={texts.from} validationMessage={isSpan(span) ? null : texts.wrong}>
            <Input className={styles.time} type="time" value={span.from} onChange={(_event, data) => put(at, { from: data.value })} />
          </Field>
          <Field label={texts.to}>
            <Input className={styles.time} type="time" value={span.to} onChange={(_event, data) => put(at, { to: data.value })} />
          </Field>
          <Button appearance="subtle" onClick={() => onChange(value.filter((_span, index) => index !== at))}>
            {texts.removeQuiet(span.from, span.to)}
          </Button>
        </div>
      ))}
      <div>
        <Button icon={<AddRegular />} onClick={() => onChange([...value, { from: '12:00', to: '13:00' }])}>
          {texts.addQuiet}
        </Button>
      </div>
    </Section>
  );
}
