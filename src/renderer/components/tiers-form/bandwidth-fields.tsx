import { Body1, Field, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formTexts, tiersFormTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { useFormStyles } from '../form/index.ts';
import { isRate, type TypedBandwidth } from './bandwidth.ts';

export interface BandwidthFieldsProps {
  value: TypedBandwidth;
  onChange: (value: TypedBandwidth) => void;
}

/** How much of the internet line uploads may take, by day and by night. */
export function BandwidthFields({ value, onChange }: BandwidthFieldsProps): ReactNode {
  const { bandwidth: texts } = useTexts(tiersFormTexts);
  const styles = useFormStyles();
  return (
    <div className={styles.form}>
      <Body1 as="p" className={styles.note}>
        {texts.about}
      </Body1>
      <div className={styles.row}>
        <Rate label={texts.whileOpen} value={value.whileOpen} onChange={(whileOpen) => onChange({ ...value, whileOpen })} />
        <Rate label={texts.whileClosed} value={value.whileClosed} onChange={(whileClosed) => onChange({ ...value, whileClosed })} />
      </div>
    </div>
  );
}

function Rate({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }): ReactNode {
  const { bandwidth: texts } = useTexts(tiersFormTexts);
  const { problems } = useTexts(formTexts);
  return (
    <Field label={label} validationMessage={isRate(value) ? null : problems.number}>
      <Input value={value} inputMode="decimal" contentAfter={texts.hint} onChange={(_event, data) => onChange(data.value)} />
    </Field>
  );
}
