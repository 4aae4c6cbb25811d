import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type OpeningHours, WEEKDAYS } from '../../../shared/model/schedule.ts';
import { hasOpeningHours } from '../../../shared/model/schedule-minutes.ts';
import { openingHoursTexts } from '../../../shared/text/index.ts';
import { useTexts } from '../../language/index.ts';
import { likeDay } from './change-hours.ts';
import { DayRow } from './day-row.tsx';

const useStyles = makeStyles({
  group: { border: 'none', padding: 0, margin: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { padding: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  note: { color: tokens.colorNeutralForeground2, maxWidth: '70ch' },
  rows: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

export interface OpeningHoursFieldProps {
  value: OpeningHours;
  onChange: (hours: OpeningHours) => void;
}

/** When the pharmacy serves people, day by day, with a break where there is one. */
export function OpeningHoursField({ value, onChange }: OpeningHoursFieldProps): ReactNode {
  const texts = useTexts(openingHoursTexts);
  const styles = useStyles();
  const first = WEEKDAYS.find((day) => (value[day] ?? []).length > 0);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{texts.title}</legend>
      <Text className={styles.note}>{texts.hint}</Text>
      <div className={styles.rows}>
        {WEEKDAYS.map((day) => (
          <DayRow key={day} day={day} hours={value} onChange={onChange} />
        ))}
      </div>
      {first !== undefined && (
        <div>
          <Button appearance="secondary" size="small" onClick={() => onChange(likeDay(value, first))}>
            {texts.sameAs(texts.weekdays[first])}
          </Button>
        </div>
      )}
      {!hasOpeningHours(value) && <Text className={styles.note}>{texts.noneOpen}</Text>}
    </fieldset>
  );
}
