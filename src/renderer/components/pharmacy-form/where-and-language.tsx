import { Field, Select } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { Pharmacy } from '../../../shared/model/pharmacy.ts';
import { pharmacyFormTexts, USUAL_ZONES } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { useFormStyles } from '../form/index.ts';
import { otherZones, zoneWords } from './time-zones.ts';

export interface WhereAndLanguageProps {
  value: Pick<Pharmacy, 'language' | 'timeZone'>;
  onLanguage: (language: Pharmacy['language']) => void;
  onTimeZone: (zone: string) => void;
}

/** Which language Lifeboat speaks, and by which clock the pharmacy lives. */
export function WhereAndLanguage({ value: { language, timeZone }, onLanguage, onTimeZone }: WhereAndLanguageProps): ReactNode {
  const texts = useTexts(pharmacyFormTexts);
  const styles = useFormStyles();
  return (
    <div className={styles.row}>
      <Field label={texts.language}>
        <Select value={language} onChange={(_event, data) => onLanguage(data.value as Pharmacy['language'])}>
          <option value="en">{texts.languages.en}</option>
          <option value="es">{texts.languages.es}</option>
        </Select>
      </Field>
      <Field label={texts.timeZone} hint={texts.timeZoneHint}>
        <Select value={timeZone} onChange={(_event, data) => onTimeZone(data.value)}>
          <TimeZones own={timeZone} />
        </Select>
      </Field>
    </div>
  );
}

/** Some four hundred: made anew with every key that is typed beside them, they would be most of what a key costs. */
const TimeZones = memo(function TimeZones({ own }: { own: string }): ReactNode {
  const texts = useTexts(pharmacyFormTexts);
  return (
    <>
      <optgroup label={texts.usual}>
        {USUAL_ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {texts.zones[zone]}
          </option>
        ))}
      </optgroup>
      <optgroup label={texts.others}>
        {otherZones(own).map((zone) => (
          <option key={zone} value={zone}>
            {zoneWords(zone)}
          </option>
        ))}
      </optgroup>
    </>
  );
});
